import { send } from '../__testUtils__/request';
import { objectsIn, valueAt } from '../objects/json';
import { Sandbox, startSandbox } from '../startSandbox';

const AT = '/api/v1/namespaces/default/configmaps';
const JSON_MERGE = 'application/merge-patch+json';
const APPLY = 'application/apply-patch+yaml';

describe('options of requests', () => {
  let sandbox: Sandbox;

  beforeAll(async () => {
    sandbox = await startSandbox({ clusters: [{ name: 'options' }] });
  });
  afterAll(() => sandbox.close());

  const request = (
    method: string,
    path: string,
    body?: unknown,
    type = 'application/json',
  ) =>
    send(sandbox.cluster().url, {
      method,
      path: AT + path,
      token: 'sandbox-admin',
      body,
      headers: { 'content-type': type },
    });
  const make = (name: string, group = name) =>
    request('POST', '', { metadata: { name, labels: { group } } });
  const namesIn = async (group: string) => {
    const { body } = await request('GET', `?labelSelector=group=${group}`);
    return objectsIn(body.items).map(item => valueAt(item, 'metadata.name'));
  };

  it.each(['true', 'false', '1'])(
    'refuses force=%s where nothing is applied',
    async force => {
      await make('forced');
      const { status, body } = await request(
        'PATCH',
        `/forced?force=${force}`,
        { data: { a: 'b' } },
        JSON_MERGE,
      );
      expect(status).toBe(422);
      expect(body).toMatchObject({
        reason: 'Invalid',
        message:
          'PatchOptions.meta.k8s.io "" is invalid: force: Forbidden: may not be specified for non-apply patch',
        details: {
          group: 'meta.k8s.io',
          kind: 'PatchOptions',
          causes: [{ reason: 'FieldValueForbidden', field: 'force' }],
        },
      });
    },
  );

  it.each([
    ['true', 200],
    ['1', 200],
    ['false', 409],
    ['0', 409],
  ])('takes what others own with force=%s: %i', async (force, code) => {
    const name = `owned-${force}`;
    const apply = (manager: string, value: string, query = '') =>
      request(
        'PATCH',
        `/${name}?fieldManager=${manager}${query}`,
        {
          apiVersion: 'v1',
          kind: 'ConfigMap',
          metadata: { name },
          data: { a: value },
        },
        APPLY,
      );
    expect((await apply('first', '1')).status).toBe(201);
    expect((await apply('second', '2', `&force=${force}`)).status).toBe(code);
  });

  it('passes over parameters it does not know', async () => {
    await make('plain');
    const answers = [
      await request('GET', '?unknown=1&_=2'),
      await request('GET', '/plain?pretty=true&unknown=1'),
      await request(
        'PATCH',
        '/plain?unknown=1',
        { data: { a: 'b' } },
        JSON_MERGE,
      ),
      await request('DELETE', '/plain?unknown=1'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  });

  it.each(['9223372036854775807', '0', '-1', ''])(
    'lists everything with limit=%s',
    async limit => {
      await make(`limit${limit}`, 'limits');
      const { status, body } = await request('GET', `?limit=${limit}`);
      const all = await request('GET', '');
      expect(status).toBe(200);
      expect(body.items).toEqual(all.body.items);
      expect(valueAt(body, 'metadata.continue')).toBeUndefined();
    },
  );

  it.each([
    ['many', 'strconv.ParseInt: parsing "many": invalid syntax'],
    ['1.5', 'strconv.ParseInt: parsing "1.5": invalid syntax'],
    [
      '9223372036854775808',
      'strconv.ParseInt: parsing "9223372036854775808": value out of range',
    ],
  ])('refuses limit=%s', async (limit, message) => {
    const { status, body } = await request('GET', `?limit=${limit}`);
    expect([status, body.reason, body.message]).toEqual([
      400,
      'BadRequest',
      message,
    ]);
  });

  describe('deletion of a collection', () => {
    it('only tries with a dry run', async () => {
      await make('tried');
      const { status, body } = await request(
        'DELETE',
        '?labelSelector=group=tried&dryRun=All',
      );
      expect([status, objectsIn(body.items).length]).toEqual([200, 1]);
      expect(await namesIn('tried')).toEqual(['tried']);
    });

    it('deletes what both selectors choose', async () => {
      await make('one', 'pair');
      await make('two', 'pair');
      await request(
        'DELETE',
        '?labelSelector=group=pair&fieldSelector=metadata.name=one',
      );
      expect(await namesIn('pair')).toEqual(['two']);
    });

    it('reads the parameters only where there is no body', async () => {
      await make('gone');
      await request('DELETE', '?labelSelector=group=gone&dryRun=All', {
        kind: 'DeleteOptions',
        apiVersion: 'v1',
      });
      expect(await namesIn('gone')).toEqual([]);
    });

    it.each([
      ['propagationPolicy=Sideways', 422],
      ['dryRun=Some', 422],
      ['gracePeriodSeconds=soon', 400],
      ['labelSelector=%3D%3D%3D', 400],
    ])('refuses %s and deletes nothing', async (query, code) => {
      await make('kept');
      const { status } = await request(
        'DELETE',
        `?fieldSelector=metadata.name=kept&${query}`,
      );
      expect(status).toBe(code);
      expect(await namesIn('kept')).toEqual(['kept']);
    });
  });
});
