import { createTranslationRef } from '@backstage/frontend-plugin-api';

/**
 * The texts of the form fields, by key. Questions, reasons and faults are not among
 * them: they come from the tables and rules that decide.
 *
 * @public
 */
export const workloadFieldMessages = {
  'kind.questions': 'Questions that decide the kind of the workload',
  'kind.assumed': 'not answered yet: this is assumed',
  'kind.advice': 'The kind that the answers lead to',
  'kind.because': 'Why',
  'kind.runnerUp': 'Second choice',
  'kind.remarks': 'Mind this',
  'kind.changes': 'What would change it',
  'kind.change': '{{question}}: “{{option}}” → {{outcome}}',
  'kind.resolve': 'Any of these resolves it',

  'manifests.form': 'How the files are laid out',
  'manifests.yaml': 'Plain YAML: a file for each object',
  'manifests.kustomize':
    'Kustomize: a base, and an overlay for each environment',
  'manifests.helm': 'Helm: a chart, and values for each environment',
  'manifests.preview': 'The files that will be written',
  'manifests.count_one': '{{kind}}: {{count}} file',
  'manifests.count_other': '{{kind}}: {{count}} files',
  'manifests.problems': 'This cannot be generated yet',
  'manifests.problem': '{{field}}: {{message}}',
  'manifests.whole': 'the whole',
  'manifests.fileText': 'Text of {{path}}',

  'destination.label': 'Where the files go',
  'destination.show': 'Show them in the result, to be copied',
  'destination.github': 'Open a pull request on GitHub',
  'destination.gitlab': 'Open a merge request on GitLab',
  'destination.none':
    'No source control that this template can write to is configured (integrations in app-config.yaml), so the result shows the files.',
} as const;

/**
 * Apps give their own texts under this reference.
 *
 * @public
 */
export const workloadFieldTranslationRef = createTranslationRef({
  id: 'plugin.scaffolder-module-aks',
  messages: workloadFieldMessages,
});
