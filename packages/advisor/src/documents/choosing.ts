import { conditionIds } from '../answers';
import { AnswerSet, Condition, Fact, Source } from '../DecisionTable';
import { AnyTable } from '../testing/combinations';
import { drawTree } from './drawTree';

const INTRODUCTION = `# Choosing

The portal recommends a kind of workload, a way to scale, a way in and a network
plugin. These are its decision tables, drawn from the data that it uses
(\`packages/advisor\`). Do not edit this page, draw it again:

\`\`\`sh
yarn workspace @backstage-aks/advisor document
\`\`\`

Read a table so: contradictions are looked for first. Then the first row whose
answers all hold wins. A question that is not answered counts as answered with the
option in bold. Autoscaling has two tables, as pods and nodes are decided apart.

What could not be confirmed in a source is left out: the names of third-party
ingress controllers and what each of them can do, what network plugins of vendors
can do on AKS, TLS passthrough and the class names of Application Gateway for
Containers. Whether Microsoft has moved the end of NGINX in application routing
since the page of 2026-08-21 was read is not known either. One source allows TCP
routes through Application Gateway for Containers and another lists HTTP listeners
only; the narrower one is followed.
`;

/** The page about all tables, as Markdown in the repository's layout. */
export function drawChoosing(tables: readonly AnyTable[]): string {
  return `${[INTRODUCTION, ...tables.map(drawTable)].join('\n')}`;
}

function drawTable(table: AnyTable): string {
  const tree = drawTree(table);
  return [
    `## ${table.title}`,
    table.text,
    ...(tree ? [tree] : []),
    '### Questions',
    drawQuestions(table),
    '### Contradictions',
    grid(
      ['answers', 'why not', 'instead'],
      table.contradictions.map(({ whenAny, because, remedy }) => [
        whenAny.map(when => words(table, when)).join('; or '),
        because,
        remedy,
      ]),
    ),
    '### Rows',
    grid(
      ['#', 'answers', 'recommended', 'because', 'runner-up'],
      table.rows.map((row, index) => [
        String(index + 1),
        words(table, row.when),
        `**${table.outcomes[row.outcome].title}**`,
        row.because,
        row.runnersUp
          .map(({ outcome, when, lastDay, because }) =>
            [
              table.outcomes[outcome].title,
              when ? ` (${words(table, when)})` : '',
              lastDay ? ` (until ${lastDay})` : '',
              `: ${because}`,
            ].join(''),
          )
          .join('<br>'),
      ]),
    ),
    '### Remarks',
    grid(
      ['answers', 'recommended', 'remark'],
      table.remarks.map(({ when, outcomes = [], because }) => [
        words(table, when),
        outcomes.map(id => table.outcomes[id].title).join('; ') || 'any',
        because,
      ]),
    ),
    '### Sources',
    drawSources(table),
  ]
    .join('\n\n')
    .concat('\n');
}

function drawQuestions(table: AnyTable): string {
  return grid(
    ['question', 'asked', 'options'],
    Object.values(table.questions).map(
      ({ title, text, options, assumed, askedWhen }) => [
        `${title}: ${text}`,
        askedWhen?.map(when => words(table, when)).join('; or ') ?? 'always',
        Object.entries(options)
          .map(([id, label]) => (id === assumed ? `**${label}**` : label))
          .join('<br>'),
      ],
    ),
  );
}

function drawSources(table: AnyTable): string {
  const facts: Fact[] = [
    ...table.rows,
    ...table.rows.flatMap(({ runnersUp }) => runnersUp),
    ...table.contradictions,
    ...table.remarks,
  ].flatMap(({ facts: some = [] }) => some);
  const texts = new Map<string, Set<string>>();
  const sources = new Map<string, Source>();
  for (const { text, source } of facts) {
    sources.set(source.url, source);
    texts.set(source.url, (texts.get(source.url) ?? new Set()).add(text));
  }
  return [...sources.values()]
    .map(
      ({ title, url, date }) =>
        `- [${title}](${url}), ${date}:\n${[...(texts.get(url) ?? [])]
          .map(text => `  - ${text}`)
          .join('\n')}`,
    )
    .join('\n');
}

function words(table: AnyTable, when: Condition<AnswerSet>): string {
  return (
    conditionIds(when)
      .map(id => {
        const { title, options } = table.questions[id];
        const labels = (when[id] ?? []).map(option => `“${options[option]}”`);
        return `${title}: ${labels.join(' or ')}`;
      })
      .join(', ') || 'any'
  );
}

function grid(head: string[], rows: string[][]): string {
  const cells = [head, ...rows].map(row =>
    row.map(cell => cell.replace(/\|/g, '\\|')),
  );
  const widths = head.map((_, column) =>
    Math.max(3, ...cells.map(row => row[column].length)),
  );
  const [first, ...others] = cells.map(row =>
    row.map((cell, column) => cell.padEnd(widths[column])),
  );
  const rule = widths.map(width => '-'.repeat(width));
  return [first, rule, ...others]
    .map(row => `| ${row.join(' | ')} |`)
    .join('\n');
}
