import { parseArgs } from 'node:util';
import { PodSecurityLevel } from '@backstage-aks/insight';

export const formats = ['text', 'json', 'sarif', 'junit'] as const;
export const levels = ['privileged', 'baseline', 'restricted'] as const;
export const thresholds = ['error', 'warning', 'unknown', 'never'] as const;

/** What somebody asks the command to do. */
export interface CheckRequest {
  paths: string[];
  format: (typeof formats)[number];
  level: PodSecurityLevel;
  failOn: (typeof thresholds)[number];
  namespace?: string;
  complete: boolean;
}

/** A mistake in how the command was called. */
export class UsageError extends Error {}

/**
 * Reads the words after the command's name.
 *
 * @throws UsageError that names the word that is wrong and what may stand there
 */
export function parseArguments(
  words: readonly string[],
): CheckRequest | 'help' | 'version' {
  const { values, positionals } = parsed(words);
  if (values.help) {
    return 'help';
  }
  if (values.version) {
    return 'version';
  }
  if (positionals.length === 0) {
    throw new UsageError(
      'Nothing to check: name a file or a folder, or - for what is piped in.',
    );
  }
  return {
    paths: positionals,
    format: oneOf(formats, '--format', values.format),
    level: oneOf(levels, '--level', values.level),
    failOn: oneOf(thresholds, '--fail-on', values['fail-on']),
    ...(values.namespace && { namespace: values.namespace }),
    complete: values.complete,
  };
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        format: { type: 'string', default: 'text' },
        level: { type: 'string', default: 'restricted' },
        'fail-on': { type: 'string', default: 'error' },
        namespace: { type: 'string', short: 'n' },
        complete: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
        version: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : `${error}`);
  }
}

function oneOf<Word extends string>(
  words: readonly Word[],
  option: string,
  given: string,
): Word {
  const found = words.find(word => word === given);
  if (!found) {
    throw new UsageError(
      `${option} may be ${words.join(', ')}, and not "${given}".`,
    );
  }
  return found;
}
