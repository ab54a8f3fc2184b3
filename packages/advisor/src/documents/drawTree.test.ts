import { combinations } from '../testing/combinations';
import { allTables } from '../testing/tables';
import { advise } from '../advise';
import { drawTree } from './drawTree';

const drawn = allTables.flatMap(table => {
  const tree = drawTree(table);
  return tree ? [{ id: table.id, table, tree }] : [];
});

describe('the drawing of a table', () => {
  it('is there for the kinds of workload', () => {
    expect(drawn.map(({ id }) => id)).toContain('workload');
  });

  it.each(drawn)('ends where the answers lead ($id)', ({ table, tree }) => {
    const ends = new Set(
      [...tree.matchAll(/\(\["(.*)"\]\)|\{\{"refused: (.*)"\}\}/g)].map(
        ([, title, refused]) => title ?? refused,
      ),
    );
    const titles = combinations(table).map(answers => {
      const advice = advise(table, answers, { now: new Date(0) });
      return advice.type === 'contradiction'
        ? advice.title
        : advice.outcome.title;
    });
    expect(ends).toEqual(new Set(titles));
  });

  it('asks nothing that decides nothing', () => {
    const tree = drawTree({
      ...allTables[0],
      contradictions: [],
      rows: [{ ...allTables[0].rows[0], when: {} }],
    });
    expect(tree).toBe('```mermaid\nflowchart TD\n  n1(["CronJob"])\n```');
  });
});
