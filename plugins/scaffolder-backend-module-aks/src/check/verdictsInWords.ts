import { countVerdicts, ShownVerdict } from './judgement';

/** What is to be read one by one, the worst first. */
const FAULTS = ['broken', 'warning', 'unknown'] as const;

const HEADINGS: Readonly<Record<(typeof FAULTS)[number], string>> = {
  broken: 'Broken',
  warning: 'Warnings',
  unknown: 'Not known',
};

/**
 * The verdicts in Markdown, the worst first. Lists, not a table: the page of the
 * result is narrow on a telephone, and what passed needs no more than a line. The
 * title of a check names the fault that it looks for, so what passed says that it
 * was not found.
 */
export function listVerdicts(verdicts: readonly ShownVerdict[]): string {
  const counts = countVerdicts(verdicts);
  const passed = verdicts.filter(({ verdict }) => verdict === 'ok');
  return [
    `**${counts.ok} of ${verdicts.length} passed**: ${
      counts.broken
    } broken, ${plural(counts.warning, 'warning')}, ${
      counts.unknown
    } not known.`,
    ...FAULTS.flatMap(wanted => listFaults(wanted, verdicts)),
    ...(passed.length > 0
      ? ['### Looked for and not found', ...byPlace(passed)]
      : []),
  ].join('\n\n');
}

/** What no check judges, if there is anything. */
export function listUnjudged(unjudged: readonly string[]): string[] {
  return unjudged.length === 0
    ? []
    : [
        [
          'Not judged, so neither good nor bad:',
          '',
          ...unjudged.map(line => `- ${plainText(line)}`),
        ].join('\n'),
      ];
}

function listFaults(
  wanted: (typeof FAULTS)[number],
  verdicts: readonly ShownVerdict[],
): string[] {
  const found = verdicts.filter(({ verdict }) => verdict === wanted);
  return found.length === 0
    ? []
    : [`### ${HEADINGS[wanted]}`, found.map(fault).join('\n')];
}

function fault(shown: ShownVerdict): string {
  const { check, title, cause, field, remedy } = shown;
  const what = [cause ?? title, field].filter(Boolean).join(' — ');
  const text = [`${place(shown)}:`, what, remedy ?? ''].filter(Boolean);
  return `- **${check}** ${text.map(plainText).join(' ')}`;
}

/** A list for each object: what was looked for in it. */
function byPlace(passed: readonly ShownVerdict[]): string[] {
  const places = new Map<string, ShownVerdict[]>();
  for (const shown of passed) {
    const key = place(shown);
    places.set(key, [...(places.get(key) ?? []), shown]);
  }
  return [...places].map(([key, shown]) =>
    [
      `**${plainText(key)}**`,
      '',
      ...shown.map(({ check, title }) => `- ${check}: ${plainText(title)}`),
    ].join('\n'),
  );
}

function place({ object, environment, where }: ShownVerdict): string {
  return [object, environment, where].filter(Boolean).join(', ');
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

/** Text from a manifest as plain text in a line of Markdown, whatever it holds. */
export function plainText(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]()#+!|<>~&]/g, character => `\\${character}`);
}
