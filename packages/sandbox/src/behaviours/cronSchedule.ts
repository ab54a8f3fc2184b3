interface Field {
  minimum: number;
  maximum: number;
  names?: string[];
}

const FIELDS: Field[] = [
  { minimum: 0, maximum: 59 },
  { minimum: 0, maximum: 23 },
  { minimum: 1, maximum: 31 },
  {
    minimum: 1,
    maximum: 12,
    names: 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' '),
  },
  { minimum: 0, maximum: 6, names: 'sun mon tue wed thu fri sat'.split(' ') },
];

const MACROS = [
  '@yearly',
  '@annually',
  '@monthly',
  '@weekly',
  '@daily',
  '@midnight',
  '@hourly',
];

/** Why a cron schedule is refused, in the words of the server's parser. */
export function scheduleError(schedule: string): string | undefined {
  if (schedule.startsWith('@')) {
    return MACROS.includes(schedule) || /^@every \S+$/.test(schedule)
      ? undefined
      : `unrecognized descriptor: ${schedule}`;
  }
  const parts = schedule.trim().split(/\s+/);
  if (parts.length !== FIELDS.length) {
    return `expected exactly 5 fields, found ${parts.length}: [${parts.join(
      ' ',
    )}]`;
  }
  for (const [index, part] of parts.entries()) {
    for (const range of part.split(',')) {
      const wrong = rangeError(range, FIELDS[index]);
      if (wrong) {
        return wrong;
      }
    }
  }
  return undefined;
}

function rangeError(range: string, field: Field): string | undefined {
  const [span, step, ...more] = range.split('/');
  const [first, last, ...others] = span.split('-');
  if (more.length > 0) {
    return `too many slashes: ${range}`;
  }
  if (others.length > 0) {
    return `too many hyphens: ${range}`;
  }
  if (step !== undefined && !/^[1-9]\d*$/.test(step)) {
    return step === '0'
      ? `step of range should be a positive number: ${range}`
      : numberError(step);
  }
  if (first === '*' || first === '?') {
    return undefined;
  }
  const start = numberOf(first, field);
  const end = last === undefined ? start : numberOf(last, field);
  if (start === undefined || end === undefined) {
    return numberError(start === undefined ? first : last);
  }
  if (start < field.minimum) {
    return `beginning of range (${start}) below minimum (${field.minimum}): ${range}`;
  }
  if (end > field.maximum) {
    return `end of range (${end}) above maximum (${field.maximum}): ${range}`;
  }
  return start > end
    ? `beginning of range (${start}) beyond end of range (${end}): ${range}`
    : undefined;
}

function numberError(text: string): string {
  return `failed to parse int from ${text}: strconv.Atoi: parsing ${JSON.stringify(
    text,
  )}: invalid syntax`;
}

function numberOf(text: string, { names, minimum }: Field): number | undefined {
  const named = names?.indexOf(text.toLowerCase()) ?? -1;
  if (named >= 0) {
    return named + minimum;
  }
  return /^\d+$/.test(text) ? Number(text) : undefined;
}
