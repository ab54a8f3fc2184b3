import { SignalApi } from '@backstage/plugin-signals-react';
import { ChangedSignal } from '@backstage-aks/plugin-aks-common';

type Listener = Parameters<SignalApi['subscribe']>[1];

/** The signals of an app, sent by hand. */
export class FakeSignals implements SignalApi {
  readonly #listeners = new Set<Listener>();

  subscribe: SignalApi['subscribe'] = (_channel, onMessage) => {
    const listener = onMessage as Listener;
    this.#listeners.add(listener);
    return { unsubscribe: () => this.#listeners.delete(listener) };
  };

  /** Says that these scopes have changed. */
  changed(...scopes: string[]) {
    for (const listener of this.#listeners) {
      const signal: ChangedSignal = { type: 'changed', scopes };
      listener(signal);
    }
  }

  /** How many subscriptions are open. */
  get listening() {
    return this.#listeners.size;
  }
}
