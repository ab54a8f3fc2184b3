import { KindDescriptor } from '@backstage-aks/insight';
import {
  ClusterConnection,
  ClusterError,
  WatchEvent,
} from '@backstage-aks/plugin-aks-node';
import { ClusterMetrics } from '../metrics/ClusterMetrics';
import { ClusterWriter } from '../store/ClusterStore';
import { EventBatches } from './EventBatches';
import { KindScope } from './KindScope';
import { pause } from './pause';
import { ProjectAllOptions } from './projectAll';
import { isOlder } from './resourceVersions';
import { CollectTiming } from './timing';
import { WatchPosition } from './WatchPosition';
import { watchSeconds } from './watchSeconds';

/** What a watch of a kind works with. */
export interface KindWatchOptions {
  kind: KindDescriptor;
  scopes: readonly KindScope[];
  connection: ClusterConnection;
  writer: ClusterWriter;
  projection: ProjectAllOptions;
  timing: CollectTiming;
  metrics: ClusterMetrics;
  /** Called once the backlog of the watch is written. */
  onSettled: () => Promise<void>;
  onEvent: () => void;
}

/** From where a kind is watched on. */
export interface WatchStart {
  position: WatchPosition;
  /** Watches of the scopes that are open already, in their order. */
  streams?: AsyncGenerator<WatchEvent>[];
  /** Ends the streams, and is aborted with the first of them. */
  stop: AbortController;
}

/**
 * Watches all scopes of a kind together and writes what happens. The first that
 * ends, well or not, ends all, so that none is unwatched for long.
 */
export class KindWatch {
  readonly #options: KindWatchOptions;
  readonly #position: WatchPosition;
  readonly #streams: AsyncGenerator<WatchEvent>[] | undefined;
  readonly #batches: EventBatches;
  readonly #stop: AbortController;
  readonly #failures: unknown[] = [];
  #events = 0;

  constructor(options: KindWatchOptions, start: WatchStart) {
    const { kind, projection, timing, writer, metrics } = options;
    this.#options = options;
    this.#position = start.position;
    this.#streams = start.streams;
    this.#stop = start.stop;
    this.#batches = new EventBatches({
      kind,
      projection,
      gather: timing.gather,
      quiet: timing.quiet,
      write: async batch => {
        await writer.apply(kind, batch);
        metrics.wrote(kind, batch.upserts.length + batch.deletions.length);
      },
      onFailure: error => this.#fail(error),
    });
  }

  /** How many events have come. */
  get events(): number {
    return this.#events;
  }

  /** Resolves when the cluster has ended the watch; what came is written then. */
  async run(signal: AbortSignal): Promise<void> {
    const { scopes } = this.#options;
    const streams =
      this.#streams ??
      (await this.#open(AbortSignal.any([signal, this.#stop.signal])));
    const settled = this.#settle().catch(error => this.#fail(error));
    await Promise.all(
      scopes.map(async (scope, index) => {
        try {
          await this.#follow(scope, streams[index]);
        } catch (error) {
          // What fails because the others end is no failure.
          if (!this.#stop.signal.aborted) {
            this.#fail(error);
          }
        }
        this.#stop.abort();
      }),
    );
    await this.#batches.flush();
    await settled;
    if (this.#failures.length > 0) {
      throw this.#failures[0];
    }
  }

  async #open(signal: AbortSignal): Promise<AsyncGenerator<WatchEvent>[]> {
    const { connection, scopes } = this.#options;
    const timeoutSeconds = watchSeconds();
    try {
      return await Promise.all(
        scopes.map(scope =>
          connection.watch(scope.path, {
            resourceVersion: this.#position.of(scope),
            fieldSelector: scope.fieldSelector,
            timeoutSeconds,
            signal,
          }),
        ),
      );
    } catch (error) {
      this.#stop.abort();
      throw error;
    }
  }

  #fail(error: unknown): void {
    this.#failures.push(error);
    this.#stop.abort();
  }

  async #follow(
    scope: KindScope,
    events: AsyncGenerator<WatchEvent>,
  ): Promise<void> {
    const { kind, metrics, onEvent } = this.#options;
    for await (const event of events) {
      this.#events += 1;
      metrics.watched(kind, event.type);
      this.#advance(scope, event);
      onEvent();
      await this.#batches.add(event, this.#position.common);
    }
  }

  #advance(scope: KindScope, { resourceVersion }: WatchEvent): void {
    const reached = this.#position.of(scope);
    if (resourceVersion === undefined) {
      return;
    }
    if (isOlder(resourceVersion, reached)) {
      throw new ClusterError(
        'gone',
        `The cluster's ${
          this.#options.kind.plural
        } went back to an older resourceVersion; the portal lists them again`,
      );
    }
    this.#position.reach(scope, resourceVersion);
  }

  async #settle(): Promise<void> {
    const { timing, onSettled } = this.#options;
    await pause(timing.settle, this.#stop.signal);
    if (!this.#stop.signal.aborted) {
      await this.#batches.flush();
      await onSettled();
    }
  }
}
