import { z } from 'zod';
import {
  absolutePath,
  line,
  portName,
  portNumber,
  text,
  variableName,
  whole,
} from './names';
import { bytes, cpu } from './quantity';

const port = z.strictObject({
  name: portName,
  port: portNumber,
  protocol: z.enum(['TCP', 'UDP']).default('TCP'),
  /** The port of the Service; that of the container where left out. */
  servicePort: portNumber.optional(),
});

// No default here: what fits depends on the kind and on the other probes.
const timing = {
  periodSeconds: whole(1, 3600).optional(),
  timeoutSeconds: whole(1, 3600).optional(),
  failureThreshold: whole(1, 1000).optional(),
};

const probe = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('http'),
    path: line(1024).regex(/^\//, 'must begin with a slash'),
    port: portName,
    ...timing,
  }),
  z.strictObject({ type: z.literal('tcp'), port: portName, ...timing }),
  z.strictObject({
    type: z.literal('grpc'),
    port: portName,
    service: line(253).optional(),
    ...timing,
  }),
  z.strictObject({
    type: z.literal('command'),
    command: z.array(text(4096)).min(1, 'must not be empty').max(64),
    ...timing,
  }),
]);

/**
 * What a probe asks.
 *
 * @public
 */
export type ProbeIntent = z.output<typeof probe>;

export const containerFields = {
  command: z.array(text(4096)).max(64).optional(),
  args: z.array(text(4096)).max(256).optional(),
  ports: z.array(port).max(32).default([]),
  /** Plain values; anything secret belongs in `secrets`. */
  environment: z.record(variableName, text(32_768)).default({}),
  resources: z
    .strictObject({
      cpu: cpu.default('100m'),
      memory: bytes('4Mi', '128Mi').default('128Mi'),
      /** No limit where left out: throttling costs more than it protects. */
      cpuLimit: cpu.optional(),
      /** The same as `memory` where left out. */
      memoryLimit: bytes('4Mi', '256Mi').optional(),
    })
    .prefault({}),
  probes: z
    .strictObject({
      readiness: probe.optional(),
      liveness: probe.optional(),
      startup: probe.optional(),
    })
    .default({}),
  security: z
    .strictObject({
      runAsUser: whole(1, 2 ** 31 - 1).optional(),
      runAsGroup: whole(1, 2 ** 31 - 1).optional(),
      fsGroup: whole(1, 2 ** 31 - 1).optional(),
      readOnlyRootFilesystem: z.boolean().default(true),
      /** Directories that it writes to and that may be lost with the pod. */
      writablePaths: z.array(absolutePath).max(16).default([]),
    })
    .prefault({}),
  /** Seconds to finish what it is doing after it was told to stop. */
  terminationGraceSeconds: whole(1, 3600).optional(),
};
