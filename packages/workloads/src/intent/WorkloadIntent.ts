import { WorkloadAnswers, workloadTable } from '@backstage-aks/advisor';
import { z } from 'zod';
import { configuration, secrets } from './configuration';
import { containerFields } from './container';
import { exposure } from './exposure';
import { image } from './image';
import { dnsLabel, guid, labelValue, line, serviceLabel, text } from './names';
import { disruption, network, placement, update } from './placement';
import { run, schedule } from './runs';
import { scaling } from './scaling';
import { nodePaths, storage } from './storage';

/** The options of a question, as a schema that takes nothing else. */
function option<Id extends keyof WorkloadAnswers>(id: Id) {
  const { options } = workloadTable.questions[id];
  const names = Object.keys(options) as WorkloadAnswers[Id][];
  return z
    .enum(names as [WorkloadAnswers[Id], ...WorkloadAnswers[Id][]], {
      error: `must be one of ${names.join(', ')}`,
    })
    .optional();
}

const answers = z
  .strictObject({
    completion: option('completion'),
    schedule: option('schedule'),
    placement: option('placement'),
    trigger: option('trigger'),
    identity: option('identity'),
    storage: option('storage'),
    copies: option('copies'),
  })
  .default({});

const environment = z.strictObject({
  name: dnsLabel(40),
  namespace: dnsLabel().optional(),
  image: image.optional(),
  /** Replicas, or the bounds of the autoscaler. */
  replicas: z.int().min(0).max(10_000).optional(),
  minReplicas: z.int().min(0).max(10_000).optional(),
  maxReplicas: z.int().min(1).max(10_000).optional(),
  hosts: exposure.options[1].shape.hosts.optional(),
  environment: containerFields.environment.unwrap().optional(),
});

/** @public */
export type EnvironmentIntent = z.output<typeof environment>;

const entityRef = line(200).regex(
  /^([a-zA-Z]+:)?([a-zA-Z0-9._-]+\/)?[a-zA-Z0-9._-]+$/,
  'must be a reference to an entity, such as group:shop-team',
);

/**
 * What a developer wants. Manifests are computed from it.
 *
 * @public
 */
export const workloadIntent = z.strictObject({
  name: serviceLabel(),
  namespace: dnsLabel(),
  /** What decides the kind; what the rest of the intent tells may be left out. */
  answers,
  image,
  ...containerFields,
  configuration,
  secrets,
  /** The managed identity that the pods sign in to Azure as. */
  identity: z
    .strictObject({ clientId: guid, tenantId: guid.optional() })
    .optional(),
  /** Whether the program talks to the API server of its cluster. */
  usesKubernetesApi: z.boolean().default(false),
  scaling: scaling.optional(),
  /** A VerticalPodAutoscaler that measures and changes nothing. */
  recommendRequests: z.boolean().default(false),
  storage: storage.optional(),
  nodePaths,
  run: run.optional(),
  schedule: schedule.optional(),
  update,
  disruption,
  placement,
  exposure: exposure.prefault({ type: 'none' }),
  network,
  environments: z.array(environment).max(16).default([]),
  catalog: z
    .strictObject({
      owner: entityRef,
      system: entityRef.optional(),
      title: line(100).optional(),
      description: text(2000).optional(),
      lifecycle: line(63).default('experimental'),
      type: line(63).optional(),
    })
    .optional(),
  /** What it is part of, as `app.kubernetes.io/part-of`. */
  partOf: labelValue.optional(),
});

/**
 * An intent as people write it: what has a default may be left out.
 *
 * @public
 */
export type WorkloadIntentInput = z.input<typeof workloadIntent>;

/**
 * An intent with every default filled in.
 *
 * @public
 */
export type WorkloadIntent = z.output<typeof workloadIntent>;
