// Structured logs carry whole stacks in one line; the log file has all of it.
const TAIL_WIDTH = 300;

/**
 * A failure that a person can act on: `message` says in one line what failed,
 * `remedy` what to do now, `tail` are the last lines of the log that shows why.
 */
export class Failure extends Error {
  constructor(message, { remedy, tail = [], logFile, cause } = {}) {
    super(message, { cause });
    this.name = 'Failure';
    this.remedy = remedy;
    this.tail = tail;
    this.logFile = logFile;
  }
}

/** The log's tail comes first: the last line on the screen is the one read. */
export function describeFailure(failure) {
  const reasons = errorsIn(failure.tail);
  const shown = reasons.length > 0 ? reasons : failure.tail;
  const lines = shown.map(line => `  | ${line.slice(0, TAIL_WIDTH)}`);
  if (failure.logFile) {
    lines.push(`  Full log: ${failure.logFile}`);
  }
  lines.push(
    [`✗ ${failure.message}.`, failure.remedy].filter(Boolean).join(' '),
  );
  return lines.join('\n');
}

/**
 * The lines of a Backstage log that tell an error, each with what it goes on
 * with below; what only says how far something came is left out. What is no line
 * of a log, such as the last words of a program that crashed, counts as an error
 * from where it names one.
 */
function errorsIn(tail) {
  let within = false;
  return tail.filter(line => {
    const level = /^\S+Z \S+ (\w+) /.exec(line)?.[1];
    if (level !== undefined) {
      within = level === 'error';
    } else if (/^(?:\w*Error\b|FATAL)/.test(line)) {
      within = true;
    }
    return within;
  });
}
