import {
  askedQuestions,
  WorkloadAnswers,
  workloadTable,
} from '@backstage-aks/advisor';
import { workloadIntent } from '../intent/WorkloadIntent';
import { withoutOtherOptions } from './withoutOtherOptions';

type Fields = Record<string, unknown>;

/** What a section is called in an intent, and the `type` that answers give it. */
type Section = { field: string; type?: string };

/**
 * The intent in the parameters of a form, whose names are those of an intent's
 * fields. Other parameters, such as a repository's address, are left out, and so is
 * what was left empty. A form keeps what was typed into a part that it has hidden
 * again, so what the answers rule out is left out too; and a part whose `type`
 * follows from the answers need not be asked for it. Nothing is judged here: that
 * is for `generateWorkload`.
 *
 * @public
 */
export function intentFromForm(
  form: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const fields: Fields = {};
  const { shape } = workloadIntent;
  for (const name of Object.keys(shape)) {
    const value = withoutEmpty(form[name]);
    if (value !== undefined) {
      fields[name] = value;
    }
  }
  if (Array.isArray(fields.secrets)) {
    const vaults = fields.secrets.filter(isVault).length;
    fields.secrets = fields.secrets
      .map(withPlainKeys)
      .map(secret => (vaults > 1 ? withOwnPlace(secret) : secret));
  }
  const answers = isFields(form.answers)
    ? settled(fields.answers ?? {})
    : undefined;
  return Object.fromEntries(
    Object.entries(answers ? withAnswers(fields, answers) : fields).map(
      ([name, value]) => [
        name,
        withoutOtherOptions(shape[name as keyof typeof shape], value),
      ],
    ),
  );
}

/**
 * A form cannot give one field two shapes, so it asks for the keys of a Secret that
 * exists as it asks for those of an external one: as `{ key }`.
 */
function withPlainKeys(secret: unknown): unknown {
  return isFields(secret) &&
    secret.source === 'existing' &&
    Array.isArray(secret.keys)
    ? {
        ...secret,
        keys: secret.keys.map(each => (isFields(each) ? each.key : each)),
      }
    : secret;
}

function isVault(secret: unknown): secret is Fields {
  return isFields(secret) && secret.source === 'key-vault';
}

/**
 * A form does not ask where the files of a key vault are that are used as
 * variables only: two of them cannot be in the same place.
 */
function withOwnPlace(secret: unknown): unknown {
  return isVault(secret) && secret.mountPath === undefined
    ? { ...secret, mountPath: `/mnt/secrets/${secret.name}` }
    : secret;
}

/** The parts of a form that are shown for some answers only. */
const DECIDED = new Set([
  'schedule',
  'run',
  'storage',
  'scaling',
  'ports',
  'probes',
  'exposure',
]);

function withAnswers(
  fields: Fields,
  answers: ReadonlyMap<string, { option: string; assumed: boolean }>,
): Fields {
  const given = [...answers].flatMap(([question, { option, assumed }]) =>
    assumed ? [] : [[question, option]],
  );
  const wanted = new Map(
    sections(id => answers.get(id)?.option).map(({ field, type }) => [
      field,
      type,
    ]),
  );
  const kept = Object.entries(fields).flatMap(([name, value]) => {
    if (!DECIDED.has(name)) {
      return [[name, value]];
    }
    const type = wanted.get(name);
    if (!wanted.has(name)) {
      return [];
    }
    return [[name, type && isFields(value) ? { ...value, type } : value]];
  });
  return { ...Object.fromEntries(kept), answers: Object.fromEntries(given) };
}

function sections(
  answer: <Id extends keyof WorkloadAnswers>(id: Id) => string | undefined,
): Section[] {
  const ends = answer('completion') === 'ends';
  const anywhere = answer('placement') === 'anywhere';
  const scaling = scalingType(answer('copies'), answer('trigger'));
  const storage = answer('storage');
  return [
    ...(answer('schedule') === 'set-times' ? [{ field: 'schedule' }] : []),
    ...(ends ? [{ field: 'run' }] : [{ field: 'ports' }, { field: 'probes' }]),
    ...(!ends && anywhere ? [{ field: 'exposure' }] : []),
    ...(storage && storage !== 'none'
      ? [{ field: 'storage', type: storage }]
      : []),
    ...(scaling ? [{ field: 'scaling', type: scaling }] : []),
  ];
}

function scalingType(copies?: string, trigger?: string): string | undefined {
  if (trigger === 'queue') {
    return 'keda-jobs';
  }
  switch (copies) {
    case 'several':
      return 'fixed';
    case 'autoscaled':
      return 'hpa';
    default:
      // One copy needs no number, and nobody's number is the default.
      return undefined;
  }
}

/** Each question that is asked, with its answer; undefined where one is foreign. */
function settled(answers: unknown) {
  if (!isFields(answers)) {
    return undefined;
  }
  try {
    return new Map(
      askedQuestions(workloadTable, answers as Partial<WorkloadAnswers>).map(
        ({ id, answer, assumed }) => [id, { option: answer, assumed }] as const,
      ),
    );
  } catch (error) {
    if (error instanceof RangeError) {
      return undefined;
    }
    throw error;
  }
}

function withoutEmpty(value: unknown): unknown {
  if (value === '' || value === null) {
    return undefined;
  }
  if (Array.isArray(value)) {
    const items = value.map(withoutEmpty).filter(item => item !== undefined);
    return items.length > 0 ? items : undefined;
  }
  if (isFields(value)) {
    const entries = Object.entries(value).flatMap(([name, inner]) => {
      const kept = withoutEmpty(inner);
      return kept === undefined ? [] : [[name, kept]];
    });
    return entries.length > 0 ? Object.fromEntries(entries) : undefined;
  }
  return value;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
