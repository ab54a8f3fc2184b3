import { advise } from '../advise';
import { askedQuestions } from '../answers';
import { AnswerSet } from '../DecisionTable';
import { AnyTable } from '../testing/combinations';

/** A question with a branch for each answer, or what all answers below lead to. */
type Tree =
  | { question: string; branches: { label: string; to: Tree }[] }
  | { leaf: string; refused: boolean };

// More than that is no longer read but searched, and the rows are better for it.
const MOST_NODES = 40;

/**
 * A table as a drawing of its questions, in Mermaid: only those that still decide
 * something are drawn. Undefined where it would be too large to read.
 */
export function drawTree(table: AnyTable): string | undefined {
  const ids = new Map<string, string>();
  const lines: string[] = [];
  const draw = (tree: Tree): string => {
    const key = JSON.stringify(tree);
    const drawn = ids.get(key);
    if (drawn) {
      return drawn;
    }
    const id = `n${ids.size + 1}`;
    ids.set(key, id);
    if ('leaf' in tree) {
      lines.push(
        tree.refused
          ? `  ${id}{{"refused: ${tree.leaf}"}}`
          : `  ${id}(["${tree.leaf}"])`,
      );
      return id;
    }
    lines.push(`  ${id}["${tree.question}"]`);
    for (const { label, to } of tree.branches) {
      lines.push(`  ${id} -->|"${label}"| ${draw(to)}`);
    }
    return id;
  };
  draw(treeOf(table, {}));
  return ids.size > MOST_NODES
    ? undefined
    : ['```mermaid', 'flowchart TD', ...lines, '```'].join('\n');
}

function treeOf(table: AnyTable, answers: AnswerSet): Tree {
  const next = askedQuestions(table, answers).find(({ assumed }) => assumed);
  if (!next) {
    // Which supports have ended is left to the rows: no line here has a date.
    const advice = advise(table, answers, { now: new Date(0) });
    return advice.type === 'contradiction'
      ? { leaf: advice.title, refused: true }
      : { leaf: advice.outcome.title, refused: false };
  }
  const branches = next.options.map(({ value, label }) => ({
    label,
    to: treeOf(table, { ...answers, [next.id]: value }),
  }));
  const ways = new Map<string, { label: string; to: Tree }>();
  for (const { label, to } of branches) {
    const key = JSON.stringify(to);
    const same = ways.get(key);
    ways.set(
      key,
      same ? { to, label: `${same.label}<br>${label}` } : { label, to },
    );
  }
  const [first, ...others] = [...ways.values()];
  return others.length === 0
    ? first.to
    : { question: next.text, branches: [first, ...others] };
}
