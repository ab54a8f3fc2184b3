import { Freshness, UnseenFields, unreadReasons } from '@backstage-aks/insight';
import { z } from 'zod';

/** @public */
export const verdictSchema = z.enum(['ok', 'warning', 'broken', 'unknown']);

/** @public */
export const objectRefSchema = z.object({
  kind: z.string(),
  namespace: z.string(),
  name: z.string(),
});

/** @public */
export const addressSchema = z.object({
  ip: z.string().optional(),
  hostname: z.string().optional(),
});

const unseenSchema = z.enum(['not-visible', 'not-known']);

/**
 * What could not be looked up, and why; a field that is absent here was.
 *
 * @public
 */
export const unseenFieldsSchema = z.object({
  addresses: unseenSchema.optional(),
  className: unseenSchema.optional(),
}) satisfies z.ZodType<UnseenFields>;

/** @public */
export const freshnessSchema = z.object({
  state: z.enum([
    'live',
    'stale',
    'forbidden',
    'absent',
    'unreachable',
    'pending',
  ]),
  since: z.string().optional(),
  /** Why it is stale or unreachable, such as `unauthorized` or `tls`. */
  reason: z.enum(unreadReasons).optional(),
  /** What is wrong. */
  message: z.string().optional(),
  /** What to do about it, and who. */
  remedy: z.string().optional(),
  /**
   * What exactly was tried and what refused it; only for who may read every
   * namespace, as it may quote what a cluster said.
   */
  detail: z.string().optional(),
}) satisfies z.ZodType<Freshness>;

/**
 * A cluster as pages name it. The slug is opaque and fit for URLs.
 *
 * @public
 */
export const clusterRefSchema = z.object({
  slug: z.string(),
  name: z.string(),
  environment: z.string(),
});

/**
 * A source of a view that is not wholly live, or the cluster as a whole.
 *
 * @public
 */
export const sourceSchema = z.object({
  cluster: clusterRefSchema,
  /** Where the Azure portal shows the cluster, for who sees a part of it. */
  azurePortal: z.string().optional(),
  freshness: freshnessSchema,
  /**
   * Whether the service of the view was found there; `not-known` where nothing
   * can be said of that. Absent in views that are not of a service.
   */
  service: z.enum(['found', 'not-found', 'not-known']).optional(),
  /** Kinds of this cluster that the view reads and that are not live. */
  kinds: z.array(z.object({ kind: z.string(), freshness: freshnessSchema })),
});

/**
 * What a service view was made of and what is missing from it.
 *
 * @public
 */
export const viewFrameSchema = z.object({
  entityRef: z.string(),
  /**
   * - `found`: at least one workload, Service or Ingress was found and may be
   *   seen.
   * - `unannotated`: the entity says nothing about clusters.
   * - `not-found`: the selector matches nothing that the caller may see.
   */
  service: z.enum(['found', 'unannotated', 'not-found']),
  /** The label selector in use, as text. */
  selector: z.string().optional(),
  sources: z.array(sourceSchema),
  /**
   * Namespaces that the entity's own annotation names and that the caller may
   * not see; such a namespace may as well not exist. Others in which the
   * selector matches are not even counted.
   */
  hidden: z.object({
    count: z.number().int(),
    namespaces: z.array(z.string()),
  }),
  /** ISO 8601; when time alone would change a verdict. */
  validUntil: z.string().optional(),
  /**
   * Opaque names of what the view was made of. A "changed" signal that names
   * one of them means: fetch again.
   */
  scopes: z.array(z.string()),
});

/** @public */
export type ClusterRef = z.infer<typeof clusterRefSchema>;

/** @public */
export type Source = z.infer<typeof sourceSchema>;

/** @public */
export type ViewFrame = z.infer<typeof viewFrameSchema>;
