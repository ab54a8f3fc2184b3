import { z } from 'zod';
import {
  dnsLabel,
  dnsSubdomain,
  labelKey,
  labels,
  labelValue,
  whole,
} from './names';

/** On which nodes it runs. */
export const placement = z
  .strictObject({
    nodeSelector: labels.default({}),
    tolerations: z
      .array(
        z.strictObject({
          key: labelKey,
          value: labelValue.optional(),
          effect: z.enum(['NoSchedule', 'PreferNoSchedule', 'NoExecute']),
        }),
      )
      .max(16)
      .default([]),
    /** On system, spot and otherwise tainted pools too. For node agents. */
    everyTaint: z.boolean().default(false),
    spot: z.boolean().default(false),
    priorityClass: dnsSubdomain.optional(),
  })
  .prefault({});

const peer = z.strictObject({
  /** The namespace of the callers; its own where left out. */
  namespace: dnsLabel().optional(),
  /** Labels of the callers; all pods of the namespace where left out. */
  labels: labels.optional(),
});

/** Who may reach the pods. */
export const network = z
  .strictObject({
    policy: z.boolean().default(true),
    allowFrom: z.array(peer).max(32).default([]),
    /** Set to limit whom the pods may call; DNS is always allowed then. */
    egress: z
      .array(
        z.strictObject({
          to: z.union([peer, z.strictObject({ cidr: z.cidrv4() })], {
            error: 'must be pods (namespace, labels) or a cidr',
          }),
          ports: z.array(whole(1, 65535)).max(32).default([]),
        }),
      )
      .max(32)
      .optional(),
  })
  .prefault({});

/** @public */
export type NetworkIntent = z.output<typeof network>;

/** How a new version takes over. */
export const update = z
  .strictObject({
    maxSurge: amount().optional(),
    maxUnavailable: amount().optional(),
    minReadySeconds: whole(0, 3600).optional(),
    progressDeadlineSeconds: whole(1, 86_400).optional(),
    revisionHistoryLimit: whole(0, 100).optional(),
    /** StatefulSet: pods with a lower ordinal keep the old version. */
    partition: whole(0, 10_000).optional(),
    /** StatefulSet: start all at once in place of one after the other. */
    parallel: z.boolean().default(false),
    /** StatefulSet, DaemonSet: a pod is replaced when somebody deletes it. */
    onDelete: z.boolean().default(false),
  })
  .prefault({});

/** How many pods may be evicted at once, such as when a node is drained. */
export const disruption = z
  .strictObject({
    maxUnavailable: z
      .union([whole(1, 10_000), percent(1)], {
        error:
          'must be at least 1 or 1%, as with 0 no node could ever be drained',
      })
      .default(1),
  })
  .prefault({});

function amount() {
  return z.union([whole(0, 1000), percent()], {
    error: 'must be a number from 0 to 1000 or a percentage, such as 25%',
  });
}

function percent(least = 0) {
  return z
    .string()
    .regex(/^\d{1,3}%$/, 'must be a number or a percentage, such as 25%')
    .refine(value => inRange(value, least), {
      message: `must be from ${least}% to 100%`,
    });
}

function inRange(value: string, least: number): boolean {
  const number = Number(value.replace('%', ''));
  return number >= least && number <= 100;
}
