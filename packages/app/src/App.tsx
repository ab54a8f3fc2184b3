import { createApp } from '@backstage/frontend-defaults';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { navModule } from './nav/navModule';
import { signInModule } from './signIn/signInModule';
import { themeModule } from './theme/themeModule';

// Other plugins are discovered: see `app.packages` in app-config.yaml.
export default createApp({
  features: [catalogPlugin, navModule, signInModule, themeModule],
});
