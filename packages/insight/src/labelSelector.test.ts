import {
  labelSelectorFrom,
  matchesLabels,
  parseLabelSelector,
} from './labelSelector';

describe('parseLabelSelector', () => {
  it.each([
    ['', []],
    ['  ', []],
    ['app=shop', [{ key: 'app', operator: 'In', values: ['shop'] }]],
    ['app == shop', [{ key: 'app', operator: 'In', values: ['shop'] }]],
    ['app!=shop', [{ key: 'app', operator: 'NotIn', values: ['shop'] }]],
    ['app=', [{ key: 'app', operator: 'In', values: [''] }]],
    [
      'tier in (web, api),!legacy',
      [
        { key: 'tier', operator: 'In', values: ['web', 'api'] },
        { key: 'legacy', operator: 'DoesNotExist' },
      ],
    ],
    [
      'tier notin (db),app',
      [
        { key: 'tier', operator: 'NotIn', values: ['db'] },
        { key: 'app', operator: 'Exists' },
      ],
    ],
    [
      'app.kubernetes.io/part-of=shop_1.2-3',
      [
        {
          key: 'app.kubernetes.io/part-of',
          operator: 'In',
          values: ['shop_1.2-3'],
        },
      ],
    ],
  ])('reads %j', (text, selector) => {
    expect(parseLabelSelector(text)).toEqual(selector);
  });

  it.each([
    ['app=shop,', '""'],
    ['=shop', '"=shop"'],
    ['app in (a', 'unbalanced parentheses'],
    ['app in a)', 'unbalanced parentheses'],
    ['app in (a b)', '"a b" is not a label value'],
    ['app=$(reboot)', '"app=$(reboot)"'],
    ['-app', '"-app"'],
    ['app>1', '"app>1"'],
  ])('refuses %j and says why', (text, part) => {
    expect(() => parseLabelSelector(text)).toThrow(SyntaxError);
    expect(() => parseLabelSelector(text)).toThrow(part);
  });
});

describe('labelSelectorFrom', () => {
  it('joins labels and expressions', () => {
    expect(
      labelSelectorFrom({
        matchLabels: { app: 'shop' },
        matchExpressions: [
          { key: 'tier', operator: 'NotIn', values: ['db'] },
          { key: 'legacy', operator: 'DoesNotExist' },
        ],
      }),
    ).toEqual([
      { key: 'app', operator: 'In', values: ['shop'] },
      { key: 'tier', operator: 'NotIn', values: ['db'] },
      { key: 'legacy', operator: 'DoesNotExist' },
    ]);
  });

  it('selects nothing by an operator it does not know', () => {
    const selector = labelSelectorFrom({
      matchExpressions: [{ key: 'app', operator: 'Gt', values: ['1'] }],
    });
    expect(matchesLabels(selector, { app: '2' })).toBe(false);
    expect(matchesLabels(selector, {})).toBe(false);
  });
});

describe('matchesLabels', () => {
  const labels = { app: 'shop', tier: 'web' };

  it.each([
    ['', true],
    ['app=shop', true],
    ['app=shop,tier=db', false],
    ['tier in (web,db)', true],
    ['zone=eu', false],
    ['zone!=eu', true],
    ['zone notin (eu)', true],
    ['app notin (shop)', false],
    ['app', true],
    ['!app', false],
    ['!zone', true],
    // What every object inherits is no label.
    ['toString', false],
    ['!constructor', true],
  ])('%j of these labels is %s', (text, expected) => {
    expect(matchesLabels(parseLabelSelector(text), labels)).toBe(expected);
  });
});
