import { parseLabelSelector } from './labelSelector';
import { podLabelsOf, RecordSet, refKey } from './RecordSet';
import { checkoutObjects, pod, recordsOf } from './testing/shop';

const records = recordsOf(checkoutObjects());

function named(found: readonly { name: string }[]) {
  return found.map(({ name }) => name);
}

describe('RecordSet', () => {
  it('finds a record by what names it', () => {
    const ref = { kind: 'Service' as const, namespace: 'shop' };
    expect(records.get({ ...ref, name: 'checkout' })?.ports).toHaveLength(1);
    expect(records.get({ ...ref, name: 'catalog' })).toBeUndefined();
  });

  it('keeps the last of several records of one object', () => {
    const [first] = records.of('Service');
    const set = new RecordSet([first, { ...first, type: 'NodePort' }]);
    expect(set.of('Service').map(({ type }) => type)).toEqual(['NodePort']);
  });

  it('lists a kind, in one namespace or in all', () => {
    expect(named(records.of('Pod', 'shop'))).toEqual([
      'checkout-1-a',
      'checkout-1-b',
    ]);
    expect(records.of('Pod', 'other')).toEqual([]);
    expect(named(records.of('IngressClass'))).toEqual(['traefik']);
    expect(named(records.of('Ingress'))).toEqual(['checkout']);
  });

  it.each([
    ['app=checkout', 'shop', 2],
    ['app in (checkout,checkout,other)', 'shop', 2],
    ['app=checkout', 'other', 0],
    ['app=other', 'shop', 0],
    ['app!=other', 'shop', 2],
    ['app', 'shop', 2],
    ['', 'shop', 2],
  ])('matches %j in %s with %d pods', (selector, namespace, expected) => {
    expect(
      records.matching('Pod', namespace, parseLabelSelector(selector)),
    ).toHaveLength(expected);
  });

  it('follows owners up', () => {
    const deployment = {
      kind: 'Deployment',
      namespace: 'shop',
      name: 'checkout',
    };
    expect(records.of('Pod').map(entry => records.rootOf(entry))).toEqual([
      deployment,
      deployment,
    ]);
  });

  it('stops where owners go round in a circle', () => {
    const controlledBy = (name: string) => ({
      ownerReferences: [
        { apiVersion: 'v1', kind: 'Pod', name, controller: true },
      ],
    });
    const circle = recordsOf({
      Pod: [
        pod('a', { metadata: controlledBy('b') }),
        pod('b', { metadata: controlledBy('a') }),
      ],
    });
    expect(circle.rootOf(circle.of('Pod')[0]).kind).toBe('Pod');
  });

  it('knows the slices of a Service', () => {
    expect(
      named(records.slicesOf({ namespace: 'shop', name: 'checkout' })),
    ).toEqual(['checkout-x7k']);
    expect(records.slicesOf({ namespace: 'other', name: 'checkout' })).toEqual(
      [],
    );
  });
});

describe('podLabelsOf', () => {
  it.each([
    ['Deployment', { app: 'checkout' }],
    ['ReplicaSet', { app: 'checkout' }],
    ['Pod', { app: 'checkout' }],
    ['Service', undefined],
  ] as const)('of a %s are %j', (kind, labels) => {
    const [record] = records.of(kind);
    expect(podLabelsOf(record)).toEqual(labels);
  });
});

it('refKey tells objects of one name apart', () => {
  const keys = [
    { kind: 'Pod', namespace: 'a', name: 'b' },
    { kind: 'Service', namespace: 'a', name: 'b' },
    { kind: 'Pod', namespace: 'b', name: 'b' },
  ].map(refKey);
  expect(new Set(keys).size).toBe(3);
});
