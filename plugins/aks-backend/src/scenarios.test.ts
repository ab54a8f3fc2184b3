import { Sandbox, startSandbox } from '@backstage-aks/sandbox';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import { component } from './__testUtils__/component';
import { exposureViewOf } from './__testUtils__/exposureViewOf';
import { eventually } from './collect/__testUtils__/eventually';
import { aksPlugin } from './plugin';

jest.setTimeout(60_000);

const CLUSTER = 'contoso-prod-weu';

interface Expectation {
  scenario: string;
  /** The service that the scenario strikes. */
  service: string;
  hop: string;
  rule: string;
}

/** The rule that has to find what each scenario of the sandbox breaks. */
const EXPECTED: Expectation[] = [
  {
    scenario: 'service-selector',
    service: 'login',
    hop: 'endpoints',
    rule: 'IN12',
  },
  {
    scenario: 'service-target-port',
    service: 'checkout',
    hop: 'service',
    rule: 'IN13',
  },
  {
    scenario: 'service-deleted',
    service: 'payments-api',
    hop: 'route',
    rule: 'IN36',
  },
  {
    scenario: 'ingress-backend-port',
    service: 'login',
    hop: 'route',
    rule: 'IN37',
  },
  {
    scenario: 'unknown-ingress-class',
    service: 'newsletter',
    hop: 'listener',
    rule: 'IN14',
  },
  {
    scenario: 'scaled-to-zero',
    service: 'shop-front',
    hop: 'pods',
    rule: 'PS34',
  },
  {
    scenario: 'crash-loop',
    service: 'delivery-tracker',
    hop: 'pods',
    rule: 'PS25',
  },
  {
    scenario: 'image-missing',
    service: 'payments-api',
    hop: 'pods',
    rule: 'PS17',
  },
  {
    scenario: 'rollout-stuck',
    service: 'catalog-api',
    hop: 'pods',
    rule: 'PS28',
  },
  {
    scenario: 'route-not-allowed',
    service: 'fraud-check',
    hop: 'route',
    rule: 'IN25',
  },
  {
    scenario: 'route-backend-missing',
    service: 'fraud-check',
    hop: 'route',
    rule: 'IN54',
  },
  {
    scenario: 'route-backend-not-granted',
    service: 'login',
    hop: 'route',
    rule: 'IN54',
  },
  {
    scenario: 'listener-certificate-missing',
    service: 'login',
    hop: 'listener',
    rule: 'IN24',
  },
  {
    scenario: 'lb-address-unknown',
    service: 'checkout',
    hop: 'address',
    rule: 'IN02',
  },
  {
    scenario: 'lb-not-authorized',
    service: 'login',
    hop: 'address',
    rule: 'IN04',
  },
  {
    scenario: 'lb-port-taken',
    service: 'delivery-tracker',
    hop: 'address',
    rule: 'IN08',
  },
  {
    scenario: 'lb-dns-label-taken',
    service: 'metrics-gateway',
    hop: 'address',
    rule: 'IN07',
  },
  {
    scenario: 'lb-slow-probe',
    service: 'catalog-api',
    hop: 'address',
    rule: 'IN10',
  },
];

describe('the scenarios of the sandbox', () => {
  let sandbox: Sandbox;
  let server: Awaited<ReturnType<typeof startTestBackend>>['server'];

  beforeAll(async () => {
    sandbox = await startSandbox({ world: 'healthy' });
    const { url, tokens } = sandbox.cluster(CLUSTER);
    const services = new Set(EXPECTED.map(({ service }) => service));
    const backend = await startTestBackend({
      features: [
        aksPlugin,
        catalogServiceMock.factory({
          entities: [...services].map(id => component(id, { id })),
        }),
        mockServices.rootConfig.factory({
          data: {
            aks: {
              clusters: [
                {
                  name: CLUSTER,
                  environment: 'production',
                  url,
                  auth: { type: 'serviceAccountToken', token: tokens.reader },
                },
              ],
            },
          },
        }),
      ],
    });
    server = backend.server;
  });
  afterAll(() => sandbox.close());

  /** The verdict on each exposure of a service, and what was found. */
  async function judgement(service: string) {
    const { body } = await request(server).get(
      `/api/aks/v1/entities/component/default/${service}/exposure`,
    );
    const exposures = exposureViewOf(body).environments.flatMap(
      environment => environment.exposures,
    );
    return {
      verdicts: exposures.map(({ verdict }) => verdict),
      found: exposures.flatMap(({ hops }) =>
        hops.flatMap(({ kind, finding, otherFindings = [] }) =>
          [...(finding ? [finding] : []), ...otherFindings].map(
            ({ rule }) => `${kind} ${rule}`,
          ),
        ),
      ),
    };
  }

  it.each(EXPECTED)(
    '$scenario: $rule, at the $hop of $service',
    async ({ scenario, service, hop, rule }) => {
      // Support of a controller ends one day, which breaks nothing.
      const isWell = (verdict: string) => ['ok', 'warning'].includes(verdict);
      await eventually(async () => {
        const { verdicts, found } = await judgement(service);
        expect(verdicts.length).toBeGreaterThan(0);
        expect(verdicts.every(isWell)).toBe(true);
        expect(found).not.toContain(`${hop} ${rule}`);
      });

      sandbox.scenarios.apply(scenario);
      await eventually(async () =>
        expect((await judgement(service)).found).toContain(`${hop} ${rule}`),
      );
      sandbox.scenarios.reset(scenario);
    },
  );
});
