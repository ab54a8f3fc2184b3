import { TestDatabases } from '@backstage/backend-test-utils';
import { component } from '../__testUtils__/component';
import {
  exposedWorkload,
  ingressClass,
  namespace,
} from '../__testUtils__/manifests';
import { startTestPortal } from '../__testUtils__/startTestPortal';
import { TestFleet } from '../__testUtils__/TestFleet';
import { eventually } from '../collect/__testUtils__/eventually';
import { RecordedMeter } from './__testUtils__/RecordedMeter';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const SUMMARY = '/entities/component/default/web/summary';
const ROUTE = '/v1/entities/:kind/:namespace/:name/summary';

describe('the figures of serving', () => {
  it('tell hits from misses, and answers by route and status', async () => {
    const fleet = await TestFleet.create(databases);
    const cluster = await fleet.addCluster('weu', 'production', [
      namespace('shop'),
      ingressClass(),
      ...exposedWorkload({
        namespace: 'shop',
        name: 'web',
        host: 'web.example',
      }),
    ]);
    const meter = new RecordedMeter();
    const portal = await startTestPortal({
      fleet,
      meter,
      entities: [component('web', { selector: 'app=web', namespace: 'shop' })],
    });
    const lookUps = (result: string) =>
      meter.total('aks.serve.cache.lookups', { result });
    const answers = (status: number) =>
      meter.values('aks.serve.request.duration', { route: ROUTE, status });

    const first = await portal.get(SUMMARY);
    expect([lookUps('miss'), lookUps('hit')]).toEqual([1, 0]);
    expect(meter.values('aks.serve.judgement.duration')).toEqual([
      expect.any(Number),
    ]);

    await portal.get(SUMMARY, { etag: first.get('etag') });
    expect([lookUps('miss'), lookUps('hit')]).toEqual([1, 1]);

    await cluster.apply(
      exposedWorkload({ namespace: 'shop', name: 'web', host: 'new.example' }),
    );
    await portal.get(SUMMARY, { etag: first.get('etag') });
    expect([lookUps('miss'), lookUps('hit')]).toEqual([2, 1]);
    expect(meter.values('aks.serve.judgement.duration')).toHaveLength(2);

    await portal.get('/entities/component/default/no-such/summary');
    await eventually(() => expect(answers(404)).toHaveLength(1));
    expect(answers(200)).toHaveLength(2);
    expect(answers(304)).toHaveLength(1);
  });
});
