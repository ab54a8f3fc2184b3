import { useApi } from '@backstage/frontend-plugin-api';
import { HostList } from '@backstage-aks/plugin-aks-common';
import { useCallback, useEffect, useState } from 'react';
import { aksApiRef } from '../../api';
import { useLiveView } from '../../live/useLiveView';
import { HostsPageView } from './HostsPageView';
import { useHostQuery } from './useHostQuery';

/** Every host name of the fleet: whose it is, and how it stands. */
export function HostsPage() {
  const aks = useApi(aksApiRef);
  const { query, narrow, goTo } = useHostQuery();
  const fetchHosts = useCallback(() => aks.getHosts(query), [aks, query]);
  const live = useLiveView(fetchHosts);
  const choices = useLatest(live.view);
  return (
    <HostsPageView
      live={live}
      query={query}
      choices={choices}
      onNarrow={narrow}
      onGoTo={goTo}
    />
  );
}

/** The last list there was, for the choices that it offers. */
function useLatest(view: HostList | undefined): HostList | undefined {
  const [latest, setLatest] = useState(view);
  useEffect(() => {
    if (view) {
      setLatest(view);
    }
  }, [view]);
  return view ?? latest;
}
