import { stringify } from 'yaml';

const shopFront = {
  name: 'shop-front',
  namespace: 'shop',
  image: 'shop.azurecr.io/front:1.4.2',
};

/** Shown beside the action; a test runs each of them. */
export const generateExamples = [
  example('A web service that scales with its load, as a Kustomize base', {
    intent: {
      ...shopFront,
      ports: [{ name: 'http', port: 8080, servicePort: 80 }],
      scaling: { type: 'hpa', maxReplicas: 6 },
    },
    form: 'kustomize',
  }),
  example('A nightly job, in a folder of the workspace', {
    intent: {
      ...shopFront,
      schedule: { cron: '30 2 * * *', timeZone: 'Europe/Berlin' },
    },
    folder: 'deploy',
  }),
  example('What the answers of a form lead to', {
    intent: {
      ...shopFront,
      answers: { placement: 'every-node' },
      probes: { liveness: { type: 'command', command: ['/agent', 'health'] } },
    },
    form: 'helm',
  }),
];

function example(description: string, input: object) {
  return {
    description,
    example: stringify({
      steps: [
        {
          id: 'generate',
          name: 'Generate the manifests',
          action: 'aks:workload:generate',
          input,
        },
      ],
    }),
  };
}
