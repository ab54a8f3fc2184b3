/**
 * Actions and filters for software templates: manifests from a developer's answers.
 *
 * @packageDocumentation
 */
export { aksModule as default } from './module';
