import { toExposureAnswer } from '@backstage-aks/plugin-aks-common';
import { ApiBlueprint } from '@backstage/frontend-plugin-api';
import { createExtensionTester } from '@backstage/frontend-test-utils';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { shopFront, unannotatedShopFront } from './__testUtils__/entities';
import { exposureView } from './__testUtils__/views';
import aksPlugin, { aksApiRef } from './index';

describe('the Exposure extension', () => {
  const tester = createExtensionTester(
    aksPlugin.getExtension('entity-content:aks/exposure'),
  );

  it('is a tab of its own in the group of operation', () => {
    expect(tester.get(EntityContentBlueprint.dataRefs.title)).toBe('Exposure');
    expect(tester.get(EntityContentBlueprint.dataRefs.group)).toBe('operation');
  });

  it.each([
    { kind: 'Component', annotated: true, shown: true },
    { kind: 'Component', annotated: false, shown: true },
    { kind: 'Resource', annotated: true, shown: true },
    { kind: 'Resource', annotated: false, shown: false },
    { kind: 'API', annotated: true, shown: true },
    { kind: 'API', annotated: false, shown: false },
    { kind: 'Group', annotated: true, shown: false },
  ])('is shown for a $kind, annotated $annotated: $shown', example => {
    const entity = example.annotated ? shopFront : unannotatedShopFront;
    const filter = tester.get(EntityContentBlueprint.dataRefs.filterFunction);

    expect(filter?.({ ...entity, kind: example.kind })).toBe(example.shown);
  });
});

describe('the API extension', () => {
  it('asks the AKS backend with the fetch of the app', async () => {
    const asked: string[] = [];
    const fetchApi = {
      fetch: async (url: RequestInfo | URL) => {
        asked.push(String(url));
        return Response.json(toExposureAnswer(exposureView()));
      },
    };
    const { api, factory } = createExtensionTester(
      aksPlugin.getExtension('api:aks'),
    ).get(ApiBlueprint.dataRefs.factory);
    const entity = { kind: 'Component', namespace: 'default', name: 'shop' };

    const client = factory({ fetchApi }) as typeof aksApiRef.T;
    const view = await client.getExposure(entity);

    expect(api).toBe(aksApiRef);
    expect(view).toEqual(exposureView());
    expect(asked).toEqual([
      'plugin://aks/v1/entities/component/default/shop/exposure',
    ]);
  });
});
