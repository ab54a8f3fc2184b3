import { parseArgs } from 'node:util';
import { Failure } from './failure.mjs';

export const TEST_HELP = `Runs everything that says whether this tree is good.

  npm test [-- OPTIONS]

  --only A,B   only these steps, and those whose output they read
  --list       name the steps and end
  --help       show this
`;

const OPTIONS = {
  only: { type: 'string', multiple: true, default: [] },
  list: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
};

/**
 * Reads the arguments of `npm test`.
 *
 * @throws {Failure} when an argument is unknown
 */
export function parseTestOptions(args) {
  try {
    const { values } = parseArgs({ args, options: OPTIONS });
    const only = values.only.flatMap(text => text.split(',')).filter(Boolean);
    return { ...values, only };
  } catch (error) {
    throw new Failure(error.message.split('. ')[0].replace(/\.$/, ''), {
      remedy: 'npm test -- --help lists the options.',
      cause: error,
    });
  }
}

/**
 * Checks that every name given with --only is a step's.
 *
 * @throws {Failure} naming the first one that is not, and those there are
 */
export function checkStepNames(only, steps) {
  const ids = steps.map(({ id }) => id);
  const unknown = only.find(id => !ids.includes(id));
  if (unknown) {
    throw new Failure(`There is no step named ${unknown}`, {
      remedy: `The steps are ${ids.join(', ')}.`,
    });
  }
}
