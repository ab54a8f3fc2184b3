import {
  hasRecording,
  RecordedExchange,
  recordedExchanges,
} from './__testUtils__/recording';
import { normalised } from './__testUtils__/normalised';
import { Answer, eventually, send } from './__testUtils__/request';
import { OpenWatch, openWatch } from './__testUtils__/watchEvents';
import { SandboxCluster } from './cluster/SandboxCluster';
import { isJsonObject, JsonObject, objectsIn, valueAt } from './objects/json';
import { loadRecordedState } from './__testUtils__/recordedState';
import { Sandbox, startSandbox } from './startSandbox';

/** Exchanges the sandbox does not answer as recorded, each with the reason. */
const NOT_YET = new Map<string, string>([]);

/** What is compared of an answer where parts differ on purpose. */
const COMPARED: Record<string, (body: JsonObject) => unknown> = {
  // The recorded server was built from source and does not know its version.
  'server version': body => Object.keys(body).sort(),
  // Groups of custom resources come in no order that a client could rely on.
  'group discovery': body =>
    objectsIn(body.groups).sort((left, right) =>
      String(left.name) < String(right.name) ? -1 : 1,
    ),
  // Ages depend on when the table is asked for.
  'list as a Table': body => ({
    ...body,
    rows: objectsIn(body.rows).map(({ cells, object }) => ({
      cells: Array.isArray(cells) && cells.toSpliced(4, 1),
      object,
    })),
  }),
};

const recording = hasRecording() ? recordedExchanges() : [];
const exchanges = recording.map(exchange => ({
  name: exchange.note,
  exchange,
}));
const describeRecording = recording.length > 0 ? describe : describe.skip;

describeRecording('the recorded exchanges of a real API server', () => {
  let sandbox: Sandbox;
  let cluster: SandboxCluster;
  let watch: OpenWatch;
  let streamingList: OpenWatch;

  beforeAll(async () => {
    sandbox = await startSandbox({
      clusters: [{ name: 'recorded', nodes: 0 }],
    });
    cluster = sandbox.cluster();
    loadRecordedState(cluster);
  });
  afterAll(async () => {
    watch?.close();
    streamingList?.close();
    await sandbox.close();
  });

  it.each(exchanges)('$name', async ({ name, exchange }) => {
    // An exchange that is answered as recorded must leave the list.
    expect(await verdict(name, replay(name, exchange))).toBe(
      NOT_YET.has(name) ? 'different' : 'as recorded',
    );
  });

  async function replay(name: string, exchange: RecordedExchange) {
    if (exchange.response.stream) {
      await replayWatch(name, exchange);
      return;
    }
    if (name === 'scale subresource') {
      await openWatches();
    }
    if (name === 'delete: ok (background)') {
      await createTemporary();
    }
    const { method, path, headers, body } = exchange.request;
    const answer = await send(cluster.url, {
      method,
      path: currentPath(cluster, path),
      headers,
      body: withCurrentIdentity(cluster, body),
      token: tokenFor(name),
    });
    compare(name, answer, exchange.response);
  }

  async function openWatches() {
    const [deployments, pods] = ['deployments', 'pods'].map(
      resource =>
        recording.find(
          ({ request, response }) =>
            response.stream && request.path.includes(`/pets/${resource}?`),
        )?.request.path ?? '',
    );
    streamingList = await openWatch(cluster.url, pods, 'sandbox-admin');
    watch = await openWatch(
      cluster.url,
      deployments.replace(
        /resourceVersion=\d+/,
        `resourceVersion=${cluster.revision}`,
      ),
      'sandbox-admin',
    );
  }

  async function createTemporary() {
    const created = streamOf('watch: a deployment is').find(
      ({ type }) => type === 'ADDED',
    );
    const { spec } = created?.object ?? {};
    await send(cluster.url, {
      method: 'POST',
      path: '/apis/apps/v1/namespaces/pets/deployments',
      body: { metadata: { name: 'tmp' }, spec },
      token: 'sandbox-admin',
    });
    await eventually(() =>
      watch.events.some(
        ({ object }) =>
          valueAt(object, 'metadata.name') === 'tmp' &&
          valueAt(object, 'status.replicas') === 1,
      ),
    );
  }

  async function replayWatch(
    name: string,
    { request, response }: RecordedExchange,
  ) {
    const recorded = response.stream ?? [];
    if (recorded[0].type === 'ERROR') {
      const opened = await openWatch(
        cluster.url,
        request.path,
        'sandbox-admin',
      );
      await opened.ended;
      expect(opened.status).toBe(200);
      expect(normalised(opened.events)).toEqual(normalised(recorded));
      return;
    }
    const opened = name.startsWith('watch-list') ? streamingList : watch;
    expect(opened.status).toBe(200);
    const wanted = historyByName(recorded);
    await eventually(
      () =>
        JSON.stringify(historyByName(opened.events)) === JSON.stringify(wanted),
      3000,
    ).catch(() => undefined);
    expect(historyByName(opened.events)).toEqual(wanted);
    for (const type of new Set(recorded.map(event => event.type))) {
      const first = (events: typeof recorded) =>
        normalised(events.find(event => event.type === type));
      expect(first(opened.events)).toEqual(first(recorded));
    }
  }

  function streamOf(beginning: string) {
    return (
      recording.find(({ note }) => note.startsWith(beginning))?.response
        .stream ?? []
    );
  }
});

async function verdict(name: string, replayed: Promise<void>) {
  try {
    await replayed;
    return 'as recorded';
  } catch (difference) {
    if (NOT_YET.has(name)) {
      return 'different';
    }
    throw difference;
  }
}

function tokenFor(name: string): string | undefined {
  switch (name) {
    case 'no credentials (anonymous)':
      return undefined;
    case 'bad token':
      return 'wrong';
    default:
      return 'sandbox-admin';
  }
}

/** Continue tokens hold the revision they belong to. */
function currentPath(cluster: SandboxCluster, path: string): string {
  return path.replace(/continue=([\w-]+)/, (whole, token) => {
    const text = Buffer.from(token, 'base64url').toString();
    return text.includes('"rv":833')
      ? `continue=${Buffer.from(
          text.replace('833', String(cluster.revision)),
        ).toString('base64url')}`
      : whole;
  });
}

function withCurrentIdentity(cluster: SandboxCluster, body: unknown): unknown {
  if (!isJsonObject(body) || !valueAt(body, 'metadata.uid')) {
    return body;
  }
  const present = cluster.objects.get('ConfigMap', 'pets', 'a');
  const metadata = isJsonObject(body.metadata) ? body.metadata : {};
  return { ...body, metadata: { ...metadata, uid: present?.metadata.uid } };
}

function compare(
  name: string,
  answer: Answer,
  recorded: RecordedExchange['response'],
): void {
  const compared = COMPARED[name] ?? (body => body);
  expect(answer.status).toBe(recorded.status);
  for (const header of [
    'content-type',
    'cache-control',
    'x-content-type-options',
  ]) {
    expect([header, answer.headers.get(header)]).toEqual([
      header,
      recorded.headers?.[header] ?? null,
    ]);
  }
  for (const header of ['audit-id', 'x-kubernetes-pf-flowschema-uid']) {
    expect([header, answer.headers.has(header)]).toEqual([
      header,
      recorded.headers?.[header] !== undefined,
    ]);
  }
  if (typeof recorded.body === 'string') {
    expect(answer.text).toEqual(recorded.body);
  } else {
    expect(normalised(compared(answer.body))).toEqual(
      normalised(compared(isJsonObject(recorded.body) ? recorded.body : {})),
    );
  }
}

/** What was said of each object, without repetitions: A, M, D, …. */
function historyByName(events: { type: string; object: JsonObject }[]) {
  const histories: Record<string, string> = {};
  for (const { type, object } of events) {
    const name = String(normalised(valueAt(object, 'metadata.name') ?? ''))
      // The pod that the scaled deployment gets has a random name.
      .replace(/^(store-front-.*-)(?!8pcls|nwzmr).*/, '$1…');
    const history = histories[name] ?? '';
    histories[name] = history.endsWith(type[0]) ? history : history + type[0];
  }
  return histories;
}
