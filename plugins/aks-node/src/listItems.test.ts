import { ListItems } from './listItems';

const WHOLE = 1_000_000;

/** Takes a text in pieces of a size, as a connection delivers it. */
function taken(text: string, size: number) {
  const bytes = Buffer.from(text);
  const list = new ListItems();
  const items: unknown[] = [];
  for (let start = 0; start < bytes.length; start += size) {
    for (const item of list.take(bytes.subarray(start, start + size))) {
      items.push(JSON.parse(item.toString('utf8')));
    }
  }
  return { items, rest: list.rest() };
}

const lists: [string, unknown][] = [
  ['no items', { kind: 'PodList', items: [], metadata: { a: 1 } }],
  ['one item', { metadata: {}, items: [{ a: 1 }] }],
  ['many items', { items: Array.from({ length: 40 }, (_, a) => ({ a })) }],
  ['items that nest', { items: [{ a: [{ b: [[], {}] }] }, { items: [1, 2] }] }],
  [
    'brackets, quotes and commas in texts',
    { note: '"items":[{', items: [{ a: '],[{"' }, { 'b\\"': '\\\\' }] },
  ],
  ['letters of several bytes', { items: [{ name: 'Büro 東京 🚢' }], z: 'é' }],
  ['items that are no objects', { items: [1, 'two', null, [3], true, {}] }],
  ['null for items', { items: null, metadata: {} }],
  [
    'a list within that is called alike',
    { metadata: { items: [1] }, other: [2] },
  ],
  ['keys before and after', { a: [1, 2], items: [{ b: 3 }], c: [4] }],
];

describe('ListItems', () => {
  describe.each([1, 2, 7, 64, WHOLE])('in pieces of %s bytes', size => {
    it.each(lists)('finds %s', (_, list) => {
      const { items, ...around } = list as { items?: unknown };
      for (const text of [
        JSON.stringify(list),
        JSON.stringify(list, undefined, 3),
      ]) {
        const found = taken(text, size);
        expect(found.items).toEqual(items ?? []);
        expect(JSON.parse(found.rest)).toEqual({
          ...around,
          ...(items !== undefined && { items: items && [] }),
        });
      }
    });
  });

  it.each([
    ['a list cut off within an item', '{"items":[{"a":1},{"a":'],
    ['a list cut off between items', '{"items":[{"a":1},'],
    ['a list cut off after its items', '{"items":[{"a":1}]'],
    ['another text', '<html>[{}]</html>'],
    ['nothing', ''],
  ])('leaves it to the parser to refuse %s', (_, text) => {
    expect(() => JSON.parse(taken(text, WHOLE).rest)).toThrow(SyntaxError);
  });

  it('leaves it to the parser to refuse an item that is not JSON', () => {
    expect(() => taken('{"items":[{"a":},{"a":1}]}', WHOLE)).toThrow(
      SyntaxError,
    );
  });
});
