import { z } from 'zod';
import {
  absolutePath,
  dataKey,
  dnsLabel,
  dnsSubdomain,
  guid,
  line,
  text,
  variableName,
} from './names';

/** How the program gets at a ConfigMap or a Secret. */
const use = z.discriminatedUnion('as', [
  z.strictObject({
    as: z.literal('variables'),
    /** Name of the variable: key. */
    variables: z
      .record(variableName, dataKey)
      .refine(map => Object.keys(map).length > 0, 'must not be empty'),
  }),
  z.strictObject({
    as: z.literal('all-variables'),
    prefix: variableName.optional(),
  }),
  z.strictObject({ as: z.literal('files'), mountPath: absolutePath }),
  z.strictObject({
    as: z.literal('file'),
    key: dataKey,
    mountPath: absolutePath,
  }),
]);

/**
 * How the program gets at a ConfigMap or a Secret.
 *
 * @public
 */
export type UseIntent = z.output<typeof use>;

const file = z.union(
  [
    z.strictObject({ text: text(1_048_576) }),
    z.strictObject({
      base64: z
        .base64('must be base64')
        .max(1_398_104, 'must have at most 1 MiB'),
    }),
  ],
  { error: 'must have either text or base64' },
);

const configMap = z.strictObject({
  name: dnsLabel(50),
  literals: z.record(dataKey, text(1_048_576)).default({}),
  /** By key: text, or bytes as base64. */
  files: z.record(dataKey, file).default({}),
  /** Lines of `KEY=VALUE`, as in a .env file. */
  envFile: text(1_048_576).optional(),
  use,
});

/**
 * One ConfigMap.
 *
 * @public
 */
export type ConfigMapIntent = z.output<typeof configMap>;

export const configuration = z
  .strictObject({
    maps: z.array(configMap).max(16).default([]),
    /**
     * How a change reaches the pods: `immutable` gives the ConfigMap a name made
     * of its content, `checksum` puts a checksum on the pod template.
     */
    rollout: z.enum(['immutable', 'checksum']).default('immutable'),
  })
  .prefault({});

const remoteName = z
  .string()
  .regex(
    /^[0-9a-zA-Z-]{1,127}$/,
    'must be a name in a key vault: letters, digits and hyphens',
  );

const keyVault = z.strictObject({
  source: z.literal('key-vault'),
  name: dnsLabel(50),
  vault: z
    .string()
    .regex(
      /^[a-zA-Z](?!.*--)[a-zA-Z0-9-]{1,22}[a-zA-Z0-9]$/,
      'must be the name of a key vault: 3 to 24 letters, digits and hyphens',
    ),
  tenantId: guid,
  objects: z
    .array(
      z.strictObject({
        name: remoteName,
        type: z.enum(['secret', 'key', 'cert']).default('secret'),
        /** The key, or name of the file, under which the program sees it. */
        key: dataKey,
      }),
    )
    .min(1, 'must name at least one object')
    .max(64),
  use,
  /** Where the files are; needed also where only variables are used. */
  mountPath: absolutePath.default('/mnt/secrets'),
});

const externalSecret = z.strictObject({
  source: z.literal('external-secret'),
  name: dnsLabel(50),
  store: z.strictObject({
    name: dnsSubdomain,
    kind: z.enum(['SecretStore', 'ClusterSecretStore']).default('SecretStore'),
  }),
  refreshInterval: z
    .string()
    .regex(/^\d{1,4}[smh]$/, 'must be a time, such as 1h')
    .default('1h'),
  keys: z
    .array(
      z.strictObject({
        key: dataKey,
        remote: line(253),
        property: line(253).optional(),
      }),
    )
    .min(1, 'must name at least one key')
    .max(64),
  use,
});

const existing = z.strictObject({
  source: z.literal('existing'),
  name: dnsSubdomain,
  /** The keys that it has, so that none is asked for in vain. */
  keys: z.array(dataKey).min(1, 'must name at least one key').max(64),
  use,
});

/** Where secrets come from; never their values. None where the list is empty. */
export const secrets = z
  .array(z.discriminatedUnion('source', [keyVault, externalSecret, existing]))
  .max(16)
  .default([]);

/**
 * One source of secrets.
 *
 * @public
 */
export type SecretIntent = z.output<typeof secrets>[number];
