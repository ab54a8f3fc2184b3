import { z } from 'zod';

/**
 * What is wrong with an intent, at the field that has to change.
 *
 * @public
 */
export interface Problem {
  /** Such as `ports[1].name`; empty where the intent as a whole is meant. */
  field: string;
  message: string;
}

/** One text for a path of keys and indexes. */
export function fieldPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((field, step) => {
    if (typeof step === 'number') {
      return `${field}[${step}]`;
    }
    const name = String(step);
    // Names of variables and keys are people's own; a dot in one is no step.
    return /^[\w-]+$/.test(name)
      ? `${field}${field && '.'}${name}`
      : `${field}[${JSON.stringify(name)}]`;
  }, '');
}

/** What a schema found, one problem a field. */
export function schemaProblems(error: z.ZodError): Problem[] {
  const problems = new Map<string, Problem>();
  for (const issue of error.issues) {
    for (const { path, message } of placesOf(issue)) {
      const field = fieldPath(path);
      if (!problems.has(field)) {
        problems.set(field, { field, message });
      }
    }
  }
  return [...problems.values()];
}

interface Place {
  path: readonly PropertyKey[];
  message: string;
}

function placesOf(issue: z.core.$ZodIssue): Place[] {
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map(key => ({
        path: [...issue.path, key],
        message: 'is not a field that is known here',
      }));
    case 'invalid_key':
      // Wrong keys of a map: the key is the last step of the path.
      return issue.issues.map(({ message }) => ({ path: issue.path, message }));
    case 'invalid_union':
      return 'discriminator' in issue && issue.discriminator
        ? [
            {
              path: issue.path,
              message: 'is not one of the choices that there are',
            },
          ]
        : [{ path: issue.path, message: issue.message }];
    case 'invalid_type':
      return [
        {
          path: issue.path,
          message:
            issue.input === undefined
              ? 'is required'
              : `must be ${article(issue.expected)}`,
        },
      ];
    case 'invalid_value':
      return [
        {
          path: issue.path,
          message: issue.message.startsWith('must')
            ? issue.message
            : `must be one of ${issue.values.map(String).join(', ')}`,
        },
      ];
    default:
      return [{ path: issue.path, message: issue.message }];
  }
}

const WORDS: Readonly<Record<string, string>> = {
  array: 'a list',
  record: 'a map',
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
};

function article(type: string): string {
  return WORDS[type] ?? `an ${type}`;
}
