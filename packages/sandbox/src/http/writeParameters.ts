import { IncomingMessage } from 'node:http';
import { forbiddenField, notSupported, required } from '../errors/fieldErrors';
import { badRequest, FieldError, invalid } from '../errors/refusals';
import { isJsonObject, JsonObject } from '../objects/json';
import { DeleteOptions, WriteOptions } from '../registry/WriteOptions';

/** The parameters of a write: manager and dry run. */
export function writeOptions(
  url: URL,
  request: IncomingMessage,
  optionsKind: 'CreateOptions' | 'UpdateOptions' | 'PatchOptions',
): WriteOptions {
  const errors = dryRunErrors(url.searchParams.getAll('dryRun'));
  if (errors.length > 0) {
    throw invalid({ group: 'meta.k8s.io', kind: optionsKind }, '', errors);
  }
  return {
    manager:
      url.searchParams.get('fieldManager') ||
      managerOf(request.headers['user-agent']),
    dryRun: url.searchParams.getAll('dryRun').includes('All'),
  };
}

/** The options of a deletion: its body, or its parameters if there is none. */
export function deleteOptions(
  url: URL,
  given: JsonObject | undefined,
): DeleteOptions {
  const parameters = given ? new URLSearchParams() : url.searchParams;
  const body = given ?? {};
  const grace =
    body.gracePeriodSeconds ??
    parameters.get('gracePeriodSeconds') ??
    undefined;
  const policy =
    body.propagationPolicy ?? parameters.get('propagationPolicy') ?? undefined;
  const dryRun = Array.isArray(body.dryRun)
    ? body.dryRun.map(String)
    : parameters.getAll('dryRun');
  const errors = dryRunErrors(dryRun);
  if (policy !== undefined && !isPolicy(policy)) {
    errors.push(
      notSupported('propagationPolicy', policy, [
        'Background',
        'Foreground',
        'Orphan',
      ]),
    );
  }
  if (errors.length > 0) {
    throw invalid({ group: 'meta.k8s.io', kind: 'DeleteOptions' }, '', errors);
  }
  return {
    dryRun: dryRun.includes('All'),
    gracePeriodSeconds: grace === undefined ? undefined : wholeNumber(grace),
    propagationPolicy: isPolicy(policy)
      ? policy
      : orphanPolicy(
          body.orphanDependents ?? parameters.get('orphanDependents'),
        ),
    preconditions: preconditionsOf(body.preconditions),
  };
}

/** The manager's name where none is given: the client's program. */
export function managerOf(userAgent: string | undefined): string {
  return (userAgent ?? '').split('/')[0].slice(0, 128) || 'unknown';
}

/** Server-side apply cannot do without a manager. */
export function requireManager(url: URL): void {
  if (!url.searchParams.get('fieldManager')) {
    throw invalid({ group: 'meta.k8s.io', kind: 'PatchOptions' }, '', [
      required('fieldManager', 'is required for apply patch'),
    ]);
  }
}

/** Only server-side apply can take fields from others. */
export function refuseForce(url: URL): void {
  if (url.searchParams.has('force')) {
    throw invalid({ group: 'meta.k8s.io', kind: 'PatchOptions' }, '', [
      forbiddenField('force', 'may not be specified for non-apply patch'),
    ]);
  }
}

/** A parameter that is true unless it says otherwise. */
export function isSet(value: string | null): boolean {
  return value !== null && !['0', 'false'].includes(value.toLowerCase());
}

function dryRunErrors(values: string[]): FieldError[] {
  const wrong = values.filter(value => value !== 'All');
  return wrong.map(value => notSupported('dryRun', value, ['All']));
}

function isPolicy(
  value: unknown,
): value is 'Background' | 'Foreground' | 'Orphan' {
  return ['Background', 'Foreground', 'Orphan'].includes(String(value));
}

function orphanPolicy(orphan: unknown): DeleteOptions['propagationPolicy'] {
  switch (String(orphan ?? '')) {
    case 'true':
      return 'Orphan';
    case 'false':
      return 'Background';
    default:
      return undefined;
  }
}

const MAX_INT64 = 2n ** 63n;

/** A whole number of 64 bits. @throws StatusError 400 */
export function wholeNumber(value: unknown): number {
  const text = String(value);
  const refuse = (why: string) =>
    badRequest(`strconv.ParseInt: parsing ${JSON.stringify(text)}: ${why}`);
  if (!/^[+-]?\d+$/.test(text)) {
    throw refuse('invalid syntax');
  }
  const number = BigInt(text.replace('+', ''));
  if (number >= MAX_INT64 || number < -MAX_INT64) {
    throw refuse('value out of range');
  }
  return Number(number);
}

function preconditionsOf(value: unknown): DeleteOptions['preconditions'] {
  if (!isJsonObject(value)) {
    return undefined;
  }
  return {
    uid: typeof value.uid === 'string' ? value.uid : undefined,
    resourceVersion:
      typeof value.resourceVersion === 'string'
        ? value.resourceVersion
        : undefined,
  };
}
