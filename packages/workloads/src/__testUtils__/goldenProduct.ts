import { OutputForm } from '../generateWorkload';
import { WorkloadIntentInput } from '../intent/WorkloadIntent';
import {
  existing,
  external,
  files,
  Golden,
  hosts,
  identity,
  keyVault,
  queue,
  shop,
  variables,
  web,
} from './goldenParts';

type Part = Partial<WorkloadIntentInput>;

/** Kinds that others may reach from outside. */
const routed: Record<string, Part> = {
  deployment: { ...web, scaling: { type: 'hpa', maxReplicas: 6 } },
  'stateful-set': {
    ...web,
    storage: { type: 'own-disks', mountPath: '/data' },
  },
};

const unrouted: Record<string, Part> = {
  'daemon-set': { ...web, answers: { placement: 'every-node' } },
  job: { run: {} },
  'cron-job': { schedule: { cron: '30 2 * * *', timeZone: 'Europe/Berlin' } },
  'scaled-job': { scaling: { type: 'keda-jobs', triggers: [queue] } },
};

const secrets: Record<string, Part> = {
  'no-secret': { identity },
  'key-vault': { identity, secrets: [{ ...keyVault, use: variables }] },
  'external-secret': {
    secrets: [{ ...external, use: { as: 'all-variables' } }],
  },
  'existing-secret': { secrets: [{ ...existing, use: files }] },
};

const exposures: Record<string, Part> = {
  inside: {},
  gateway: {
    exposure: {
      type: 'gateway',
      hosts,
      port: 'http',
      tls: { by: 'cert-manager', issuer: 'letsencrypt' },
    },
  },
  ingress: {
    exposure: {
      type: 'ingress',
      className: 'traefik',
      controllerNamespace: 'traefik',
      hosts,
      port: 'http',
      tls: { by: 'cert-manager', issuer: 'letsencrypt' },
    },
  },
  'load-balancer': { exposure: { type: 'load-balancer' } },
};

const forms: readonly OutputForm[] = ['yaml', 'kustomize', 'helm'];

/** Each kind, form, source of secrets and exposure with each other. */
export const goldenProduct: Readonly<Record<string, Golden>> =
  Object.fromEntries([
    ...combined(routed, exposures),
    ...combined(unrouted, { inside: {} }),
  ]);

function combined(
  kinds: Record<string, Part>,
  ways: Record<string, Part>,
): [string, Golden][] {
  return Object.entries(kinds).flatMap(([kind, one]) =>
    forms.flatMap(form =>
      Object.entries(secrets).flatMap(([source, two]) =>
        Object.entries(ways).map(([way, three]): [string, Golden] => [
          `${kind}/${form}-${source}-${way}`,
          {
            form,
            intent: {
              ...shop,
              environment: { LOG_LEVEL: 'info' },
              ...one,
              ...two,
              ...three,
              environments: form === 'yaml' ? [] : [staging(way)],
            },
          },
        ]),
      ),
    ),
  );
}

/** All that may differ in an environment of any kind. */
function staging(way: string) {
  return {
    name: 'staging',
    namespace: 'shop-staging',
    image: 'shop.azurecr.io/front:1.5.0-rc.1',
    environment: { LOG_LEVEL: 'debug' },
    ...(way === 'gateway' || way === 'ingress'
      ? { hosts: ['staging.example.com'] }
      : {}),
  };
}
