/** @jest-environment node */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { command } from './__testUtils__/command';

// Lies beside the project, not in it; see the architecture page.
const FOLDER = resolve(
  __dirname,
  '../../../../shared/cluster-recording/objects',
);
const isThere = existsSync(FOLDER);
// eslint-disable-next-line jest/no-disabled-tests -- not part of the repository
const describeRecording = isThere ? describe : describe.skip;

if (!isThere) {
  // eslint-disable-next-line no-console -- a skip has to say its reason
  console.warn(`Tests on the recording are skipped: there is no ${FOLDER}`);
}

/** What a cluster makes of what people write. */
const MADE = ['Pod', 'ReplicaSet', 'EndpointSlice', 'Event'];

/** An application of the recording, as a list such as `kubectl get` gives it. */
function application(namespace: string): string {
  const items = readdirSync(FOLDER).flatMap(file => {
    const list = JSON.parse(readFileSync(join(FOLDER, file), 'utf8'));
    const kind = list.kind.replace(/List$/, '');
    return MADE.includes(kind)
      ? []
      : list.items
          .filter(
            ({ metadata }: { metadata: { namespace?: string } }) =>
              metadata.namespace === namespace,
          )
          .map((item: object) => ({
            apiVersion: list.apiVersion,
            kind,
            ...item,
          }));
  });
  return JSON.stringify({ apiVersion: 'v1', kind: 'List', items });
}

describeRecording('the command on an application of the recording', () => {
  it.each([
    [
      'pets',
      13,
      { Certificate: 1, Ingress: 1 },
      {
        'WL04 warning': ['rabbitmq'],
        'WL06 warning': ['rabbitmq'],
        'WL31 unknown': ['store-front'],
        'SG01 warning': ['store-front'],
        'SR02 warning': 4,
        'SR03 warning': 4,
        'SR05 warning': 4,
        'SR06 warning': 4,
      },
    ],
    [
      'boutique',
      31,
      { Certificate: 1, DNSEndpoint: 1, Gateway: 1, HTTPRoute: 1, Ingress: 1 },
      {
        'WL19 warning': ['loadgenerator'],
        'WL32 unknown': 11,
        'SG01 warning': ['checkoutservice', 'frontend'],
        'SG03 warning': ['loadgenerator'],
        'SG05 warning': ['frontend', 'frontend-external'],
        'SR05 warning': 12,
      },
    ],
  ])('finds in %s', async (namespace, objects, others, table) => {
    const { code, out } = await command(__dirname, ['--format', 'json', '-'], {
      input: application(namespace),
    });
    const report = JSON.parse(out);
    const found: Record<string, string[]> = {};
    for (const { check, verdict, object } of report.verdicts) {
      if (verdict !== 'ok') {
        (found[`${check} ${verdict}`] ??= []).push(object.name);
      }
    }
    const rows = Object.entries(found).map(([row, names]) => [
      row,
      names.length > 2 ? names.length : names.sort(),
    ]);
    expect(Object.fromEntries(rows)).toEqual(table);
    expect(report.objects).toBe(objects);
    const kinds: Record<string, number> = {};
    for (const { kind } of report.unjudged) {
      kinds[kind] = (kinds[kind] ?? 0) + 1;
    }
    expect(kinds).toEqual(others);
    expect(code).toBe(0);
  });
});
