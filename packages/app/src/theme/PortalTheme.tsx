import {
  createUnifiedTheme,
  palettes,
  UnifiedThemeProvider,
} from '@backstage/theme';
import { PropsWithChildren } from 'react';
import { onTelephones } from './onTelephones';
import { useColours } from './useColours';

// Below a field of a form, the red of Material UI is too pale to be read: 3.7 to 1
// on white and 2.7 to 1 on the grey of dark pages, where WCAG 2.2 asks for 4.5.
const THEMES = {
  light: createUnifiedTheme({
    palette: { ...palettes.light, error: { main: '#c62828' } },
    components: onTelephones,
  }),
  dark: createUnifiedTheme({
    palette: { ...palettes.dark, error: { main: '#ff9a90' } },
    components: onTelephones,
  }),
};

/**
 * Backstage's colours, light or dark. Both themes of the portal are drawn by this one
 * component: Backstage's own two are drawn by a component each, so that the system's
 * change from day to night unmounts the whole page, and with it what somebody has
 * typed into a form.
 */
export const PortalTheme = ({ children }: PropsWithChildren) => (
  <UnifiedThemeProvider theme={THEMES[useColours()]}>
    {children}
  </UnifiedThemeProvider>
);
