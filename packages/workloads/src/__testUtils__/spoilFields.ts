import { hostileTexts } from './hostile';
import { set, Spoiler, spoiler } from './Spoiler';

const notNames = hostileTexts.filter(text => !/^[a-z][a-z0-9-]*$/.test(text));
const port = { name: 'http', port: 8080 };

/** What is wrong in one field. */
export const fieldSpoilers: readonly Spoiler[] = [
  spoiler('name', ...notNames, 'A', 'a'.repeat(64), '-a', 'a-', '9a', null, 7),
  spoiler(
    'namespace',
    'a.b',
    'A',
    'a_b',
    '-a',
    '',
    'x'.repeat(64),
    'a\n',
    undefined,
    {},
  ),
  spoiler(
    'image',
    'nginx',
    'nginx:latest',
    'nginx:',
    'NGINX:1',
    'a b:1',
    'a:1@sha256:xyz',
    ...notNames,
  ),
  spoiler('unknownField', 1),
  spoiler('answers.completion', 'perhaps', 1),
  spoiler('answers.unknown', 'x'),
  spoiler('command', 'not a list', ['ok', 'a\0b'].join('')),
  spoiler('usesKubernetesApi', 'yes', 1),
  spoiler('resources.cpu', '0', '-1', '1.5m', '100Mi', 'much', '1e9', ''),
  spoiler('resources.memory', '0', '128m', '1K', 'Mi', '-1Gi', '1e30'),
  {
    field: 'resources.memoryLimit',
    spoil: set(['resources'], [{ memory: '1Gi', memoryLimit: '512Mi' }]),
  },
  {
    field: 'resources.cpuLimit',
    spoil: set(['resources'], [{ cpu: '2', cpuLimit: '1999m' }]),
  },
  {
    field: 'ports[1].name',
    spoil: set(['ports'], [[port, { name: 'http', port: 81 }]]),
  },
  {
    field: 'ports[1].port',
    spoil: set(['ports'], [[port, { name: 'b', port: 8080 }]]),
  },
  {
    field: 'ports[0].port',
    spoil: set(
      ['ports'],
      [0, 65536, 1.5, '80', -1].map(number => [{ name: 'http', port: number }]),
    ),
  },
  {
    field: 'ports[0].name',
    spoil: set(
      ['ports'],
      ['HTTP', '80', 'a--b', 'a'.repeat(16), ''].map(name => [
        { name, port: 80 },
      ]),
    ),
  },
  {
    field: 'ports[1].servicePort',
    spoil: set(
      ['ports'],
      [
        [
          { ...port, servicePort: 80 },
          { name: 'b', port: 81, servicePort: 80 },
        ],
      ],
    ),
  },
  {
    field: 'environment["a b"]',
    spoil: set(['environment'], [{ 'a b': 'x' }]),
  },
  { field: 'environment.9a', spoil: set(['environment'], [{ '9a': 'x' }]) },
  {
    field: 'environment.A',
    spoil: set(['environment'], [{ A: 'a\0b' }, { A: '\ud800' }, { A: 1 }]),
  },
  {
    field: 'probes.readiness.type',
    spoil: set(['probes'], [{ readiness: { type: 'magic' } }]),
  },
  spoiler('security.runAsUser', 0, -1, 'root'),
  {
    field: 'security.writablePaths[0]',
    spoil: set(
      ['security'],
      ['tmp', '/', '/a:b', '/a/../b', ''].map(path => ({
        writablePaths: [path],
      })),
    ),
  },
  {
    field: 'security.writablePaths[1]',
    spoil: set(['security'], [{ writablePaths: ['/tmp', '/tmp/'] }]),
  },
  {
    field: 'placement.nodeSelector["a..b/x"]',
    spoil: set(['placement'], [{ nodeSelector: { 'a..b/x': 'y' } }]),
  },
  {
    field: 'placement.nodeSelector["kubernetes.io/os"]',
    spoil: set(
      ['placement'],
      [{ nodeSelector: { 'kubernetes.io/os': 'windows' } }],
    ),
  },
  {
    field: 'environment',
    spoil: set(
      ['environment'],
      [
        Object.fromEntries(
          Array.from({ length: 32 }, (_, index) => [
            `V_${index}`,
            'x'.repeat(32_768),
          ]),
        ),
      ],
    ),
  },
  spoiler('terminationGraceSeconds', 0, -1, 1.5, 99999),
  {
    field: 'identity.clientId',
    spoil: set(['identity'], [{ clientId: 'me' }, { clientId: '' }, {}]),
  },
  spoiler('disruption.maxUnavailable', 0, '0%', '101%', -1),
  {
    field: 'placement.priorityClass',
    spoil: set(['placement'], [{ priorityClass: 'system-node-critical' }]),
  },
  {
    field: 'environments[1].name',
    spoil: set(['environments'], [[{ name: 'dev' }, { name: 'dev' }]]),
  },
  {
    field: 'environments[0].environment.NEW',
    spoil: set(
      ['environments'],
      [[{ name: 'dev', environment: { NEW: 'x' } }]],
    ),
  },
  {
    field: 'catalog.owner',
    spoil: set(
      ['catalog'],
      [{ owner: 'a b' }, { owner: '' }, {}, { owner: 'x\ny' }],
    ),
  },
];
