import { EntryRow } from '@backstage-aks/insight';
import { z } from 'zod';
import {
  addressSchema,
  clusterRefSchema,
  objectRefSchema,
  unseenFieldsSchema,
  verdictSchema,
  viewFrameSchema,
} from './parts';

/**
 * One Ingress, or Service of type LoadBalancer, that leads to the service.
 *
 * @public
 */
export const ingressRowSchema = z.object({
  cluster: clusterRefSchema,
  route: objectRefSchema,
  hosts: z.array(z.string()),
  paths: z.array(z.string()),
  className: z.string().optional(),
  addresses: z.array(addressSchema),
  /** Absent where class and addresses were looked up. */
  unseen: unseenFieldsSchema.optional(),
  verdict: verdictSchema,
  sentence: z.string(),
  createdAt: z.string().optional(),
}) satisfies z.ZodType<EntryRow>;

/**
 * Answer of `GET /entities/{kind}/{namespace}/{name}/summary`: what the cards
 * on an entity's overview need.
 *
 * @public
 */
export const summaryViewSchema = viewFrameSchema.extend({
  ingress: z.object({
    verdict: verdictSchema,
    /** One sentence of truth for the card. */
    sentence: z.string(),
    /** How many exposures there are, by verdict. */
    counts: z.object({
      ok: z.number().int(),
      warning: z.number().int(),
      broken: z.number().int(),
      unknown: z.number().int(),
    }),
    rows: z.array(ingressRowSchema),
  }),
});

/** @public */
export type IngressRow = z.infer<typeof ingressRowSchema>;

/** @public */
export type SummaryView = z.infer<typeof summaryViewSchema>;
