/** @jest-environment node */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { generateWorkload } from './generateWorkload';

const page = readFileSync(
  join(__dirname, '../../../docs/workloads.md'),
  'utf8',
);

/** `**Kind**: words`, then the intent. */
const examples = [
  ...page.matchAll(
    /^\*\*(\w+)(, strategy Recreate)?\*\*: .*\n\n```yaml\n([^`]*)```/gm,
  ),
].map(([, kind, recreate, intent]) => ({ kind, recreate, intent }));

describe('the examples in docs/workloads.md', () => {
  it('are there for each kind', () => {
    expect(new Set(examples.map(({ kind }) => kind))).toEqual(
      new Set([
        'Deployment',
        'StatefulSet',
        'DaemonSet',
        'Job',
        'CronJob',
        'ScaledJob',
      ]),
    );
  });

  it.each(examples)(
    'lead to it: $kind $recreate',
    ({ kind, recreate, intent }) => {
      const generated = generateWorkload(parse(intent));
      expect(generated).toMatchObject({
        ok: true,
        kind,
        advice: { outcome: { settings: { kind } } },
      });
      const written = JSON.stringify(generated.ok && generated.files);
      expect(written.includes('Recreate')).toBe(Boolean(recreate));
    },
  );
});
