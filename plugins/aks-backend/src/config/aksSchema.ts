import { kinds } from '@backstage-aks/insight';
import { ConfigReader, readDurationFromConfig } from '@backstage/config';
import {
  durationToMilliseconds,
  HumanDuration,
  JsonObject,
} from '@backstage/types';
import { isIP } from 'node:net';
import { z } from 'zod';
import { CLUSTER_RESOURCE_ID } from './azurePortal';

const words = (expected: string) => ({ error: `expected ${expected}` });

const text = z.string(words('a text')).trim().min(1, words('a text'));

const name = text.max(63, words('at most 63 characters'));

const url = z
  .string(words('the URL of an API server'))
  .refine(isServerUrl, words('the URL of an API server, such as https://host'));

const token = z.strictObject({
  type: z.literal('serviceAccountToken'),
  token: text.optional(),
  tokenFile: text.optional(),
});

const kubeconfig = z.strictObject({
  type: z.literal('kubeconfig'),
  path: text,
  context: text,
});

const cluster = z.strictObject(
  {
    name,
    environment: name.optional(),
    url: url.optional(),
    resourceId: text
      .regex(
        CLUSTER_RESOURCE_ID,
        words(
          'the resource ID of an AKS cluster, such as /subscriptions/…/resourceGroups/…/providers/Microsoft.ContainerService/managedClusters/…',
        ),
      )
      .optional(),
    caData: text.optional(),
    caFile: text.optional(),
    skipTLSVerify: z.boolean(words('true or false')).optional(),
    auth: z.discriminatedUnion('type', [token, kubeconfig], {
      error: issue =>
        issue.code === 'invalid_union'
          ? 'expected "serviceAccountToken" or "kubeconfig"'
          : 'expected how to sign in, such as { type: serviceAccountToken, tokenFile: … }',
    }),
  },
  words('a cluster with name, url and auth'),
);

const pattern = text.regex(
  /^[A-Za-z0-9*._-]+$/,
  words('a name, in which * stands for any characters'),
);

const owner = text.regex(
  /^([a-z]+:)?([A-Za-z0-9._-]+\/)?[A-Za-z0-9._-]+$/i,
  words('a catalog owner, such as group:default/storefront'),
);

const hostName = text.regex(
  /^(\*\.)?[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*\.?$/i,
  words('a host name, such as shop.contoso.example or *.contoso.example'),
);

const address = text.refine(
  value => isIP(value) !== 0 || hostName.safeParse(value).success,
  words('an IP address or a host name'),
);

const list = <Schema extends z.ZodType>(schema: Schema, expected: string) =>
  z.array(schema, words(expected));

/** Read as Backstage reads durations; becomes milliseconds. */
const duration = (fallback: HumanDuration) =>
  z
    .unknown()
    .transform((value, context) => {
      const config = new ConfigReader({ value } as JsonObject);
      try {
        const read = readDurationFromConfig(config, { key: 'value' });
        const milliseconds = durationToMilliseconds(read);
        if (milliseconds >= 0) {
          return milliseconds;
        }
      } catch {
        // Told below, as all that is wrong is.
      }
      context.addIssue({
        code: 'custom',
        message: 'expected a duration, such as 7d or { days: 7 }',
      });
      return z.NEVER;
    })
    .prefault(fallback);

/** The shape of the `aks` section of the configuration. */
export const aksSchema = z.strictObject(
  {
    clusters: list(cluster, 'a list of clusters').default([]),
    azurePortal: z
      .string(words('the URL of the Azure portal'))
      .refine(
        value => isServerUrl(value) && value.startsWith('https:'),
        words('the URL of the Azure portal, such as https://portal.azure.us'),
      )
      .default('https://portal.azure.com'),
    environments: list(
      z.strictObject(
        {
          name,
          clusters: list(pattern, 'a list of name patterns').default([]),
        },
        words('an environment with name and clusters'),
      ),
      'a list of environments',
    ).default([]),
    ownership: z
      .strictObject(
        {
          label: text.default('backstage-aks.io/owner'),
          annotation: text.optional(),
          patterns: list(
            z.strictObject(
              { namespaces: pattern, owner },
              words('a pattern with namespaces and owner'),
            ),
            'a list of patterns',
          ).default([]),
          unbound: z
            .enum(['allow', 'deny'], words('"allow" or "deny"'))
            .default('deny'),
        },
        words('an object'),
      )
      .prefault({}),
    upstreams: list(
      z.strictObject(
        {
          name,
          kind: z
            .enum(
              ['front-door', 'application-gateway', 'firewall', 'other'],
              words(
                '"front-door", "application-gateway", "firewall" or "other"',
              ),
            )
            .default('other'),
          hosts: list(hostName, 'a list of host names').default([]),
          addresses: list(address, 'a list of addresses').default([]),
        },
        words('an upstream with name, and hosts or addresses'),
      ),
      'a list of upstreams',
    ).default([]),
    collect: z
      .strictObject(
        {
          pageSize: z
            .int(words('a whole number'))
            .min(1, words('at least 1'))
            .max(5000, words('at most 5000'))
            .default(500),
          kinds: list(
            z.enum(
              kinds.map(({ kind }) => kind),
              words(`one of ${kinds.map(({ kind }) => kind).join(', ')}`),
            ),
            'a list of kinds',
          ).optional(),
          lists: z
            .enum(['pages', 'stream'], words('"pages" or "stream"'))
            .default('pages'),
          namespaces: z
            .strictObject(
              {
                include: list(pattern, 'a list of namespaces')
                  .min(1, words('at least one namespace'))
                  .optional(),
                exclude: list(pattern, 'a list of namespaces').default([]),
              },
              words('an object with include and exclude'),
            )
            .prefault({}),
          requests: z
            .strictObject(
              {
                perSecond: z
                  .number(words('a number'))
                  .min(1, words('at least 1'))
                  .max(1000, words('at most 1000'))
                  .default(50),
                burst: z
                  .int(words('a whole number'))
                  .min(1, words('at least 1'))
                  .max(10_000, words('at most 10000'))
                  .default(100),
              },
              words('an object with perSecond and burst'),
            )
            .prefault({}),
        },
        words('an object'),
      )
      .prefault({}),
    retention: z
      .strictObject(
        {
          clusters: duration({ days: 7 }),
          events: duration({ days: 1 }),
        },
        words('an object'),
      )
      .prefault({}),
  },
  words('an object'),
);

/** The `aks` section as it is written, with defaults filled in. */
export type AksSection = z.infer<typeof aksSchema>;

/** One cluster as it is written. */
export type ClusterSection = AksSection['clusters'][number];

function isServerUrl(value: string): boolean {
  const parsed = URL.canParse(value) ? new URL(value) : undefined;
  return (
    parsed !== undefined &&
    ['https:', 'http:'].includes(parsed.protocol) &&
    parsed.username === '' &&
    parsed.password === '' &&
    parsed.search === '' &&
    parsed.hash === ''
  );
}
