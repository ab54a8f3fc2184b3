import { createBackendModule } from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { scaffolderTemplatingExtensionPoint } from '@backstage/plugin-scaffolder-node/alpha';
import { createCheckAction } from './check/checkAction';
import { intentFilter } from './form/intentFilter';
import { createGenerateAction } from './workload/generateAction';

/**
 * Adds to templates: the actions `aks:workload:generate` and `aks:manifests:check`,
 * and the filter `aksIntent` that makes an intent of a form's parameters.
 *
 * @public
 */
export const aksModule = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'aks',
  register(reg) {
    reg.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        templating: scaffolderTemplatingExtensionPoint,
      },
      async init({ actions, templating }) {
        actions.addActions(createGenerateAction(), createCheckAction());
        templating.addTemplateFilters([intentFilter]);
      },
    });
  },
});
