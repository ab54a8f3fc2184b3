import { z } from 'zod';
import { absolutePath, dnsLabel, dnsSubdomain } from './names';
import { bytes } from './quantity';

const size = bytes('1Mi', '10Gi').default('10Gi');

const volume = {
  name: dnsLabel(20).default('data'),
  mountPath: absolutePath,
  size,
};

/** What outlives a pod. */
export const storage = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('own-disks'),
    ...volume,
    storageClass: dnsSubdomain.default('managed-csi'),
    /** What becomes of the disks; only `Retain` is safe against a slip. */
    whenDeleted: z.enum(['Retain', 'Delete']).default('Retain'),
    whenScaled: z.enum(['Retain', 'Delete']).default('Retain'),
  }),
  z.strictObject({
    type: z.literal('one-disk'),
    ...volume,
    storageClass: dnsSubdomain.default('managed-csi'),
  }),
  z.strictObject({
    type: z.literal('shared'),
    ...volume,
    storageClass: dnsSubdomain.default('azurefile-csi'),
  }),
]);

/**
 * Directories of the node that an agent reads, such as a collector of logs. Read-only,
 * as an agent that writes to its node can take it over.
 */
export const nodePaths = z
  .array(
    z.strictObject({
      path: absolutePath,
      /** Where the program finds it; at the same path where left out. */
      mountPath: absolutePath.optional(),
    }),
  )
  .max(16)
  .default([]);

/** @public */
export type StorageIntent = z.output<typeof storage>;
