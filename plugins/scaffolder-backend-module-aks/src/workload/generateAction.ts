import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import {
  FileUpdate,
  generatedBefore,
  generateWorkload,
  recordOf,
  updateFiles,
} from '@backstage-aks/workloads';
import { generateExamples } from './generateExamples';
import { intentFields } from './intentFields';
import { describeChoice, listFiles, listProblems } from './inWords';
import { readGenerated, writeUpdates } from './workspaceFiles';

/**
 * Writes the manifests for what a developer wants to the workspace. Files that are
 * there are updated: what people changed in them is kept, and what cannot be
 * reconciled stands in them between marks. Nothing is written for an intent with a
 * fault. A dry run writes too, as its workspace is thrown away.
 */
export function createGenerateAction() {
  return createTemplateAction({
    id: 'aks:workload:generate',
    description:
      "Generates Kubernetes manifests from a developer's answers: chooses the kind, wires everything, and keeps what people changed in files that are there.",
    supportsDryRun: true,
    examples: generateExamples,
    schema: {
      input: {
        intent: z =>
          z
            .object(
              Object.fromEntries(
                Object.entries(intentFields).map(([name, text]) => [
                  name,
                  z.unknown().describe(text),
                ]),
              ),
            )
            // A field that nobody knows is refused below, with all other faults.
            .passthrough()
            .describe('What is wanted; see docs/workloads.md'),
        form: z =>
          z
            .enum(['yaml', 'kustomize', 'helm'])
            .optional()
            .describe('How the manifests are laid out; yaml where left out'),
        folder: z =>
          z
            .string()
            .optional()
            .describe('Where in the workspace; its root where left out'),
        removedTo: z =>
          z
            .string()
            .optional()
            .describe(
              'Where in the workspace files go that are no longer generated, for an action that deletes what it finds; nowhere where left out',
            ),
      },
      output: {
        kind: z => z.string().describe('The kind that was chosen'),
        why: z =>
          z
            .string()
            .describe(
              'Why, what came second and what would change it, in Markdown',
            ),
        form: z => z.string().describe('How the manifests are laid out'),
        podSecurity: z =>
          z
            .enum(['restricted', 'privileged'])
            .describe(
              'The strictest level of pod security that its namespace can have: input of aks:manifests:check',
            ),
        files: z =>
          z
            .array(
              z.object({
                path: z.string(),
                outcome: z.enum([
                  'created',
                  'updated',
                  'unchanged',
                  'kept',
                  'removed',
                  'conflict',
                ]),
                content: z.string().optional(),
              }),
            )
            .describe('Each file, and what became of it'),
        changed: z =>
          z
            .boolean()
            .describe('Whether anything in the folder is not as it was before'),
        removed: z =>
          z
            .array(z.string())
            .describe('The files that were removed, for a pull request'),
        conflicts: z =>
          z
            .array(z.string())
            .describe(
              'The files in which people and the generator changed the same lines',
            ),
        objects: z =>
          z
            .array(
              z.object({
                environment: z.string().optional(),
                objects: z.array(z.record(z.unknown())),
              }),
            )
            .describe(
              'The objects of each environment: input of aks:manifests:check',
            ),
        listing: z =>
          z.string().describe('All files with their content, in Markdown'),
      },
    },
    async handler(ctx) {
      const { intent, form = 'yaml', folder = '.', removedTo } = ctx.input;
      const generated = generateWorkload(intent, { form });
      if (!generated.ok) {
        throw new InputError(listProblems(generated.problems));
      }
      const { files, kind, advice, podSecurity, objects } = generated;
      const root = resolveSafeChildPath(ctx.workspacePath, folder);
      const present = await readGenerated(root, files);
      const updates = updateFiles({
        generatedBefore: generatedBefore(present),
        present,
        generatedNow: files,
      });
      const record = recordOf({ form, files });
      await writeUpdates(
        root,
        updates,
        record,
        removedTo && resolveSafeChildPath(ctx.workspacePath, removedTo),
      );

      const pathsOf = (wanted: FileUpdate['outcome']) =>
        updates
          .filter(({ outcome }) => outcome === wanted)
          .map(({ path }) => path);
      const conflicts = pathsOf('conflict');
      const why = describeChoice(generated);
      ctx.logger.info(`${kind} ${intent.name}: ${advice.reason.because}`);
      for (const { path, outcome } of updates) {
        ctx.logger.info(`${outcome}: ${path}`);
      }
      for (const path of conflicts) {
        ctx.logger.warn(
          `${path}: the same lines were changed here and by the generator. Both stand in the file between marks; choose one.`,
        );
      }
      ctx.output('kind', kind);
      ctx.output('why', why);
      ctx.output('form', form);
      ctx.output('podSecurity', podSecurity);
      ctx.output('files', updates);
      ctx.output(
        'changed',
        updates.some(
          ({ outcome }) => outcome !== 'unchanged' && outcome !== 'kept',
        ) ||
          !present.some(
            ({ path, content }) =>
              path === record.path && content === record.content,
          ),
      );
      ctx.output('removed', pathsOf('removed'));
      ctx.output('conflicts', conflicts);
      ctx.output(
        'objects',
        objects.map(each => ({
          ...each,
          objects: each.objects.map(object => ({ ...object })),
        })),
      );
      ctx.output('listing', listFiles(updates));
    },
  });
}
