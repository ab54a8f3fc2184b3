import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateWorkload } from '@backstage-aks/workloads';
import { createTemplateRenderer } from 'nunjitsu';
import { parse } from 'yaml';
import { intentFilter } from './form/intentFilter';

const FOLDER = join(__dirname, '../../../templates');

const base = {
  name: 'shop-front',
  namespace: 'shop',
  image: 'shop.azurecr.io/front:1.4.2',
};
const liveness = { type: 'command', command: ['/app', 'health'] };

const KINDS: [string, string, object][] = [
  ['service-from-answers', 'Job', { answers: { completion: 'ends' } }],
  ['web-service', 'Deployment', { scaling: { maxReplicas: 6 } }],
  ['worker', 'Deployment', { probes: { liveness } }],
  ['stateful-store', 'StatefulSet', {}],
  ['scheduled-job', 'CronJob', {}],
  ['node-agent', 'DaemonSet', { probes: { liveness } }],
];

/** As much of the schema of a form as its defaults are in. */
interface FormSchema {
  default?: unknown;
  properties?: Record<string, FormSchema>;
}

/** A step, as far as it is read here. */
interface Step {
  action: string;
  if?: string;
  input: { intent: string; form: string };
}

/** What a form holds before anybody has typed: the defaults of its schema. */
function defaultsOf(schema: FormSchema): unknown {
  return (
    schema.default ??
    (schema.properties &&
      Object.fromEntries(
        Object.entries(schema.properties).map(([name, property]) => [
          name,
          defaultsOf(property),
        ]),
      ))
  );
}

function open(folder: string, filledIn: object) {
  const template = parse(
    readFileSync(join(FOLDER, folder, 'template.yaml'), 'utf8'),
  );
  const pages: FormSchema[] = template.spec.parameters;
  const parameters = {
    ...Object.assign({}, ...pages.map(defaultsOf)),
    ...base,
    ...filledIn,
  };
  // The renderer that the scaffolder has.
  const renderer = createTemplateRenderer({
    filters: {
      aksIntent: intentFilter.filter as never,
      parseRepoUrl: () => ({ host: 'github.com', owner: 'contoso', repo: 'x' }),
    },
  });
  const generate = { output: { changed: true, removed: ['a.yaml'] } };
  const context = { parameters, steps: { generate } };
  return {
    pages,
    output: template.spec.output as object,
    steps: template.spec.steps as Step[],
    render: (text: string) => renderer.renderValue(text, context),
  };
}

/** Every schema of a property of this name, however deep. */
function schemasOf(name: string, schema: unknown): unknown[] {
  return typeof schema === 'object' && schema !== null
    ? Object.entries(schema).flatMap(([key, inner]) =>
        key === name ? [inner] : schemasOf(name, inner),
      )
    : [];
}

describe('templates', () => {
  it('are all known to the catalog', () => {
    const { spec } = parse(
      readFileSync(join(FOLDER, 'catalog-info.yaml'), 'utf8'),
    );
    const folders = readdirSync(FOLDER, { withFileTypes: true })
      .filter(entry => entry.isDirectory())
      .map(({ name }) => name);
    expect(spec.targets.sort()).toEqual(
      folders.map(name => `./${name}/template.yaml`).sort(),
    );
    expect(KINDS.map(([name]) => name).sort()).toEqual(folders.sort());
  });

  it.each(KINDS)(
    '%s asks in the words of the others',
    (folder, _, filledIn) => {
      // A template cannot include another, so what they share is a copy.
      const shared = (of: string, more: object) => {
        const { pages, steps, output } = open(of, more);
        const { configuration, secrets, identity } = Object.assign(
          {},
          ...pages.map(({ properties }) => properties),
        );
        const files = pages.at(-1);
        return { configuration, secrets, identity, files, steps, output };
      };
      expect(shared(folder, filledIn)).toEqual(shared('web-service', {}));
    },
  );

  it('ask for a queue in the same words', () => {
    const [worker, ...more] = schemasOf('triggers', open('worker', {}).pages);
    const [copies, runs] = schemasOf(
      'triggers',
      open('service-from-answers', {}).pages,
    ).map(schema => JSON.stringify(schema));
    expect(more).toEqual([]);
    expect(copies).toBe(JSON.stringify(worker));
    expect(
      runs
        .replaceAll('for each run', 'for each copy')
        .replaceAll('"default":"1"', '"default":"5"'),
    ).toBe(copies);
  });

  it('ask for directories of a node in the same words', () => {
    const [one, two] = ['node-agent', 'service-from-answers'].map(folder =>
      schemasOf('nodePaths', open(folder, {}).pages),
    );
    expect(one).toHaveLength(1);
    expect(one).toEqual(two);
  });

  it.each(['node-agent', 'service-from-answers'])(
    '%s gives an agent directories of its node to read',
    folder => {
      const { steps, render } = open(folder, {
        answers: { placement: 'every-node' },
        probes: { liveness },
        nodePaths: [{ path: '/var/log', mountPath: '' }],
      });
      const generated = generateWorkload(render(steps[1].input.intent));
      expect(generated).toMatchObject({ ok: true, kind: 'DaemonSet' });
      expect(JSON.stringify(generated)).toContain('hostPath');
    },
  );

  it.each(KINDS)('%s says in words what a text has to be', folder => {
    const { pages } = open(folder, {});
    const told = schemasOf('errorMessage', pages).map(message =>
      Object.keys(Object(message)),
    );
    const asked = schemasOf('pattern', pages).filter(pattern =>
      String(pattern).startsWith('^'),
    );
    expect(asked.length).toBeGreaterThanOrEqual(3);
    expect(told).toEqual(asked.map(() => ['pattern']));
  });

  it.each([
    ['registry.azurecr.io/shop/front:1.4.2', true],
    ['localhost:5000/front:1', true],
    [`front@sha256:${'0'.repeat(64)}`, true],
    [`front:latest@sha256:${'0'.repeat(64)}`, true],
    ['front:latest-1', true],
    ['front', false],
    ['front:latest', false],
    ['localhost:5000/front', false],
    ['front:1 2', false],
    ['front:', false],
  ])('take the image %s: %s, on every first page', (image, taken) => {
    expect(generateWorkload({ ...base, run: {}, image }).ok).toBe(taken);
    for (const [folder] of KINDS) {
      const [{ properties }] = open(folder, {}).pages;
      const { pattern } = Object(properties?.image);
      expect(new RegExp(pattern, 'u').test(image)).toBe(taken);
    }
  });

  const guid = 'ab345678-1234-1234-1234-123456789012';

  it.each([
    ['azure-servicebus', 'namespace', 'shop', true],
    ['azure-servicebus', 'namespace', 'Shop-2', true],
    ['azure-servicebus', 'namespace', 'shop.servicebus.windows.net', false],
    ['azure-servicebus', 'namespace', 'sb://shop', false],
    ['azure-queue', 'accountName', 'contososhop', true],
    ['azure-queue', 'accountName', 'shop.queue.core.windows.net', false],
    ['azure-queue', 'clientId', guid, true],
    ['azure-queue', 'clientId', guid.toUpperCase(), true],
    ['azure-queue', 'clientId', '', true],
    ['azure-queue', 'clientId', `{${guid}}`, false],
    ['azure-queue', 'clientId', 'keda-operator', false],
  ])(
    'take of %s the %s %j: %s, in the words of the generator',
    (type, field, text, taken) => {
      const { render, steps } = open('worker', {
        answers: { copies: 'autoscaled' },
        probes: { liveness },
        scaling: {
          type: 'keda',
          maxReplicas: 9,
          triggers: [
            {
              type,
              metadata: {
                queueName: 'orders',
                ...(field === 'clientId'
                  ? { accountName: 'shop' }
                  : { [field]: text }),
              },
              authentication: {
                type: 'workload-identity',
                ...(field === 'clientId' && { clientId: text }),
              },
            },
          ],
        },
      });
      const generated = generateWorkload(render(steps[1].input.intent));
      const problems = generated.ok ? [] : generated.problems;
      expect(problems.map(({ field: at }) => at.split('.').pop())).toEqual(
        taken ? [] : [field],
      );
      const asked = ['worker', 'service-from-answers'].flatMap(folder =>
        schemasOf(field, schemasOf('triggers', open(folder, {}).pages)),
      );
      expect(asked.length).toBeGreaterThanOrEqual(3);
      for (const { pattern, errorMessage } of asked.map(Object)) {
        expect(new RegExp(pattern, 'u').test(text)).toBe(taken);
        expect([errorMessage.pattern]).toEqual(
          expect.arrayContaining(
            problems.map(({ message }) => message.replace('must', 'has to')),
          ),
        );
      }
    },
  );

  it.each(KINDS)('%s makes a %s', (folder, kind, filledIn) => {
    const { steps, render } = open(folder, filledIn);
    const [{ input }] = steps.filter(
      ({ action }) => action === 'aks:workload:generate',
    );
    expect(generateWorkload(render(input.intent))).toMatchObject({
      ok: true,
      kind,
    });
    expect(render(input.form)).toBe('yaml');
  });

  it.each([
    [
      'worker',
      { copies: 'autoscaled' },
      { type: 'azure-servicebus', metadata: { namespace: 'shop' } },
      ['Deployment', 'ScaledObject'],
    ],
    [
      'service-from-answers',
      { copies: 'autoscaled' },
      { type: 'azure-queue', metadata: { accountName: 'shop' } },
      ['Deployment', 'ScaledObject'],
    ],
    [
      'service-from-answers',
      { completion: 'ends', trigger: 'queue' },
      { type: 'azure-queue', metadata: { accountName: 'shop' } },
      ['ScaledJob'],
    ],
  ])(
    '%s is scaled by the length of a queue: %j %j',
    (folder, answers, trigger, kinds) => {
      const { steps, render } = open(folder, {
        answers,
        probes: { liveness },
        scaling: {
          type: 'keda',
          replicas: 2,
          maxReplicas: 9,
          triggers: [
            {
              type: trigger.type,
              metadata: { ...trigger.metadata, queueName: 'orders' },
              authentication: { type: 'workload-identity', clientId: '' },
            },
          ],
        },
      });
      const generated = generateWorkload(render(steps[1].input.intent));
      const objects = generated.ok ? generated.objects[0].objects : [];
      expect(generated).toMatchObject({ ok: true, kind: kinds[0] });
      expect(objects.map(({ kind }) => kind)).toEqual(
        expect.arrayContaining([...kinds, 'TriggerAuthentication']),
      );
      expect(JSON.stringify(objects)).not.toContain('"replicas"');
    },
  );

  it.each(KINDS)('%s opens no pull request unasked', (folder, _, filledIn) => {
    const run = (more: object) => {
      const { steps, render } = open(folder, { ...filledIn, ...more });
      return steps
        .filter(step => step.if === undefined || render(step.if) === true)
        .map(({ action }) => action);
    };
    const shown = ['aks:workload:generate', 'aks:manifests:check'];
    expect(run({})).toEqual(shown);
    expect(
      run({ destination: 'github', repoUrl: 'github.com', folder: 'deploy' }),
    ).toEqual(['fetch:plain', ...shown, 'publish:github:pull-request']);
    expect(
      run({ destination: 'gitlab', repoUrl: 'gitlab.com', folder: 'deploy' }),
    ).toEqual([
      'fetch:plain',
      ...shown,
      'publish:gitlab:merge-request',
      'gitlab:repo:push',
    ]);
  });
});
