import { Verdict } from '@backstage-aks/insight';
import { countVerdicts, ShownVerdict } from './judgement';

const WORST_FIRST: readonly Verdict[] = ['broken', 'warning', 'unknown', 'ok'];

/** The verdicts as a table in Markdown, the worst first. */
export function listVerdicts(verdicts: readonly ShownVerdict[]): string {
  const counts = countVerdicts(verdicts);
  const summary = WORST_FIRST.map(
    verdict => `${counts[verdict]} ${verdict}`,
  ).join(', ');
  const rows = WORST_FIRST.flatMap(wanted =>
    verdicts.filter(({ verdict }) => verdict === wanted).map(row),
  );
  return [
    summary,
    [
      '| verdict | check | object | what | what to do |',
      '| --- | --- | --- | --- | --- |',
      ...rows,
    ].join('\n'),
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

function row(shown: ShownVerdict): string {
  const { verdict, check, title, object, environment, where } = shown;
  const place = [object, environment, where].filter(Boolean).join(', ');
  const what = [shown.cause ?? title, shown.field].filter(Boolean).join(' — ');
  const cells = [verdict, check, place, what, shown.remedy ?? ''];
  return `| ${cells.map(plainText).join(' | ')} |`;
}

/** Text from a manifest as plain text in a line of Markdown, whatever it holds. */
export function plainText(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]()#+!|<>~&]/g, character => `\\${character}`);
}
