import { ResponseError } from '@backstage/errors';
import { DEADLINE_MS, POLL_MS, SAFETY_POLL_MS, SETTLE_MS } from './pace';
import { Followed, ViewFollower } from './ViewFollower';

interface TestView {
  text: string;
  scopes: string[];
  validUntil?: string;
}

/** A follower of a view that a test can change. */
class Scene {
  text = 'first';
  validUntil?: string;
  error?: Error;
  asked = 0;
  hangs = false;
  seen: Followed<TestView> = {};
  changes = 0;
  readonly follower: ViewFollower<TestView>;

  constructor(options: { signals: boolean }) {
    this.follower = new ViewFollower<TestView>({
      fetchView: async () => {
        this.asked += 1;
        if (this.hangs) {
          await new Promise(() => {});
        }
        if (this.error) {
          throw this.error;
        }
        const { text, validUntil } = this;
        return { text, scopes: ['c1/shop'], validUntil };
      },
      onChange: followed => {
        this.seen = followed;
        this.changes += 1;
      },
      signalsAvailable: options.signals,
    });
  }
}

let visibility: DocumentVisibilityState = 'visible';

function showPage(state: DocumentVisibilityState) {
  visibility = state;
  document.dispatchEvent(new Event('visibilitychange'));
}

const pass = (milliseconds: number) =>
  jest.advanceTimersByTimeAsync(milliseconds);

describe('ViewFollower', () => {
  let scene: Scene;

  const follow = async (options: { signals: boolean }) => {
    scene = new Scene(options);
    scene.follower.start();
    await pass(0);
  };

  beforeEach(() => {
    jest.useFakeTimers({ now: Date.parse('2026-11-22T12:00:00Z') });
    jest
      .spyOn(document, 'visibilityState', 'get')
      .mockImplementation(() => visibility);
    visibility = 'visible';
  });

  afterEach(() => {
    scene.follower.stop();
    jest.restoreAllMocks();
    jest.useRealTimers();
  });

  describe('where signals are available', () => {
    beforeEach(() => follow({ signals: true }));

    it('looks again when a signal names one of its scopes', async () => {
      scene.text = 'second';
      scene.follower.hear(['c9/other', 'c1/shop']);
      await pass(SETTLE_MS);
      expect(scene.seen.view?.text).toBe('second');
    });

    it('ignores signals about other scopes', async () => {
      scene.follower.hear(['c9/other']);
      await pass(SETTLE_MS);
      expect(scene.asked).toBe(1);
    });

    it('answers a burst of signals with one request', async () => {
      for (let signal = 0; signal < 50; signal += 1) {
        scene.follower.hear(['c1/shop']);
      }
      await pass(SETTLE_MS * 4);
      expect(scene.asked).toBe(2);
    });

    it('looks once more when a signal comes while it looks', async () => {
      scene.follower.lookNow();
      scene.follower.hear(['c1/shop']);
      await pass(SETTLE_MS);
      expect(scene.asked).toBe(3);
    });

    it('looks now and then without a signal', async () => {
      await pass(SAFETY_POLL_MS);
      expect(scene.asked).toBe(2);
    });

    it('polls when a change came without a signal, until one is heard', async () => {
      scene.text = 'second';
      await pass(SAFETY_POLL_MS);
      await pass(POLL_MS);
      expect(scene.asked).toBe(3);

      scene.follower.hear(['c1/shop']);
      await pass(SETTLE_MS);
      await pass(POLL_MS * 3);
      expect(scene.asked).toBe(4);
    });

    it('looks again when time changes the view, and still trusts signals', async () => {
      scene.validUntil = new Date(Date.now() + 5_000).toISOString();
      scene.follower.lookNow();
      await pass(0);

      scene.text = 'expired';
      scene.validUntil = undefined;
      await pass(5_000 + SETTLE_MS);
      expect(scene.seen.view?.text).toBe('expired');

      await pass(POLL_MS * 3);
      expect(scene.asked).toBe(3);
    });
  });

  describe('where there are no signals', () => {
    beforeEach(() => follow({ signals: false }));

    it('polls', async () => {
      scene.text = 'second';
      await pass(POLL_MS);
      expect(scene.seen.view?.text).toBe('second');
    });

    it('keeps the very object of a view that has not changed', async () => {
      const before = scene.seen.view;
      await pass(POLL_MS);
      expect(scene.asked).toBe(2);
      expect(scene.seen.view).toBe(before);
    });

    it('rests while the page is out of sight and looks when it is back', async () => {
      showPage('hidden');
      await pass(POLL_MS * 20);
      expect(scene.asked).toBe(1);

      scene.text = 'meanwhile';
      showPage('visible');
      await pass(0);
      expect(scene.seen.view?.text).toBe('meanwhile');
    });

    it('looks when the window is used again', async () => {
      window.dispatchEvent(new Event('focus'));
      await pass(0);
      expect(scene.asked).toBe(2);
    });

    it('keeps the last good view when a look fails, and says so', async () => {
      const goodAt = Date.now();
      scene.error = new TypeError('Failed to fetch');
      await pass(POLL_MS);
      expect(scene.seen).toEqual({
        view: expect.objectContaining({ text: 'first' }),
        checkedAt: goodAt,
        error: scene.error,
      });
    });

    it('forgets the failure with the next good answer', async () => {
      scene.error = new TypeError('Failed to fetch');
      await pass(POLL_MS);
      scene.error = undefined;
      await pass(POLL_MS * 2);
      expect(scene.seen.error).toBeUndefined();
      expect(scene.seen.checkedAt).toBe(Date.now());
    });

    it.each([403, 404])(
      'drops the view when it is refused (%s)',
      async status => {
        scene.error = await ResponseError.fromResponse(
          new Response(
            JSON.stringify({ error: { name: 'Refused', message: 'no' } }),
            { status, headers: { 'content-type': 'application/json' } },
          ),
        );
        await pass(POLL_MS);
        expect(scene.seen).toEqual({ error: scene.error });
      },
    );

    it('counts a backend that never answers as failed', async () => {
      scene.hangs = true;
      await pass(POLL_MS + DEADLINE_MS);
      expect(scene.seen.view?.text).toBe('first');
      expect(scene.seen.error?.message).toContain('has not answered');
    });

    it('is quiet after it was stopped', async () => {
      const { changes } = scene;
      scene.follower.lookNow();
      scene.follower.stop();
      await pass(POLL_MS * 10);
      window.dispatchEvent(new Event('focus'));
      await pass(0);
      expect(scene.changes).toBe(changes);
      expect(scene.asked).toBe(2);
    });
  });
});
