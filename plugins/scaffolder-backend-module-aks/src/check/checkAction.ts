import { InputError } from '@backstage/errors';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { checkExamples } from './checkExamples';
import { checkObjects } from './checkObjects';
import { checkFolder } from './checkFolder';
import { countVerdicts, faultsAtLeast } from './judgement';
import { listUnjudged, listVerdicts } from './verdictsInWords';

/**
 * Judges manifests: those that a step before has generated, or the YAML files of a
 * folder. It writes nothing, so a dry run does the same.
 */
export function createCheckAction() {
  return createTemplateAction({
    id: 'aks:manifests:check',
    description:
      'Judges Kubernetes manifests by the checks for workloads, pod security and AKS deployment safeguards.',
    supportsDryRun: true,
    examples: checkExamples,
    schema: {
      input: {
        objects: z =>
          z
            .array(
              z.object({
                environment: z.string().optional(),
                objects: z.array(z.record(z.unknown())),
              }),
            )
            .optional()
            .describe(
              'Manifests as objects, for each environment: the output objects of aks:workload:generate',
            ),
        folder: z =>
          z
            .string()
            .optional()
            .describe(
              'Where YAML and JSON files are in the workspace, where no objects are given; its root where left out',
            ),
        namespace: z =>
          z
            .string()
            .optional()
            .describe('The namespace of objects that name none'),
        podSecurity: z =>
          z
            .enum(['privileged', 'baseline', 'restricted'])
            .optional()
            .describe('The pod security level; restricted where left out'),
        failOn: z =>
          z
            .enum(['broken', 'warning', 'never'])
            .optional()
            .describe('What fails the step; never where left out'),
      },
      output: {
        verdicts: z =>
          z
            .array(
              z.object({
                environment: z.string().optional(),
                check: z.string(),
                title: z.string(),
                object: z.string(),
                verdict: z.enum(['ok', 'warning', 'broken', 'unknown']),
                field: z.string().optional(),
                cause: z.string().optional(),
                remedy: z.string().optional(),
                where: z.string().optional(),
              }),
            )
            .describe('One for each object and each check that concerns it'),
        counts: z =>
          z
            .object({
              ok: z.number(),
              warning: z.number(),
              broken: z.number(),
              unknown: z.number(),
            })
            .describe('How many there are of each verdict'),
        unjudged: z =>
          z
            .array(z.string())
            .describe('What no check judges: neither good nor bad'),
        listing: z =>
          z.string().describe('The verdicts, the worst first, in Markdown'),
      },
    },
    async handler(ctx) {
      const { objects, folder = '.', failOn = 'never' } = ctx.input;
      const { namespace, podSecurity } = ctx.input;
      const options = { namespace, podSecurity };
      const { verdicts, unjudged } = objects
        ? checkObjects(objects, options)
        : await checkFolder(
            resolveSafeChildPath(ctx.workspacePath, folder),
            options,
          );
      const counts = countVerdicts(verdicts);
      const listing = [listVerdicts(verdicts), ...listUnjudged(unjudged)].join(
        '\n\n',
      );
      ctx.logger.info(
        `${counts.ok} ok, ${counts.warning} warnings, ${counts.broken} broken, ${counts.unknown} unknown`,
      );
      ctx.output('verdicts', verdicts);
      ctx.output('counts', counts);
      ctx.output('unjudged', unjudged);
      ctx.output('listing', listing);

      const faults = failOn === 'never' ? [] : faultsAtLeast(failOn, verdicts);
      if (faults.length > 0) {
        throw new InputError(
          [
            'The manifests do not pass the checks:',
            ...faults.map(
              ({ object, check, cause, remedy }) =>
                `- ${object}: ${check}: ${cause ?? ''} ${remedy ?? ''}`,
            ),
          ].join('\n'),
        );
      }
    },
  });
}
