import { LoggerService } from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { parseEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { AccessReader } from '../../permissions/Access';
import { hideUnexpected } from '../hideUnexpected';
import { HostViews } from '../hosts/HostViews';
import { readableEntity } from '../readableEntity';
import { ServiceViews } from '../ServiceViews';
import { foundHosts } from './foundHosts';
import { ServiceExposure, serviceExposureView } from './serviceExposure';

const READ_ONLY = { readOnly: true, destructive: false, idempotent: true };

const HOSTS = 50;

/**
 * Offers what the API answers to assistants, templates and the command line,
 * with the rights of whoever asks.
 */
export function registerActions(options: {
  actionsRegistry: ActionsRegistryService;
  accessReader: AccessReader;
  catalog: CatalogService;
  serviceViews: ServiceViews;
  hostViews: HostViews;
  environments: readonly string[];
  logger: LoggerService;
}) {
  const { actionsRegistry, accessReader, catalog, logger } = options;
  const { serviceViews, hostViews, environments } = options;
  const exposure = serviceExposureView(environments);

  actionsRegistry.register({
    name: 'get-service-exposure',
    title: 'Get how a service is reached',
    description:
      'Tells how each host name reaches the pods of a catalog entity on its clusters: the verdict, the hop that breaks, the rule and what to do. The worst come first; the answer is cut to 8 kB and says what was left out. Namespaces that the caller may not read are not part of it.',
    attributes: READ_ONLY,
    schema: {
      input: z =>
        z.object({
          entityRef: z
            .string()
            .max(300)
            .describe('Such as component:default/shop-front'),
        }),
      output: z =>
        z
          .object({
            entityRef: z.string(),
            service: z.enum(['found', 'unannotated', 'not-found']),
            total: z.number().describe('How many ways in there are'),
            exposures: z
              .array(
                z
                  .object({
                    host: z.string().describe('Empty for any host name'),
                    verdict: z.string(),
                    sentence: z.string(),
                  })
                  .passthrough(),
              )
              .describe('The worst first'),
            notCurrent: z
              .array(z.string())
              .describe('What is not known as it is now, such as weu: stale'),
            note: z.string().describe('What was left out'),
          })
          .passthrough(),
    },
    async action({ input, credentials }) {
      return guarded(logger, async () => {
        const [entity, access] = await Promise.all([
          readableEntity(catalog, readRef(input.entityRef), credentials),
          accessReader.of(credentials),
        ]);
        const answer = await serviceViews.answer(exposure, entity, access);
        return { output: answer.body() as ServiceExposure };
      });
    },
  });

  actionsRegistry.register({
    name: 'find-host',
    title: 'Find whose a host name or IP address is',
    description:
      'Finds host names of the fleet by part of the name, by a whole one (which a wildcard may take) or by the start of an address, and tells the owner, the catalog entities, the cluster and how each stands. The answer is cut to 8 kB and says what was left out. Namespaces that the caller may not read are not searched.',
    attributes: READ_ONLY,
    schema: {
      input: z =>
        z.object({
          query: z
            .string()
            .min(1)
            .max(2000)
            .describe('Such as shop.example.com, a URL on it, or 20.61.7.10'),
        }),
      output: z =>
        z.object({
          total: z.number().describe('How many match'),
          notCurrent: z
            .array(z.string())
            .describe('What is not known as it is now, such as weu: stale'),
          hosts: z.array(
            z
              .object({
                host: z.string().describe('Empty for any host name'),
                verdict: z.string(),
                owners: z.array(z.string()),
                entities: z.array(z.string()),
              })
              .passthrough(),
          ),
          note: z.string().describe('What was left out'),
        }),
    },
    async action({ input, credentials }) {
      return guarded(logger, async () => {
        const access = await accessReader.of(credentials);
        const list = await hostViews.list(
          { query: input.query, limit: HOSTS },
          access,
          credentials,
        );
        return { output: foundHosts(list) };
      });
    },
  });
}

async function guarded<T>(
  logger: LoggerService,
  answer: () => Promise<T>,
): Promise<T> {
  try {
    return await answer();
  } catch (error) {
    throw hideUnexpected(error, logger);
  }
}

function readRef(entityRef: string) {
  try {
    return parseEntityRef(entityRef, {
      defaultKind: 'component',
      defaultNamespace: 'default',
    });
  } catch {
    throw new InputError(
      'The entity reference cannot be read. Write it as kind:namespace/name, such as component:default/shop-front.',
    );
  }
}
