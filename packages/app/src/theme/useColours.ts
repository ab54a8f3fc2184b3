import { appThemeApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useEffect, useState, useSyncExternalStore } from 'react';

/** The two sets of colours that the portal has. */
export type Colours = 'light' | 'dark';

/** What somebody chose in the settings, else what the system prefers. */
export function useColours(): Colours {
  const themes = useApi(appThemeApiRef);
  const [chosen, setChosen] = useState(themes.getActiveThemeId());
  useEffect(() => {
    const subscription = themes.activeThemeId$().subscribe(setChosen);
    return () => subscription.unsubscribe();
  }, [themes]);
  const preferred = useSyncExternalStore(onSystemChange, systemColours);
  return chosen === 'light' || chosen === 'dark' ? chosen : preferred;
}

// jsdom and very old browsers have no media queries.
const prefersDark = () =>
  window.matchMedia?.('(prefers-color-scheme: dark)') as
    | MediaQueryList
    | undefined;

function systemColours(): Colours {
  return prefersDark()?.matches ? 'dark' : 'light';
}

function onSystemChange(listener: () => void): () => void {
  const query = prefersDark();
  query?.addEventListener('change', listener);
  return () => query?.removeEventListener('change', listener);
}
