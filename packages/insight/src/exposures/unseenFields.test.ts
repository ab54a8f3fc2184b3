import { Freshness } from '../freshness';
import { gatewayObjects } from '../testing/gateway';
import { checkoutExposure, exposuresAmong, metadata } from '../testing/shop';
import { entryRows } from './summary';

const FORBIDDEN: Freshness = { state: 'forbidden' };

const both = (why: string) => ({ addresses: why, className: why });

describe('class and addresses of a route of the Gateway API', () => {
  const isReadable = (name: string) => name !== 'platform';
  const set = { kind: 'ListenerSet', name: 'more' };

  it.each([
    ['are those of its Gateway', {}, {}, undefined],
    [
      'are none where there is no such Gateway',
      { instead: { Gateway: [] } },
      {},
      undefined,
    ],
    [
      'are not visible where the Gateway is not',
      {
        route: { parentRefs: [{ name: 'public', namespace: 'platform' }] },
        instead: { Gateway: [] },
      },
      { isReadable },
      both('not-visible'),
    ],
    [
      'are not known where Gateways may not be read',
      { instead: { Gateway: [] } },
      { freshness: { Gateway: FORBIDDEN } },
      both('not-known'),
    ],
    [
      'are not known where ListenerSets may not be read',
      { route: { parentRefs: [set] }, instead: { ListenerSet: [] } },
      { freshness: { ListenerSet: FORBIDDEN } },
      both('not-known'),
    ],
    [
      'are not known where it hangs at something that is not followed',
      { route: { parentRefs: [{ kind: 'Mesh', name: 'other' }] } },
      {},
      both('not-known'),
    ],
  ])('%s', (_, changes, options, unseen) => {
    const { exposures } = exposuresAmong(gatewayObjects(changes), options);
    expect(exposures.map(exposure => exposure.unseen)).toEqual([unseen]);
    expect(entryRows(exposures)[0].unseen).toEqual(unseen);
  });
});

describe('the class of an Ingress', () => {
  const unnamed = {
    instead: {
      Ingress: [
        {
          metadata: metadata('checkout'),
          spec: {
            rules: [
              {
                host: 'checkout.contoso.example',
                http: {
                  paths: [
                    {
                      path: '/',
                      pathType: 'Prefix',
                      backend: {
                        service: { name: 'checkout', port: { name: 'http' } },
                      },
                    },
                  ],
                },
              },
            ],
          },
        },
      ],
      IngressClass: [],
    },
  };

  it.each([
    ['none is named and none is the default', unnamed, {}, undefined],
    [
      'none is named and the classes may not be read',
      unnamed,
      { freshness: { IngressClass: FORBIDDEN } },
      { className: 'not-known' },
    ],
    [
      'one is named and the classes may not be read',
      { instead: { IngressClass: [] } },
      { freshness: { IngressClass: FORBIDDEN } },
      undefined,
    ],
  ])('where %s', (_, changes, options, unseen) => {
    expect(checkoutExposure(changes, options).unseen).toEqual(unseen);
  });
});
