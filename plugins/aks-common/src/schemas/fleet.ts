import { z } from 'zod';
import { clusterRefSchema, freshnessSchema } from './parts';

/** @public */
export const clusterSchema = clusterRefSchema.extend({
  freshness: freshnessSchema,
  /** As the API server reports it, such as `v1.36.2`. */
  kubernetesVersion: z.string().optional(),
  namespaces: z.number().int(),
});

/**
 * Answer of `GET /clusters`.
 *
 * @public
 */
export const clusterListSchema = z.object({
  items: z.array(clusterSchema),
  totalItems: z.number().int(),
});

/**
 * When the portal tries next to read what it could not, ISO 8601. A moment that
 * has passed means that it is trying now.
 */
const nextTryAtSchema = z.string().optional();

/** @public */
export const kindStatusSchema = z.object({
  kind: z.string(),
  freshness: freshnessSchema,
  nextTryAt: nextTryAtSchema,
  /** This and the next two only for who may read every namespace. */
  records: z.number().int().optional(),
  /** Objects that could not be projected, such as one without metadata. */
  malformed: z.number().int().optional(),
  /** Full listings since the collector started. */
  lists: z.number().int().optional(),
  /** The newest failure, also when it has been overcome. */
  lastError: z.object({ at: z.string(), message: z.string() }).optional(),
});

/**
 * Answer of `GET /status`: how well each cluster and kind is known.
 *
 * @public
 */
export const fleetStatusSchema = z.object({
  clusters: z.array(
    clusterRefSchema.extend({
      freshness: freshnessSchema,
      nextTryAt: nextTryAtSchema,
      /**
       * Which replica of the portal reads the cluster: the one that answers, or
       * another. Absent while none does.
       */
      collectedBy: z.enum(['this-replica', 'another-replica']).optional(),
      kinds: z.array(kindStatusSchema),
    }),
  ),
  /** Present while the replica that answers cannot write to its database. */
  database: z
    .object({
      /** ISO 8601; the first write that failed. */
      since: z.string(),
      message: z.string(),
      remedy: z.string(),
      /** What the database said; only for who may read every namespace. */
      detail: z.string().optional(),
    })
    .optional(),
});

/** @public */
export type Cluster = z.infer<typeof clusterSchema>;

/** @public */
export type ClusterList = z.infer<typeof clusterListSchema>;

/** @public */
export type FleetStatus = z.infer<typeof fleetStatusSchema>;
