import {
  AKS_SIGNAL_CHANNEL,
  ChangedSignal,
} from '@backstage-aks/plugin-aks-common';
import { LoggerService } from '@backstage/backend-plugin-api';
import { SignalsService } from '@backstage/plugin-signals-node';
import { StoreChange } from '../store/StoreChange';
import { CLASS_SCOPES } from './EdgeWalk';
import { ScopeNames } from './ScopeNames';

// Long enough to gather the burst that one rollout makes, short enough for a
// page to feel live.
const GATHER_MILLISECONDS = 200;

/** Tells open pages which of their scopes changed. */
export class ChangeAnnouncer {
  readonly #signals: SignalsService;
  readonly #logger: LoggerService;
  readonly #scopeNames: ScopeNames;
  readonly #scopes = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  constructor(options: {
    signals: SignalsService;
    logger: LoggerService;
    scopeNames: ScopeNames;
  }) {
    this.#scopeNames = options.scopeNames;
    this.#signals = options.signals;
    this.#logger = options.logger;
  }

  onChange(change: StoreChange) {
    const scopes = change.type === 'records' ? change.scopes : [''];
    for (const scope of scopes) {
      // Pages follow a cluster's classes along with what is known of it.
      const followed = CLASS_SCOPES.includes(scope) ? '' : scope;
      this.#scopes.add(this.#scopeNames.of(change.clusterId, followed));
    }
    this.#timer ??= setTimeout(() => this.#announce(), GATHER_MILLISECONDS);
  }

  stop() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  async #announce() {
    this.#timer = undefined;
    const message: ChangedSignal = {
      type: 'changed',
      scopes: [...this.#scopes],
    };
    this.#scopes.clear();
    try {
      await this.#signals.publish({
        recipients: { type: 'broadcast' },
        channel: AKS_SIGNAL_CHANNEL,
        message,
      });
    } catch (error) {
      // Pages poll as well, so a lost signal costs seconds, not truth.
      this.#logger.debug('Could not announce a change to open pages', {
        error: String(error),
      });
    }
  }
}
