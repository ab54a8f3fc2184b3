import { describeFailure } from './failure.mjs';
import { noCounts } from './reports/counts.mjs';
import { closingLine } from './runStep.mjs';

const MESSAGE_LINES = 15;
const SKIPS_OF_A_FILE = 3;

/**
 * What to say at the end of `npm test`: what was skipped and why, what failed
 * and why, and last the line with the numbers. A failure stands near the end,
 * where it is still seen when only the end of the output is kept.
 *
 * @param {import('./runStep.mjs').StepResult[]} results
 */
export function summarise(results) {
  const total = addUp(results);
  const failures = results.flatMap(failureLines);
  const flaky = results.flatMap(flakyLines);
  const skips = results.flatMap(skipLines);
  return [
    ...(skips.length > 0 ? ['', 'Skipped:', ...skips] : []),
    ...(flaky.length > 0
      ? ['', 'Failed first, passed when run again:', ...flaky]
      : []),
    ...(failures.length > 0 ? ['', 'Failed:', ...failures] : []),
    '',
    closingLine(total),
  ].join('\n');
}

function addUp(results) {
  const total = noCounts();
  for (const { counts } of results) {
    total.passed += counts.passed;
    total.failed.push(...counts.failed);
    total.flaky.push(...counts.flaky);
    total.skipped.push(...counts.skipped);
  }
  return total;
}

function failureLines({ id, counts, failure }) {
  const lines = [];
  for (const { name, message = '' } of counts.failed) {
    // A step without tests failed as a whole: its log's tail follows.
    if (name !== id) {
      lines.push(`  ✗ ${id}: ${name}`, ...messageLines(message));
    }
  }
  if (failure) {
    const hasTests = lines.length > 0;
    const told = hasTests
      ? { ...failure, message: failure.message, tail: [] }
      : failure;
    lines.push(
      ...describeFailure(told)
        .split('\n')
        .map(line => line && `  ${line}`),
    );
  }
  return lines;
}

function flakyLines({ id, counts }) {
  return counts.flaky.flatMap(({ name, message = '' }) => [
    `  ~ ${id}: ${name}`,
    ...messageLines(message),
  ]);
}

function messageLines(message) {
  const shown = message.split('\n').slice(0, MESSAGE_LINES);
  return shown.filter(Boolean).map(line => `      ${line}`);
}

function skipLines({ id, counts, notes }) {
  return [
    ...[...byFile(counts.skipped)].flatMap(([file, skipped]) =>
      skipped.length > SKIPS_OF_A_FILE
        ? [`  - ${id}: ${file}: ${skipped.length} tests`]
        : skipped.map(({ name, reason }) =>
            [`  - ${name === id ? id : `${id}: ${name}`}`, reason]
              .filter(Boolean)
              .join(': '),
          ),
    ),
    ...notes.map(note => `    ${note}`),
  ];
}

/** The skipped tests by the file that their names begin with. */
function byFile(skipped) {
  const files = new Map();
  for (const test of skipped) {
    const [file] = test.name.split(/: | › /);
    files.set(file, [...(files.get(file) ?? []), test]);
  }
  return files;
}
