import { TestDatabases } from '@backstage/backend-test-utils';
import { exposureAnswerSchema } from '@backstage-aks/plugin-aks-common';
import { component } from '../__testUtils__/component';
import { exposureViewOf } from '../__testUtils__/exposureViewOf';
import {
  ingress,
  ingressClass,
  namespace,
  service,
  workload,
} from '../__testUtils__/manifests';
import { ownersOnly } from '../__testUtils__/ownersOnly';
import { startTestPortal } from '../__testUtils__/startTestPortal';
import { TestFleet } from '../__testUtils__/TestFleet';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const EXPOSURE = '/entities/component/default/web/exposure';
const WEU = 'https://portal.azure.com/#resource/subscriptions/weu';

describe('links to the Azure portal', () => {
  it('are those of clusters where the caller sees something', async () => {
    const fleet = await TestFleet.create(databases);
    const web = { namespace: 'shop', name: 'web', labels: { app: 'web' } };
    for (const [cluster, owner] of [
      ['weu', 'group:default/shop'],
      ['neu', 'group:default/others'],
      ['local', 'group:default/shop'],
    ]) {
      await fleet.addCluster(cluster, 'production', [
        namespace('shop', { owner }),
        ingressClass(),
        ...workload(web),
        ...service({ namespace: 'shop', name: 'web' }),
        ingress({ namespace: 'shop', name: 'web', host: `${cluster}.example` }),
      ]);
    }
    const portal = await startTestPortal({
      fleet,
      entities: [component('web', { selector: 'app=web', namespace: 'shop' })],
      policy: ownersOnly(['group:default/shop']),
      azurePortal: new Map([
        ['weu', WEU],
        ['neu', 'https://portal.azure.com/#resource/subscriptions/neu'],
      ]),
    });

    const { body } = await portal.get(EXPOSURE);

    // Nothing but what is described, however the link gets there.
    expect(exposureAnswerSchema.parse(body)).toEqual(body);
    const { sources } = exposureViewOf(body);
    const links = sources.map(({ cluster, azurePortal }) => [
      cluster.name,
      azurePortal,
    ]);
    expect(links).toContainEqual(['weu', WEU]);
    expect(links).toContainEqual(['local', undefined]);
    expect(JSON.stringify(body)).not.toContain('subscriptions/neu');
  });
});
