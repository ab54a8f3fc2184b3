import { Random } from './Random';

/** A way to make a valid intent invalid, and the field that has to be named. */
export interface Spoiler {
  field: string;
  spoil(intent: Fields, random: Random): void;
}

/** An intent as it comes from outside: anything may be in it. */
export type Fields = Record<string, unknown>;

/** Sets a field to one of several values. */
export const set =
  (path: readonly string[], values: readonly unknown[]) =>
  (intent: Fields, random: Random): void => {
    let at = intent;
    for (const step of path.slice(0, -1)) {
      at[step] = { ...(at[step] as Fields | undefined) };
      at = at[step] as Fields;
    }
    at[path[path.length - 1]] = random.one(values);
  };

/** Puts one of several wrong values into a field. */
export const spoiler = (path: string, ...values: unknown[]): Spoiler => ({
  field: path,
  spoil: set(path.split('.'), values),
});

/** Puts a plain Deployment with some fields changed in the place of an intent. */
export const instead = (
  field: string,
  changes: (random: Random) => Fields,
): Spoiler => ({
  field,
  spoil(intent, random) {
    for (const name of Object.keys(intent)) {
      if (!['name', 'namespace', 'image'].includes(name)) {
        delete intent[name];
      }
    }
    Object.assign(
      intent,
      { ports: [{ name: 'http', port: 8080 }] },
      changes(random),
    );
  },
});
