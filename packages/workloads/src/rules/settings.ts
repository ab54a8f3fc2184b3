import { UseIntent } from '../intent/configuration';
import { fieldPath, Problem } from '../plan/Problem';

/** A ConfigMap or Secret as far as its use is concerned. */
export interface Settings {
  /** Path of the field that describes it. */
  path: (string | number)[];
  use: UseIntent;
  keys: readonly string[];
  /** Keys whose values are no text. */
  binaryKeys: readonly string[];
}

const VARIABLE = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** What the use of settings asks for in vain. */
export function useProblems({
  path,
  use,
  keys,
  binaryKeys,
}: Settings): Problem[] {
  const at = (...steps: string[]) => fieldPath([...path, 'use', ...steps]);
  const missing = 'is a key that it does not have';
  switch (use.as) {
    case 'variables':
      return Object.entries(use.variables).flatMap(([variable, key]) => {
        const field = at('variables', variable);
        if (binaryKeys.includes(key)) {
          return [{ field, message: 'is a key with bytes, not text' }];
        }
        return keys.includes(key) ? [] : [{ field, message: missing }];
      });
    case 'all-variables': {
      if (binaryKeys.length > 0) {
        return [
          {
            field: at('as'),
            message: `cannot be all-variables, as ${binaryKeys[0]} holds bytes`,
          },
        ];
      }
      // The pod would start without them, with an event that nobody reads.
      const unusable = keys.find(
        key => !VARIABLE.test(`${use.prefix ?? ''}${key}`),
      );
      return unusable === undefined
        ? []
        : [
            {
              field: at('as'),
              message: `cannot be all-variables, as ${unusable} is no name of a variable`,
            },
          ];
    }
    case 'file':
      return keys.includes(use.key) || binaryKeys.includes(use.key)
        ? []
        : [{ field: at('key'), message: missing }];
    default:
      return [];
  }
}

/** The variables that a use sets, each with the field that names it. */
export function variablesOf({ path, use, keys }: Settings): {
  name: string;
  field: string;
}[] {
  switch (use.as) {
    case 'variables':
      return Object.keys(use.variables).map(name => ({
        name,
        field: fieldPath([...path, 'use', 'variables', name]),
      }));
    case 'all-variables':
      return keys.map(key => ({
        name: `${use.prefix ?? ''}${key}`,
        field: fieldPath([...path, 'use', 'as']),
      }));
    default:
      return [];
  }
}
