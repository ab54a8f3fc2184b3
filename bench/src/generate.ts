import { performance } from 'node:perf_hooks';
import { generateWorkload, OutputForm } from '@backstage-aks/workloads';
import { atMost, quantile, Report } from './figures';

const ROUNDS = 100;
const FORMS: readonly OutputForm[] = ['yaml', 'kustomize', 'helm'];

/** How long the manifests of one intent take, in each form. */
export async function generate(): Promise<Report> {
  const times = FORMS.flatMap(form => {
    // The first rounds are slow, as the code is compiled in them; they count.
    return Array.from({ length: ROUNDS }, (_, round) => timeOf(form, round));
  });
  const first = times[0];
  return {
    name: 'generate',
    conditions: { forms: FORMS.join(' '), environments: 3, rounds: ROUNDS },
    rows: [
      { what: 'the first intent', value: first, unit: 'ms' },
      { what: 'an intent, p50', value: quantile(times, 0.5), unit: 'ms' },
      atMost('an intent, p95', quantile(times, 0.95), 'ms', 50),
    ],
  };
}

function timeOf(form: OutputForm, round: number): number {
  const intent = intentOf(round);
  const start = performance.now();
  const generated = generateWorkload(intent, { form });
  const time = performance.now() - start;
  if (!generated.ok) {
    throw new Error(`refused: ${JSON.stringify(generated.problems)}`);
  }
  return time;
}

// A service with everything that a service usually has, another one each round.
function intentOf(round: number): object {
  return {
    name: `shop-${round}`,
    namespace: 'shop',
    image: `shop.azurecr.io/front:1.4.${round}`,
    ports: [{ name: 'http', port: 8080, servicePort: 80 }],
    identity: { clientId: '11111111-2222-3333-4444-555555555555' },
    environment: { LOG_LEVEL: 'info' },
    configuration: {
      maps: [
        {
          name: 'settings',
          literals: { THEME: `theme-${round}` },
          use: { as: 'all-variables' },
        },
      ],
    },
    secrets: [
      {
        source: 'key-vault',
        name: 'database',
        vault: 'shop-vault',
        tenantId: '11111111-2222-3333-4444-555555555555',
        objects: [{ name: 'database-url', key: 'DATABASE_URL' }],
        use: { as: 'all-variables' },
      },
    ],
    scaling: { type: 'hpa', maxReplicas: 6 },
    exposure: {
      type: 'gateway',
      hosts: ['shop.example.com'],
      port: 'http',
      tls: { by: 'cert-manager', issuer: 'letsencrypt' },
    },
    catalog: { owner: 'group:default/shop-team' },
    environments: [
      { name: 'dev', namespace: 'shop-dev', maxReplicas: 3 },
      { name: 'staging', namespace: 'shop-staging' },
      { name: 'production', hosts: ['www.example.com'] },
    ],
  };
}
