import {
  FileUpdate,
  GeneratedWorkload,
  Problem,
} from '@backstage-aks/workloads';

// A ConfigMap may hold a mebibyte; nobody reads that in a result.
const LONGEST_FILE = 20_000;
const LONGEST_LISTING = 200_000;

/** Everything that is wrong with an intent, a line a field. */
export function listProblems(problems: readonly Problem[]): string {
  const lines = problems.map(
    ({ field, message }) =>
      `- ${field ? `intent.${field}` : 'intent'}: ${message}`,
  );
  return [
    'The workload cannot be generated from this intent; nothing was written.',
    ...lines,
  ].join('\n');
}

/** The kind, why, what came second and what would change it, in Markdown. */
export function describeChoice({
  kind,
  advice,
  podSecurity,
}: GeneratedWorkload): string {
  const { outcome, reason, runnerUp, remarks, whatWouldChange } = advice;
  const changes = whatWouldChange.map(
    ({ questionTitle, to, outcome: other }) =>
      `- ${questionTitle}: “${to.label}” → ${other.title}`,
  );
  return [
    `**${kind}** — ${outcome.text}`,
    `Why: ${reason.because}`,
    ...remarks.map(({ because }) => because),
    ...(podSecurity === 'privileged'
      ? [
          'It reads directories of its node, so its namespace needs the label `pod-security.kubernetes.io/enforce: privileged`; the checks judge it by that level.',
        ]
      : []),
    `Second choice: ${runnerUp.outcome.title}. ${runnerUp.reason.because}`,
    ...(changes.length > 0
      ? [`What would change it:\n\n${changes.join('\n')}`]
      : []),
  ].join('\n\n');
}

const OUTCOMES: Readonly<Record<FileUpdate['outcome'], string>> = {
  created: 'new',
  updated: 'updated; what people changed is kept',
  unchanged: 'unchanged',
  kept: 'no longer generated, kept because people changed it',
  removed: 'removed, as it is no longer generated',
  conflict: '**conflict**: choose between the marks',
};

/** Each file with what became of it and its content, in Markdown. */
export function listFiles(updates: readonly FileUpdate[]): string {
  let left = LONGEST_LISTING;
  return updates
    .map(({ path, outcome, content = '' }) => {
      const shown = content.slice(0, Math.min(left, LONGEST_FILE));
      left -= shown.length;
      const title = `### ${path}\n\n${OUTCOMES[outcome]}`;
      const cut =
        shown.length < content.length
          ? `\n\nOnly the beginning of ${content.length} characters is shown.`
          : '';
      return content ? `${title}\n\n${codeBlock(shown)}${cut}` : title;
    })
    .join('\n\n');
}

/**
 * A fenced block that its content cannot end. Marked as text: the colours that
 * Backstage gives to YAML are too pale to be read by everybody.
 */
function codeBlock(content: string): string {
  const longest = Math.max(
    2,
    ...(content.match(/`+/g) ?? []).map(({ length }) => length),
  );
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${content.trimEnd()}\n${fence}`;
}
