import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { sidebarContent } from './sidebarContent';

export const navModule = createFrontendModule({
  pluginId: 'app',
  extensions: [sidebarContent],
});
