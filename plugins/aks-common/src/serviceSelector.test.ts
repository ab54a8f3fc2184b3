import { Entity } from '@backstage/catalog-model';
import { serviceSelectorOf } from './serviceSelector';

function entity(annotations?: Record<string, string>): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'web', annotations },
  };
}

const APP_IS_WEB = [{ key: 'app', operator: 'In', values: ['web'] }];
const ID_IS_WEB = [
  { key: 'backstage.io/kubernetes-id', operator: 'In', values: ['web'] },
];

describe('serviceSelectorOf', () => {
  it.each<{
    what: string;
    annotations: Record<string, string> | undefined;
    expected: object | undefined;
  }>([
    {
      what: 'an id selects by the label of that name',
      annotations: { 'backstage.io/kubernetes-id': 'web' },
      expected: {
        selector: ID_IS_WEB,
        text: 'backstage.io/kubernetes-id=web',
      },
    },
    {
      what: 'a label selector wins over an id',
      annotations: {
        'backstage.io/kubernetes-id': 'other',
        'backstage.io/kubernetes-label-selector': 'app=web',
      },
      expected: { selector: APP_IS_WEB, text: 'app=web' },
    },
    {
      what: 'namespaces are separated by commas; spaces and gaps do not count',
      annotations: {
        'backstage.io/kubernetes-label-selector': ' app=web ',
        'backstage.io/kubernetes-namespace': ' shop, , shop-eu,',
        'backstage.io/kubernetes-cluster': ' weu ',
      },
      expected: {
        selector: APP_IS_WEB,
        text: 'app=web',
        namespaces: ['shop', 'shop-eu'],
        cluster: 'weu',
      },
    },
    {
      what: 'a list of no namespaces limits nothing',
      annotations: {
        'backstage.io/kubernetes-label-selector': 'app=web',
        'backstage.io/kubernetes-namespace': ' , ',
      },
      expected: { selector: APP_IS_WEB, text: 'app=web' },
    },
    {
      what: 'a namespace alone says nothing about workloads',
      annotations: { 'backstage.io/kubernetes-namespace': 'shop' },
      expected: undefined,
    },
    {
      what: 'an empty annotation is none',
      annotations: { 'backstage.io/kubernetes-label-selector': '  ' },
      expected: undefined,
    },
    {
      what: "the entity's name is no fallback",
      annotations: undefined,
      expected: undefined,
    },
  ])('$what', ({ annotations, expected }) => {
    expect(serviceSelectorOf(entity(annotations))).toEqual(expected);
  });

  it.each([
    { key: 'backstage.io/kubernetes-label-selector', value: 'app in web' },
    { key: 'backstage.io/kubernetes-id', value: 'web shop' },
    { key: 'backstage.io/kubernetes-label-selector', value: '!app,env!=test' },
    {
      key: 'backstage.io/kubernetes-label-selector',
      value: `app in (${'web,'.repeat(600)}web)`,
    },
  ])('refuses $key: $value and says what to correct', ({ key, value }) => {
    expect(() => serviceSelectorOf(entity({ [key]: value }))).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringMatching(/cannot be used.*catalog-info\.yaml/),
      }),
    );
  });

  it('refuses more namespaces than a service can sensibly be in', () => {
    const names = Array.from({ length: 51 }, (_, index) => `shop-${index}`);
    expect(() =>
      serviceSelectorOf(
        entity({
          'backstage.io/kubernetes-id': 'web',
          'backstage.io/kubernetes-namespace': names.join(','),
        }),
      ),
    ).toThrow(/51 namespaces.*50 at most.*kubernetes-namespace/);
  });

  it('repeats no endless annotation in its error', () => {
    const endless = 'x'.repeat(100_000);
    expect(() =>
      serviceSelectorOf(entity({ 'backstage.io/kubernetes-id': endless })),
    ).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(/^.{100,600}$/s),
      }),
    );
  });
});
