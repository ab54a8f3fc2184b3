import { Exposure, IngressStack } from '@backstage-aks/insight';
import { z } from 'zod';
import {
  addressSchema,
  clusterRefSchema,
  objectRefSchema,
  verdictSchema,
  viewFrameSchema,
} from './parts';

/** @public */
export const hopKindSchema = z.enum([
  'upstream',
  'address',
  'listener',
  'route',
  'service',
  'endpoints',
  'pods',
]);

/** @public */
export const evidenceSchema = z.object({
  object: objectRefSchema,
  field: z.string(),
  value: z.string(),
});

/** @public */
export const hopFindingSchema = z.object({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  title: z.string(),
  cause: z.string(),
  remedy: z.object({ text: z.string(), command: z.string().optional() }),
});

/** @public */
export const hopSchema = z.object({
  kind: hopKindSchema,
  verdict: verdictSchema,
  judged: z.boolean(),
  object: objectRefSchema.optional(),
  subject: z.string(),
  status: z.string(),
  finding: hopFindingSchema.optional(),
  otherFindings: z.array(hopFindingSchema).optional(),
  evidence: z.array(evidenceSchema),
});

/** @public */
export const ingressStackSchema = z.object({
  id: z.string(),
  title: z.string(),
  managedBy: z.string(),
  support: z.enum(['supported', 'ending', 'ended', 'not-known']),
  lastDay: z.string().optional(),
  successor: z.string().optional(),
  docs: z.string().optional(),
}) satisfies z.ZodType<IngressStack>;

/** @public */
export const exposureSchema = z.object({
  id: z.string(),
  host: z.string(),
  paths: z.array(z.object({ path: z.string(), pathType: z.string() })),
  tls: z.boolean(),
  route: objectRefSchema,
  className: z.string().optional(),
  stack: ingressStackSchema.optional(),
  addresses: z.array(addressSchema),
  createdAt: z.string().optional(),
  verdict: verdictSchema,
  sentence: z.string(),
  brokenAt: hopKindSchema.optional(),
  hops: z.array(hopSchema),
}) satisfies z.ZodType<Exposure>;

/** @public */
export const clusterExposureSchema = exposureSchema.extend({
  cluster: clusterRefSchema,
});

/**
 * Answer of `GET /entities/{kind}/{namespace}/{name}/exposure`.
 *
 * @public
 */
export const exposureViewSchema = viewFrameSchema.extend({
  /** One per environment, in the configured order. */
  environments: z.array(
    z.object({
      name: z.string(),
      verdict: verdictSchema,
      exposures: z.array(clusterExposureSchema),
    }),
  ),
});

/** @public */
export type ClusterExposure = z.infer<typeof clusterExposureSchema>;

/** @public */
export type ExposureView = z.infer<typeof exposureViewSchema>;
