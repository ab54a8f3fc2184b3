import { meetsLabels, requestedLabels } from './labelSelector';

const LABELS = {
  app: 'shop',
  tier: 'front',
  weight: '5',
  'a.b/c': '',
  in: 'x',
};

describe('label selectors', () => {
  it.each([
    ['', true],
    ['app', true],
    ['!app', false],
    ['app=shop', true],
    ['app == shop , tier=front', true],
    ['app!=shop', false],
    ['none!=shop', true],
    ['app in (shop,pay)', true],
    ['app notin (pay)', true],
    ['none notin (pay)', true],
    ['a.b/c=', true],
    ['a.b/c', true],
    ['a.b/c in ()', true],
    ['weight>4', true],
    ['weight>5', false],
    ['weight<6,app', true],
    ['none<6', false],
    ['in=x', true],
    ['in in (x)', true],
  ])('%s: %s', (text, selected) => {
    expect(meetsLabels(requestedLabels(text), LABELS)).toBe(selected);
  });

  it.each([
    ['a=b=c', "found '=', expected: ',' or 'end of string'"],
    ['app in shop', "found 'shop' expected: '('"],
    ['app in (a', "found '', expected: ',' or ')'"],
    ['=x', "found '=', expected: identifier"],
    ['a,', "found '', expected: identifier after ','"],
    ['a b', "found 'b', expected: in, notin, =, ==, !=, gt, lt"],
    ['-a=b', '<nil>: Invalid value: "-a": name part must consist of'],
    ['a=-b', 'values[0][a]: Invalid value: "-b": a valid label must be'],
    ['a>x', "for 'Gt', 'Lt' operators, the value must be an integer"],
  ])('%s is refused', (text, message) => {
    expect(() => requestedLabels(text)).toThrow(message);
    expect(() => requestedLabels(text)).toThrow(
      expect.objectContaining({ code: 400 }),
    );
  });
});
