/**
 * Form fields for software templates: which kind of workload the answers lead to and
 * why, the files that will be written, and where they go. For Backstage's new
 * frontend system.
 *
 * @packageDocumentation
 */
export { scaffolderModule as default } from './module';
export {
  workloadFieldMessages,
  workloadFieldTranslationRef,
} from './translation';
