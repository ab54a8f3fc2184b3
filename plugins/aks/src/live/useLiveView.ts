import { useApiHolder } from '@backstage/frontend-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import {
  AKS_SIGNAL_CHANNEL,
  ChangedSignal,
} from '@backstage-aks/plugin-aks-common';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Followable, Followed, ViewFollower } from './ViewFollower';

/** A view that stays up to date while it is on the page. */
export interface LiveView<TView> extends Followed<TView> {
  /** Looks again at once. */
  refresh: () => void;
}

/**
 * Fetches a view and keeps it up to date.
 *
 * @param fetchView - Its identity stands for the view: another function is
 * another view.
 */
export function useLiveView<TView extends Followable>(
  fetchView: () => Promise<TView>,
): LiveView<TView> {
  const [known, setKnown] = useState<{
    by: () => Promise<TView>;
    followed: Followed<TView>;
  }>();
  const follower = useRef<ViewFollower<TView>>();
  // The signals API is optional. `useSignal` would hand over the newest signal
  // only, and lose one of two that arrive before the next render.
  const signals = useApiHolder().get(signalApiRef);

  useEffect(() => {
    const current = new ViewFollower({
      fetchView,
      onChange: followed => setKnown({ by: fetchView, followed }),
      signalsAvailable: signals !== undefined,
    });
    const subscription = signals?.subscribe<ChangedSignal>(
      AKS_SIGNAL_CHANNEL,
      signal => {
        if (signal.type === 'changed' && Array.isArray(signal.scopes)) {
          current.hear(signal.scopes);
        }
      },
    );
    follower.current = current;
    current.start();
    return () => {
      subscription?.unsubscribe();
      current.stop();
    };
  }, [fetchView, signals]);

  const refresh = useCallback(() => follower.current?.lookNow(), []);
  return { ...(known?.by === fetchView && known.followed), refresh };
}
