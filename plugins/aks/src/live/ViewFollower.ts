import { ResponseError, toError } from '@backstage/errors';
import { DEADLINE_MS, nextLookIn, SETTLE_MS } from './pace';
import { withDeadline } from './withDeadline';

/** What a view must say to be followed. */
export interface Followable {
  scopes: string[];
  validUntil?: string;
}

/** A view as it is known now. */
export interface Followed<TView> {
  /** The last good answer. */
  view?: TView;
  /** When the last good answer came, in milliseconds since the epoch. */
  checkedAt?: number;
  /** Why the newest look failed. */
  error?: Error;
}

type Cause = 'poll' | 'signal' | 'asked';

/**
 * Keeps one view up to date: looks again when a signal names one of its
 * scopes, when the page comes back into sight, when time changes the verdict,
 * and now and then. Looks never overlap, and none happens out of sight.
 */
export class ViewFollower<TView extends Followable> {
  readonly #fetchView: () => Promise<TView>;
  readonly #onChange: (followed: Followed<TView>) => void;
  #followed: Followed<TView> = {};
  #signalled: boolean;
  #failures = 0;
  #timer?: ReturnType<typeof setTimeout>;
  #looking = false;
  #lookAfterwards = false;
  #stopped = false;

  constructor(options: {
    fetchView: () => Promise<TView>;
    onChange: (followed: Followed<TView>) => void;
    /** Whether the app can deliver signals at all. */
    signalsAvailable: boolean;
  }) {
    this.#fetchView = options.fetchView;
    this.#onChange = options.onChange;
    this.#signalled = options.signalsAvailable;
  }

  start() {
    document.addEventListener('visibilitychange', this.#onSight);
    window.addEventListener('focus', this.#onSight);
    this.#look('asked');
  }

  stop() {
    this.#stopped = true;
    clearTimeout(this.#timer);
    document.removeEventListener('visibilitychange', this.#onSight);
    window.removeEventListener('focus', this.#onSight);
  }

  /** Something changed in these scopes. */
  hear(scopes: string[]) {
    this.#signalled = true;
    const { view } = this.#followed;
    if (!view || scopes.some(scope => view.scopes.includes(scope))) {
      this.#lookSoon();
    }
  }

  /** Somebody wants to know now. */
  lookNow() {
    this.#look('asked');
  }

  readonly #onSight = () => {
    if (document.visibilityState === 'visible') {
      this.#look('asked');
    } else {
      clearTimeout(this.#timer);
    }
  };

  #lookSoon() {
    if (this.#looking) {
      this.#lookAfterwards = true;
    } else {
      this.#schedule(SETTLE_MS, 'signal');
    }
  }

  async #look(cause: Cause) {
    if (this.#looking) {
      this.#lookAfterwards = true;
      return;
    }
    clearTimeout(this.#timer);
    this.#looking = true;
    try {
      const view = await withDeadline(this.#fetchView(), DEADLINE_MS);
      this.#accept(view, cause);
    } catch (error) {
      this.#fail(toError(error));
    }
    this.#looking = false;
    this.#goOn();
  }

  #accept(view: TView, cause: Cause) {
    const known = this.#followed.view;
    const same = JSON.stringify(known) === JSON.stringify(view);
    if (known && !same && cause === 'poll' && !hasExpired(known)) {
      // Changed, and no signal came: something between the backend and this
      // page swallows them. Poll until one is heard.
      this.#signalled = false;
    }
    this.#failures = 0;
    // An equal view keeps its identity, so that nothing is drawn anew.
    this.#publish({ view: same ? known : view, checkedAt: Date.now() });
  }

  #fail(error: Error) {
    this.#failures += 1;
    this.#publish(isRefusal(error) ? { error } : { ...this.#followed, error });
  }

  #publish(followed: Followed<TView>) {
    this.#followed = followed;
    if (!this.#stopped) {
      this.#onChange(followed);
    }
  }

  #goOn() {
    if (this.#lookAfterwards) {
      this.#lookAfterwards = false;
      this.#schedule(SETTLE_MS, 'signal');
      return;
    }
    const pause = nextLookIn({
      now: Date.now(),
      failures: this.#failures,
      signalled: this.#signalled,
      validUntil: this.#followed.view?.validUntil,
    });
    this.#schedule(pause, 'poll');
  }

  #schedule(pause: number, cause: Cause) {
    clearTimeout(this.#timer);
    if (!this.#stopped && document.visibilityState === 'visible') {
      this.#timer = setTimeout(() => this.#look(cause), pause);
    }
  }
}

function hasExpired({ validUntil }: Followable): boolean {
  return validUntil !== undefined && Date.parse(validUntil) <= Date.now();
}

/** What may no longer be seen, or is gone, must not stay on the page. */
function isRefusal(error: Error): boolean {
  return (
    error instanceof ResponseError &&
    (error.statusCode === 403 || error.statusCode === 404)
  );
}
