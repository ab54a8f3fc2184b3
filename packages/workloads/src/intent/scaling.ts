import { z } from 'zod';
import { dnsLabel, dnsSubdomain, guid, labels, line, whole } from './names';
import { quantity } from './quantity';

const replicas = (least: number) => whole(least, 10_000);

const target = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('Value'), value: quantity }),
  z.strictObject({ type: z.literal('AverageValue'), value: quantity }),
]);

const resource = z.strictObject({
  type: z.literal('Resource'),
  resource: z.enum(['cpu', 'memory']),
  /** Percent of the requests, averaged over the pods. */
  utilization: whole(1, 1000),
});

/** As `Resource`, but without the containers that others put into the pod. */
const containerResource = z.strictObject({
  type: z.literal('ContainerResource'),
  resource: z.enum(['cpu', 'memory']),
  /** Percent of the requests of the program's container. */
  utilization: whole(1, 1000),
});

// Metric names of adapters have no common grammar beyond path segments.
const metricName = line(253)
  .refine(name => !/[/%]/.test(name), {
    message: 'must not contain a slash or a percent sign',
  })
  .refine(name => !/^\.\.?$/.test(name), { message: 'must not be . or ..' });

const metric = z.discriminatedUnion('type', [
  resource,
  containerResource,
  z.strictObject({
    type: z.literal('Pods'),
    metric: metricName,
    selector: labels.optional(),
    average: quantity,
  }),
  z.strictObject({
    type: z.literal('Object'),
    metric: metricName,
    object: z.strictObject({
      apiVersion: z
        .string()
        .regex(
          /^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\/)?v\d+((alpha|beta)\d+)?$/,
          'must be a version, such as v1 or networking.k8s.io/v1',
        ),
      kind: z
        .string()
        .regex(
          /^[A-Z][A-Za-z0-9]{0,62}$/,
          'must be the name of a kind, such as Ingress',
        ),
      name: dnsSubdomain,
    }),
    target,
  }),
  z.strictObject({
    type: z.literal('External'),
    metric: metricName,
    selector: labels.optional(),
    target,
  }),
]);

/** @public */
export type MetricIntent = z.output<typeof metric>;

const direction = z.strictObject({
  stabilizationWindowSeconds: whole(0, 3600).optional(),
  selectPolicy: z.enum(['Max', 'Min', 'Disabled']).optional(),
  policies: z
    .array(
      z.strictObject({
        type: z.enum(['Pods', 'Percent']),
        value: whole(1, 100_000),
        periodSeconds: whole(1, 1800),
      }),
    )
    .min(1, 'must not be empty')
    .max(8)
    .optional(),
});

const trigger = z.strictObject({
  type: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,62}$/, 'must be the name of a KEDA scaler'),
  name: dnsLabel().optional(),
  metadata: z
    .record(line(253), line(4096))
    .refine(map => Object.keys(map).length > 0, 'must not be empty'),
  /** How KEDA signs in to the source; no secret is ever needed for Azure. */
  authentication: z
    .discriminatedUnion('type', [
      z.strictObject({
        type: z.literal('workload-identity'),
        /** The identity's client id; that of KEDA itself where left out. */
        clientId: guid.optional(),
      }),
      z.strictObject({
        type: z.literal('existing'),
        name: dnsSubdomain,
        kind: z
          .enum(['TriggerAuthentication', 'ClusterTriggerAuthentication'])
          .default('TriggerAuthentication'),
      }),
    ])
    .optional(),
});

/** @public */
export type TriggerIntent = z.output<typeof trigger>;

const triggers = z
  .array(trigger)
  .min(1, 'must have at least one trigger')
  .max(16);

export const scaling = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('fixed'),
    replicas: replicas(0).default(2),
  }),
  z.strictObject({
    type: z.literal('hpa'),
    minReplicas: replicas(1).default(2),
    maxReplicas: replicas(1),
    metrics: z
      .array(metric)
      .min(1, 'must have at least one metric')
      .max(8)
      .default([{ type: 'Resource', resource: 'cpu', utilization: 65 }]),
    scaleUp: direction.optional(),
    scaleDown: direction.optional(),
  }),
  z.strictObject({
    type: z.literal('keda'),
    minReplicas: replicas(0).default(0),
    maxReplicas: replicas(1),
    pollingSeconds: whole(1, 86_400).optional(),
    cooldownSeconds: whole(0, 86_400).optional(),
    triggers,
    fallback: z
      .strictObject({
        failureThreshold: whole(1, 1000),
        replicas: replicas(0),
      })
      .optional(),
  }),
  z.strictObject({
    type: z.literal('keda-jobs'),
    maxReplicas: replicas(1).default(100),
    pollingSeconds: whole(1, 86_400).optional(),
    triggers,
  }),
]);

/** @public */
export type ScalingIntent = z.output<typeof scaling>;
