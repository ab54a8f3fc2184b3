import {
  createUnifiedTheme,
  palettes,
  UnifiedThemeProvider,
} from '@backstage/theme';
import { PropsWithChildren } from 'react';
import { onTelephones } from './onTelephones';
import { useColours } from './useColours';

const THEMES = {
  light: createUnifiedTheme({
    palette: palettes.light,
    components: onTelephones,
  }),
  dark: createUnifiedTheme({
    palette: palettes.dark,
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
