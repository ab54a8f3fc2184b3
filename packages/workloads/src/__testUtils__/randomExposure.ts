import { WorkloadIntentInput } from '../intent/WorkloadIntent';
import { Random } from './Random';

type Exposure = NonNullable<WorkloadIntentInput['exposure']>;
type Tls = Extract<Exposure, { type: 'ingress' }>['tls'];

const CERTIFICATE = 'https://shop-vault.vault.azure.net/certificates/shop';

/** How a service with a TCP port of that name is reached. */
export function randomExposure(
  random: Random,
  port: string,
  balanced: boolean,
): Exposure {
  const web = {
    hosts: random.one([['a.example.com'], ['b.example.com', '*.example.org']]),
    port,
    path: random.one(['/', '/shop', '/a/b%20c']),
    dns: random.maybe(() => ({
      version: random.one(['0.21.0', '0.22']),
      ttlSeconds: random.maybe(() => 60),
    })),
  };
  const tls: Tls[] = [
    { by: 'none' },
    { by: 'cert-manager', issuer: 'letsencrypt' },
    { by: 'cert-manager', issuer: 'own', issuerKind: 'Issuer' },
    { by: 'secret', name: 'shop-tls' },
  ];
  const vault: Tls = { by: 'key-vault', certificate: CERTIFICATE };
  switch (random.whole(0, balanced ? 5 : 4)) {
    case 0:
      return { type: 'none' };
    case 1:
      return {
        type: 'gateway',
        ...web,
        ...random.one(
          [
            { tls: random.one(tls), stack: 'istio' as const },
            {
              tls: random.one([
                ...tls,
                { ...vault, serviceAccount: 'certificates' },
              ]),
              stack: 'app-routing' as const,
            },
          ].map(({ tls: by, stack }) => ({
            tls: by,
            gateway: {
              use: 'own' as const,
              stack,
              internal: random.chance(0.3),
            },
          })),
        ),
      };
    case 2:
      return {
        type: 'gateway',
        ...web,
        tls: random.one(tls),
        gateway: {
          use: 'own',
          stack: 'application-gateway-for-containers',
          loadBalancer: { namespace: 'azure-alb', name: 'alb' },
        },
      };
    case 3:
      return {
        type: 'gateway',
        ...web,
        tls: { by: 'none' },
        gateway: { use: 'shared', name: 'public', namespace: 'gateways' },
      };
    case 4:
      return {
        type: 'ingress',
        ...web,
        ...random.one([
          {
            className: 'webapprouting.kubernetes.azure.com',
            tls: random.one([...tls, vault]),
          },
          { className: 'traefik', tls: random.one(tls) },
        ]),
      };
    default:
      return {
        type: 'load-balancer',
        internal: random.chance(0.5),
        sourceRanges: random.one([[], ['10.0.0.0/8', '192.0.2.0/24']]),
        keepClientAddress: random.chance(0.3),
      };
  }
}
