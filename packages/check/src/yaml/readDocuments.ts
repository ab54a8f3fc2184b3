import { Document, LineCounter, parseAllDocuments } from 'yaml';
import { lineOfField } from './lineOfField';

/** A document of a file, parsed, and where its fields stand. */
export interface ReadDocument {
  value: unknown;
  /** The line of a field such as `spec.containers[0].image`, or of what holds it. */
  lineOf(field: string): number;
}

/** What is wrong with the text of a file. */
export interface TextProblem {
  line: number;
  message: string;
}

/**
 * The documents of a YAML or JSON text. A text with a mistake gives none of them:
 * what a parser makes of its rest is a guess.
 */
export function readDocuments(content: string): {
  documents: ReadDocument[];
  problems: TextProblem[];
} {
  const lines = new LineCounter();
  // kubectl reads YAML 1.1, where `no` is a truth value.
  const parsed = parseAllDocuments(content, {
    version: '1.1',
    lineCounter: lines,
    prettyErrors: false,
  });
  if (!Array.isArray(parsed)) {
    return { documents: [], problems: [] };
  }
  // What follows a first mistake is mostly its consequence.
  const problems = parsed
    .flatMap(({ errors }) => errors)
    .slice(0, 1)
    .map(({ pos, message }) => ({
      line: lines.linePos(pos[0]).line,
      message,
    }));
  if (problems.length > 0) {
    return { documents: [], problems };
  }
  const documents: ReadDocument[] = [];
  for (const document of parsed) {
    const value = valueOf(document);
    if ('message' in value) {
      const line = lines.linePos(document.range[0]).line;
      problems.push({ line, message: value.message });
    } else if (value.value !== null) {
      documents.push({
        ...value,
        lineOf: field => lineOfField(document, field, lines),
      });
    }
  }
  return { documents, problems };
}

// Aliases can grow a small text beyond all bounds; the parser throws in time.
function valueOf(document: Document): { value: unknown } | { message: string } {
  try {
    return { value: document.toJS({ maxAliasCount: 1000 }) };
  } catch (error) {
    return { message: error instanceof Error ? error.message : String(error) };
  }
}
