/** @jest-environment node */
import { readFileSync } from 'node:fs';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { command, folderWith } from '../__testUtils__/command';

// The schema of the standard, as Microsoft publishes it for tests. It is read from
// the package, so that it is nowhere copied.
const schema = JSON.parse(
  readFileSync(
    require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'),
    'utf8',
  ),
);

const HOSTILE = `apiVersion: v1
kind: Pod
metadata: { name: '"><x a="' }
spec:
  containers: [{ name: "a&b<c>'\\u0001]]>", image: nginx }]
---
apiVersion: example.com/v1
kind: Widget
metadata: { name: w }
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: lost, namespace: elsewhere }
spec: { maxUnavailable: 0, selector: { matchLabels: { app: lost } } }
`;

describe('formats', () => {
  let place: ReturnType<typeof folderWith>;

  beforeAll(() => {
    place = folderWith({
      'a b/#odd?.yaml': HOSTILE,
      'malformed.yaml': 'kind: [',
      'none.yaml': '# nothing',
    });
  });

  afterAll(() => place.remove());

  const format = async (name: string, ...paths: string[]) =>
    (await command(place.folder, ['--format', name, ...paths])).out;

  it.each([['a b'], ['malformed.yaml'], ['none.yaml']])(
    'writes SARIF that the schema of the standard accepts: %s',
    async path => {
      // Some patterns of the schema are none with the flag u.
      const ajv = new Ajv({
        strict: false,
        allErrors: true,
        unicodeRegExp: false,
      });
      addFormats(ajv);
      const validate = ajv.compile(schema);
      const log = JSON.parse(await format('sarif', path));
      validate(log);
      expect(validate.errors ?? []).toEqual([]);
      // So that the schema is known to refuse what is wrong.
      expect(validate({ ...log, version: '1.0' })).toBe(false);
    },
  );

  it('tells SARIF of findings as results and of the rest as notifications', async () => {
    const [run] = JSON.parse(await format('sarif', 'a b')).runs;
    const [first] = run.results;
    expect(first.ruleId).toBe('WL01');
    expect(run.tool.driver.rules[first.ruleIndex].id).toBe('WL01');
    expect(first.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'a%20b/%23odd%3F.yaml' },
      region: { startLine: 2 },
    });
    const ids = run.results.map(({ ruleId }: { ruleId: string }) => ruleId);
    expect(ids).toContain('WL14');
    expect(ids).not.toContain('WL21');
    expect(run.invocations[0].executionSuccessful).toBe(true);
    expect(
      run.invocations[0].toolExecutionNotifications.map(
        ({ message }: { message: { text: string } }) => message.text,
      ),
    ).toContainEqual(expect.stringContaining('Widget'));
    const [failed] = JSON.parse(await format('sarif', 'malformed.yaml')).runs;
    expect(failed.invocations[0].executionSuccessful).toBe(false);
  });

  it('gives a finding the same fingerprint when lines move', async () => {
    const marks = async (input: string) => {
      const { out } = await command(place.folder, ['--format', 'sarif', '-'], {
        input,
      });
      return JSON.parse(out).runs[0].results.map(
        ({ partialFingerprints }: { partialFingerprints: object }) =>
          partialFingerprints,
      );
    };
    expect(await marks(`# a\n# b\n${HOSTILE}`)).toEqual(await marks(HOSTILE));
    expect(new Set((await marks(HOSTILE)).map(JSON.stringify)).size).toBe(
      (await marks(HOSTILE)).length,
    );
  });

  it('writes JUnit that is XML, with a case for each check', async () => {
    const xml = await format('junit', 'a b', 'malformed.yaml');
    expect(XMLValidator.validate(xml)).toBe(true);
    const { testsuites } = new XMLParser({
      ignoreAttributes: false,
      attributeNamePrefix: '',
      isArray: name => ['testsuite', 'testcase'].includes(name),
    }).parse(xml);
    const [odd, malformed] = testsuites.testsuite;
    expect(odd.name).toBe('a b/#odd?.yaml');
    expect(odd.testcase).toHaveLength(Number(odd.tests));
    const named = (id: string) =>
      odd.testcase.find(({ name }: { name: string }) => name.startsWith(id));
    expect(named('WL14').failure).toMatchObject({
      type: 'broken',
      message: expect.stringContaining('No node'),
    });
    expect(named('SB02')).not.toHaveProperty('failure');
    expect(named('WL21')).toHaveProperty('skipped');
    expect(named('not judged')).toHaveProperty('skipped');
    expect(malformed).toMatchObject({ errors: '1', tests: '1' });
    expect(Number(testsuites.errors)).toBe(1);
  });

  it('writes everything as JSON', async () => {
    const report = JSON.parse(await format('json', 'a b'));
    expect(Object.keys(report).sort()).toEqual([
      'objects',
      'problems',
      'skipped',
      'unjudged',
      'verdicts',
      'version',
    ]);
  });
});
