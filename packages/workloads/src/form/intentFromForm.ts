import {
  askedQuestions,
  WorkloadAnswers,
  workloadTable,
} from '@backstage-aks/advisor';
import { workloadIntent } from '../intent/WorkloadIntent';
import { Fields, isFields } from './fields';
import { secretsOfForm } from './secretsOfForm';
import { triggerOfForm } from './triggerOfForm';
import { withoutOtherOptions } from './withoutOtherOptions';

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
    fields.secrets = secretsOfForm(fields.secrets);
  }
  const { scaling } = fields;
  if (isFields(scaling) && Array.isArray(scaling.triggers)) {
    fields.scaling = {
      ...scaling,
      triggers: scaling.triggers.map(triggerOfForm),
    };
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

/** The parts of a form that are shown for some answers only. */
const DECIDED = new Set([
  'schedule',
  'run',
  'storage',
  'nodePaths',
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
    sections(
      id => answers.get(id)?.option,
      isFields(fields.scaling) ? fields.scaling.type : undefined,
    ).map(({ field, type }) => [field, type]),
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
  askedScaling: unknown,
): Section[] {
  const ends = answer('completion') === 'ends';
  const anywhere = answer('placement') === 'anywhere';
  const scaling =
    answer('trigger') === 'queue'
      ? 'keda-jobs'
      : scalingType(answer('copies'), askedScaling);
  const storage = answer('storage');
  return [
    ...(answer('schedule') === 'set-times' ? [{ field: 'schedule' }] : []),
    ...(ends ? [{ field: 'run' }] : [{ field: 'ports' }, { field: 'probes' }]),
    ...(!ends && anywhere ? [{ field: 'exposure' }] : []),
    ...(anywhere ? [] : [{ field: 'nodePaths' }]),
    ...(storage && storage !== 'none'
      ? [{ field: 'storage', type: storage }]
      : []),
    ...(scaling ? [{ field: 'scaling', type: scaling }] : []),
  ];
}

function scalingType(copies?: string, asked?: unknown): string | undefined {
  switch (copies) {
    case 'several':
      return 'fixed';
    case 'autoscaled':
      // Who scales it is no answer: a form may ask for it, and mostly need not.
      return asked === 'keda' ? 'keda' : 'hpa';
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
