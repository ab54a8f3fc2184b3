import { themes, UnifiedThemeProvider } from '@backstage/theme';
import { PropsWithChildren } from 'react';
import { useColours } from './useColours';

/**
 * Backstage's colours, light or dark. Both themes of the portal are drawn by this one
 * component: Backstage's own two are drawn by a component each, so that the system's
 * change from day to night unmounts the whole page, and with it what somebody has
 * typed into a form.
 */
export const PortalTheme = ({ children }: PropsWithChildren) => (
  <UnifiedThemeProvider theme={themes[useColours()]}>
    {children}
  </UnifiedThemeProvider>
);
