import { JsonObject, isJsonObject } from '../objects/json';
import { Fault, FaultMatch, FaultRule } from './Fault';

// The numbers that each fault takes; those with a mark may be left out.
const PARAMETERS: Record<Fault['type'], readonly string[]> = {
  refuse: [],
  hang: [],
  delay: ['milliseconds'],
  status: ['code', 'retryAfterSeconds?'],
  truncate: [],
  malformed: [],
  reset: [],
  drip: ['bytesPerSecond'],
  cutWatch: ['afterEvents?'],
  compact: [],
  withoutMetadata: [],
  clockSkew: ['milliseconds'],
};

const CODES = [401, 403, 404, 410, 429, 500, 503];

const MATCHES: readonly (keyof FaultMatch)[] = [
  'verb',
  'resource',
  'group',
  'namespace',
  'path',
  'token',
];

/** Reads a rule that came over HTTP. @throws Error saying what is wrong */
export function parseRule(value: JsonObject): FaultRule {
  const { fault, match, times, probability, lasts } = value;
  if (!isJsonObject(fault) || !isFault(fault)) {
    throw new Error(
      `a fault needs a type: one of ${Object.keys(PARAMETERS).join(', ')}`,
    );
  }
  return {
    fault,
    ...(match !== undefined && { match: parseMatch(match) }),
    ...optional('times', times),
    ...optional('probability', probability),
    ...optional('lasts', lasts),
  };
}

function isFault(fault: JsonObject): fault is JsonObject & Fault {
  const { type } = fault;
  if (typeof type !== 'string' || !Object.hasOwn(PARAMETERS, type)) {
    return false;
  }
  for (const parameter of PARAMETERS[type as Fault['type']]) {
    const name = parameter.replace('?', '');
    const absent = fault[name] === undefined && parameter.endsWith('?');
    if (!absent && typeof fault[name] !== 'number') {
      throw new Error(`the fault ${type} needs the number ${name}`);
    }
  }
  if (type === 'status' && !CODES.includes(Number(fault.code))) {
    throw new Error(`code ${fault.code}: give one of ${CODES.join(', ')}`);
  }
  return true;
}

function parseMatch(value: unknown): FaultMatch {
  const match = isJsonObject(value) ? value : {};
  const wrong = Object.keys(match).find(
    key =>
      !MATCHES.some(known => known === key) || typeof match[key] !== 'string',
  );
  if (!isJsonObject(value) || wrong) {
    throw new Error(
      `a match has texts for ${MATCHES.join(', ')}; wrong is ${wrong ?? value}`,
    );
  }
  return value;
}

function optional(name: string, value: unknown) {
  if (value === undefined) {
    return {};
  }
  if (typeof value !== 'number' || !(value >= 0)) {
    throw new Error(`${name} ${value}: give a number from 0`);
  }
  return { [name]: value };
}
