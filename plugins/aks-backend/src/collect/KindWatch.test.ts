import {
  ClusterConnection,
  ClusterError,
  WatchEvent,
} from '@backstage-aks/plugin-aks-node';
import { RecordedMeter } from '../metrics/__testUtils__/RecordedMeter';
import { Metrics } from '../metrics/Metrics';
import { kindOf } from '../store/__testUtils__/store';
import { Batch, ClusterWriter } from '../store/ClusterStore';
import { KindScope } from './KindScope';
import { KindWatch } from './KindWatch';
import { defaultTiming } from './timing';
import { WatchPosition } from './WatchPosition';

const scopes: KindScope[] = [{ path: '/shop' }, { path: '/pay' }];

const added = (namespace: string, resourceVersion: string): WatchEvent => ({
  type: 'ADDED',
  object: { metadata: { name: 'front', namespace, resourceVersion } },
  resourceVersion,
});

describe('KindWatch', () => {
  /** Watches streams that a test makes, one for each scope. */
  function watching(
    streams: ((signal: AbortSignal) => AsyncGenerator<WatchEvent>)[],
    write: (batch: Batch) => Promise<void> = async () => {},
  ) {
    const opened: string[] = [];
    const connection: Pick<ClusterConnection, 'watch'> = {
      watch: async (path, { resourceVersion = '', signal }) => {
        opened.push(`${path} from ${resourceVersion}`);
        const index = scopes.findIndex(scope => scope.path === path);
        return streams[index](signal ?? new AbortController().signal);
      },
    };
    const writer: Pick<ClusterWriter, 'apply'> = {
      apply: (_, batch) => write(batch),
    };
    const position = WatchPosition.at('10', scopes);
    const watch = new KindWatch(
      {
        kind: kindOf('Service'),
        scopes,
        connection: connection as ClusterConnection,
        writer: writer as ClusterWriter,
        projection: {},
        timing: { ...defaultTiming, gather: 60_000, settle: 60_000 },
        metrics: new Metrics(new RecordedMeter()).collect.of('one', () => 0),
        onSettled: async () => {},
        onEvent: () => {},
      },
      { position, stop: new AbortController() },
    );
    return { opened, run: () => watch.run(new AbortController().signal) };
  }

  async function* untilAborted(
    signal: AbortSignal,
  ): AsyncGenerator<WatchEvent> {
    yield added('pay', '12');
    if (!signal.aborted) {
      await new Promise(resolve => signal.addEventListener('abort', resolve));
    }
    throw new ClusterError('aborted', 'it was given up');
  }

  async function* ending(): AsyncGenerator<WatchEvent> {
    yield added('shop', '15');
  }

  async function* failing(): AsyncGenerator<WatchEvent> {
    throw new ClusterError('lost', 'the connection broke');
  }

  it('ends all scopes with the first, and writes how far all have come', async () => {
    const written: Batch[] = [];
    const { opened, run } = watching([ending, untilAborted], async batch => {
      written.push(batch);
    });
    await run();
    expect(opened).toEqual(['/shop from 10', '/pay from 10']);
    expect(
      written.map(({ upserts, resourceVersion }) => ({
        namespaces: upserts.map(({ record }) => record.namespace).sort(),
        resourceVersion,
      })),
    ).toEqual([{ namespaces: ['pay', 'shop'], resourceVersion: '12' }]);
  });

  it('fails as the first scope that fails', async () => {
    const { run } = watching([untilAborted, failing]);
    await expect(run()).rejects.toThrow('the connection broke');
  });

  it('fails when its last write does', async () => {
    const { run } = watching([ending, untilAborted], async () => {
      throw new Error('database is locked');
    });
    await expect(run()).rejects.toThrow('database is locked');
  });
});
