import { useApi } from '@backstage/frontend-plugin-api';
import { useCallback } from 'react';
import { aksApiRef } from '../../api';
import { useLiveView } from '../../live/useLiveView';
import { StatusPageView } from './StatusPageView';

/** How well the portal knows each cluster, and what to do where it does not. */
export function StatusPage() {
  const aks = useApi(aksApiRef);
  const fetchStatus = useCallback(
    // No signal tells of freshness alone, so this is asked for now and then.
    async () => ({ ...(await aks.getStatus()), scopes: [] }),
    [aks],
  );
  return <StatusPageView live={useLiveView(fetchStatus)} />;
}
