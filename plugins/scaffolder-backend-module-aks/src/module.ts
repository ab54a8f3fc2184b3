import { createBackendModule } from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { scaffolderTemplatingExtensionPoint } from '@backstage/plugin-scaffolder-node/alpha';
import { intentFilter } from './form/intentFilter';
import { createGenerateAction } from './workload/generateAction';

/**
 * Adds to templates: the action `aks:workload:generate`, and the filter `aksIntent`
 * that makes an intent of a form's parameters.
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
        actions.addActions(createGenerateAction());
        templating.addTemplateFilters([intentFilter]);
      },
    });
  },
});
