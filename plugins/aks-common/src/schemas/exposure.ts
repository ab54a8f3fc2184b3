import { Exposure, IngressStack, Verdict } from '@backstage-aks/insight';
import { z } from 'zod';
import {
  addressSchema,
  ClusterRef,
  clusterRefSchema,
  objectRefSchema,
  unseenFieldsSchema,
  verdictSchema,
  ViewFrame,
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
  support: z.enum([
    'supported',
    'ending',
    'ended',
    'self-managed',
    'not-known',
  ]),
  lastDay: z.string().optional(),
  successor: z.string().optional(),
  docs: z.string().optional(),
}) satisfies z.ZodType<IngressStack>;

/**
 * A way in as it travels: hops and stacks, which many ways in share, stand once
 * in the answer and are referred to by their places there.
 *
 * @public
 */
export const listedExposureSchema = z.object({
  id: z.string(),
  host: z.string(),
  paths: z.array(z.object({ path: z.string(), pathType: z.string() })),
  tls: z.boolean(),
  route: objectRefSchema,
  className: z.string().optional(),
  /** Its place among the answer's `stacks`. */
  stack: z.number().int().nonnegative().optional(),
  addresses: z.array(addressSchema),
  /** Absent where class and addresses were looked up. */
  unseen: unseenFieldsSchema.optional(),
  createdAt: z.string().optional(),
  verdict: verdictSchema,
  sentence: z.string(),
  brokenAt: hopKindSchema.optional(),
  /** Places among the answer's `hops`, from the outside to the pods. */
  hops: z.array(z.number().int().nonnegative()),
  cluster: clusterRefSchema,
});

/**
 * Answer of `GET /entities/{kind}/{namespace}/{name}/exposure`; see
 * {@link toExposureView}.
 *
 * @public
 */
export const exposureAnswerSchema = viewFrameSchema.extend({
  /** One per environment, in the configured order. */
  environments: z.array(
    z.object({
      name: z.string(),
      verdict: verdictSchema,
      exposures: z.array(listedExposureSchema),
    }),
  ),
  hops: z.array(hopSchema),
  stacks: z.array(ingressStackSchema),
});

/** @public */
export type ListedExposure = z.infer<typeof listedExposureSchema>;

/** @public */
export type ExposureAnswer = z.infer<typeof exposureAnswerSchema>;

/**
 * A way in to a service, and the cluster that it is on.
 *
 * @public
 */
export interface ClusterExposure extends Exposure {
  cluster: ClusterRef;
}

/**
 * How a service is reached, by environment.
 *
 * @public
 */
export interface ExposureView extends ViewFrame {
  /** One per environment, in the configured order. */
  environments: {
    name: string;
    verdict: Verdict;
    exposures: ClusterExposure[];
  }[];
}
