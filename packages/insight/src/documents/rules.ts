import { JudgeableHop } from '../exposures/hopDescriptions';
import { ExposureRule } from '../rules/ExposureRule';
import { OpenRule } from '../rules/openRules';

const INTRODUCTION = `# Rules

The portal judges every link of an exposure by rules: data, and one pure function
over what it knows of the cluster's objects. This page is drawn from them
(\`packages/insight/src/rules\`). Do not edit it, draw it again:

\`\`\`sh
yarn workspace @backstage-aks/insight document
\`\`\`

A rule that finds an **error** breaks its hop, a **warning** marks it, and an
**info** leaves it good. What is given here is the gravest that a rule finds; a
case can be milder. A rule **reads** some kinds of objects: where one of them may
not be read or is not served, the rule is not asked, and the hop is unknown
instead of good. Facts that are common knowledge but were not found in a source
are marked _not confirmed_.

DNS records and certificates are not judged: a host name whose record is missing or
whose certificate has expired can still be good here. What controllers report of a
listener that wants a certificate is.

Of what bars traffic inside the cluster, NetworkPolicies are judged where they are
collected. Policies of Cilium and Calico and authorization policies of meshes are
not collected, and nothing is said of them; nor is it known whether the cluster
has a network policy engine, without which no NetworkPolicy holds.
`;

const HOPS: Record<JudgeableHop, string> = {
  address: 'Address: was the entry given an address?',
  listener: 'Listener: does a controller answer for it?',
  route: 'Route: does it name a Service and a port that exist?',
  service: 'Service: does the port lead to a port of the pods?',
  endpoints: 'Endpoints: is at least one endpoint ready?',
  pods: 'Pods: do they run, and as many as wanted?',
};

/** The page about all rules, as Markdown in the repository's layout. */
export function drawRules(
  rules: readonly ExposureRule[],
  open: readonly OpenRule[],
): string {
  const hops = Object.entries(HOPS).flatMap(([hop, title]) => {
    const here = byId(rules.filter(rule => rule.hop === hop));
    return here.length > 0 ? [`## ${title}\n`, ...here.map(drawRule)] : [];
  });
  return [
    INTRODUCTION,
    drawCount(rules, open),
    ...hops,
    ...drawOpen(
      'What records cannot show',
      open.filter(({ state }) => state === 'not-in-records'),
    ),
    ...drawOpen(
      'Not written yet',
      open.filter(({ state }) => state === 'not-yet'),
    ),
  ].join('\n');
}

// The faults of ingress that the first list of them numbered; later ones were
// only numbered with their rule.
const FIRST_LIST = /^IN(?:0[1-9]|[12]\d|3[0-4])$/;

function drawCount(
  rules: readonly ExposureRule[],
  open: readonly OpenRule[],
): string {
  const written = rules.filter(
    ({ id, fact }) => FIRST_LIST.test(id) && fact.verified,
  ).length;
  const missing = open.filter(
    ({ id, state }) => FIRST_LIST.test(id) && state === 'not-yet',
  ).length;
  const all = written + missing;
  return `Of the ${all} faults from IN01 to IN34 that are confirmed and that records can
show, ${written} have a rule (${Math.floor((100 * written) / all)} %).
`;
}

function drawRule({ id, title, severity, reads, fact }: ExposureRule): string {
  return `### ${id}

${title}.

- At most: ${severity}
- Reads: ${reads.join(', ') || 'nothing that it could lack'}
- Source: ${drawSource(fact.source)}, ${fact.date}${
    fact.verified ? '' : ' _(not confirmed)_'
  }
`;
}

function drawOpen(title: string, rules: readonly OpenRule[]): string[] {
  return rules.length > 0
    ? [
        `## ${title}\n`,
        ...byId(rules).map(
          ({ id, title: fault, because }) =>
            `### ${id}\n\n${fault}.\n\n${because}\n`,
        ),
      ]
    : [];
}

function drawSource(source: string): string {
  return source.replace(/https:\/\/[^\s,]+/g, address => `<${address}>`);
}

function byId<Entry extends { id: string }>(entries: readonly Entry[]) {
  return [...entries].sort((a, b) => (a.id < b.id ? -1 : 1));
}
