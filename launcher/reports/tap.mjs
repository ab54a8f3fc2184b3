import { noCounts } from './counts.mjs';

const RESULT = /^(\s*)(not )?ok \d+ - (.*?)(?: # (SKIP|TODO)(?: (.*))?)?$/;

/**
 * Reads what `node --test` wrote as TAP. Only tests count: a `describe` and
 * the file around it say `type: 'suite'`, or are followed by nested results.
 */
export function readTapReport(text) {
  const counts = noCounts();
  const lines = text.split('\n');
  lines.forEach((line, index) => {
    const [, indent, notOk, name, directive, reason] = RESULT.exec(line) ?? [];
    if (name === undefined || isSuite(lines, index + 1, indent)) {
      return;
    }
    if (directive) {
      counts.skipped.push({ name, reason });
    } else if (notOk) {
      const message = details(lines, index + 1, indent).join('\n');
      counts.failed.push({ name, message });
    } else {
      counts.passed += 1;
    }
  });
  return counts;
}

function isSuite(lines, from, indent) {
  return details(lines, from, indent).some(
    line => line.trim() === "type: 'suite'",
  );
}

/** The YAML block below a result. */
function details(lines, from, indent) {
  if (lines[from]?.trim() !== '---') {
    return [];
  }
  const end = lines.findIndex(
    (line, index) => index > from && line === `${indent}  ...`,
  );
  return lines.slice(from + 1, end);
}
