import { CheckInfo } from '../checks/Check';
import { OpenCheck } from '../checks/openChecks';

const INTRODUCTION = `# Checks

A check judges one object by what is known of it and of the others: manifests
before they are applied, and what a cluster runs, by the same functions. This page
is drawn from them (\`packages/insight/src/checks\`). Do not edit it, draw it again:

\`\`\`sh
yarn workspace @backstage-aks/insight document
\`\`\`

To run them on files, see
[\`packages/check\`](../packages/check/README.md).

A check that finds an **error** makes its object \`broken\`, a **warning** marks it,
and an **info** leaves it \`ok\`. What is given here is the gravest that a check finds;
a case can be milder. Manifests are seldom all there is: what hangs on an object that
is not among them is \`unknown\`, and never good or bad. Facts that are common knowledge
but were not found in a source are marked _not confirmed_.

Levels of [pod security](https://kubernetes.io/docs/concepts/security/pod-security-standards/)
build on each other. \`baseline\` is what AKS Automatic enforces, so what breaks it is an
error; what only \`restricted\` asks for is a warning. AKS Automatic also enforces the
[deployment safeguards](https://learn.microsoft.com/azure/aks/deployment-safeguards).
`;

const FAMILIES = {
  workloads: 'Workloads',
  safeguards: 'Deployment safeguards of AKS',
  'pod-security': 'Pod security',
} satisfies Partial<Record<CheckInfo['family'], string>>;

/** The page about all checks, as Markdown in the repository's layout. */
export function drawChecks(
  checks: readonly CheckInfo[],
  open: readonly OpenCheck[],
): string {
  return [
    INTRODUCTION,
    `There are ${checks.length} checks.\n`,
    ...Object.entries(FAMILIES).flatMap(([family, title]) => [
      `## ${title}\n`,
      ...checks
        .filter(check => check.family === family)
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .map(drawCheck),
    ]),
    '## What no check judges\n',
    ...open.map(
      ({ id, title, because }) =>
        `### ${id ? `${id}: ` : ''}${title}\n\n${because}\n`,
    ),
  ].join('\n');
}

function drawCheck(check: CheckInfo): string {
  const { id, title, severity, level, judges, reads, fact } = check;
  const besides = reads.filter(kind => !judges.includes(kind));
  return `### ${id}

${title}.

- At most: ${severity}${level ? `, asked for by \`${level}\`` : ''}
- Judges: ${judges.join(', ')}
${besides.length > 0 ? `- Looks at: ${besides.join(', ')}\n` : ''}- Source: <${
    fact.source
  }>, ${fact.date}${fact.verified ? '' : ' _(not confirmed)_'}
`;
}
