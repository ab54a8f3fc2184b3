import { z } from 'zod';
import { hopKindSchema } from './exposure';
import {
  addressSchema,
  clusterRefSchema,
  objectRefSchema,
  sourceSchema,
  unseenFieldsSchema,
  verdictSchema,
} from './parts';

/**
 * One host name, as one object lets it in.
 *
 * @public
 */
export const hostEntrySchema = z.object({
  /** In lower case; empty for an object that takes any host name. */
  host: z.string(),
  cluster: clusterRefSchema,
  /** The object that lets traffic in, such as an Ingress or an HTTPRoute. */
  route: objectRefSchema,
  className: z.string().optional(),
  addresses: z.array(addressSchema),
  /** Absent where class and addresses were looked up. */
  unseen: unseenFieldsSchema.optional(),
  tls: z.boolean(),
  verdict: verdictSchema,
  sentence: z.string(),
  /** The hop whose finding explains the verdict, if it is not `ok`. */
  brokenAt: hopKindSchema.optional(),
  /** The rule behind the verdict, and what to do, where it names any. */
  finding: z
    .object({ rule: z.string(), title: z.string(), remedy: z.string() })
    .optional(),
  /** Entity references of the owners that the platform bound the namespace to. */
  owners: z.array(z.string()),
  /**
   * Entities of the catalog that the caller may read and whose annotations mean
   * what is behind the host: by `backstage.io/kubernetes-id`, or by a label
   * selector that asks for a single label.
   */
  entities: z.array(
    z.object({ entityRef: z.string(), title: z.string().optional() }),
  ),
});

/**
 * Answer of `GET /hosts`: host names of the fleet, a page at a time.
 *
 * @public
 */
export const hostListSchema = z.object({
  items: z.array(hostEntrySchema),
  /** How many match, whatever their verdict. */
  totalItems: z.number().int(),
  /**
   * Where the next page begins; absent at the end. With a filter by verdict a
   * page may be short, or empty, and have a next one all the same: only so many
   * hosts are judged for one request.
   */
  nextCursor: z.string().optional(),
  /** How many hosts were judged to make this page. */
  judged: z.number().int(),
  /** Classes and clusters by which the list can be filtered. */
  classes: z.array(z.string()),
  clusters: z.array(clusterRefSchema),
  sources: z.array(sourceSchema),
  /** ISO 8601; when time alone would change a verdict. */
  validUntil: z.string().optional(),
  /** As in a view of a service. */
  scopes: z.array(z.string()),
});

/**
 * What `GET /hosts` can be asked for.
 *
 * @public
 */
export const hostListQuerySchema = z.object({
  query: z
    .string()
    // Room for a URL that somebody pasted.
    .max(2000)
    .optional()
    .describe(
      'Part of a host name, a whole one (which a wildcard may take), a URL on it, or the start of an address',
    ),
  class: z
    .string()
    .max(253)
    .optional()
    .describe("The class of the Ingress, or of the route's Gateway"),
  verdict: z
    .string()
    .transform(text => text.split(','))
    .pipe(z.array(verdictSchema))
    .optional()
    .describe('One or several, separated by commas'),
  cluster: z.string().max(63).optional().describe("A cluster's slug"),
  environment: z.string().max(253).optional().describe('Such as production'),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(100)
    .default(50)
    .describe('Hosts in a page'),
  cursor: z
    .string()
    .max(1000)
    .optional()
    .describe('The `nextCursor` of the page before'),
});

/** @public */
export type HostEntry = z.infer<typeof hostEntrySchema>;

/** @public */
export type HostList = z.infer<typeof hostListSchema>;

/**
 * What {@link AksApi.getHosts} can be asked for; everything may be left out.
 *
 * @public
 */
export type HostListQuery = Partial<z.output<typeof hostListQuerySchema>>;
