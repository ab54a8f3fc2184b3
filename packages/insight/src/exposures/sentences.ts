import { Hop, Verdict } from '../exposure';
import { addressText } from './addressFacts';
import { ServiceRecord } from '../records/networking';
import { Route, ServiceBackend } from './Route';

/** One sentence on a way in that a service owner understands. */
export function exposureSentence(
  route: Route,
  verdict: Verdict,
  hops: readonly Hop[],
  decisive: { clause?: string; doubt?: boolean } = {},
): string {
  const name = entryName(route);
  const { clause, doubt } = decisive;
  switch (verdict) {
    case 'broken':
      return `${name} does not reach a pod: ${clause}.`;
    case 'unknown':
      return `Whether ${name} reaches a pod is not known: ${clause}.`;
    case 'warning':
      return doubt
        ? `It is doubtful whether ${name} reaches its pods: ${clause}.`
        : `${name} reaches its pods, but ${clause}.`;
    default: {
      const pods = hops.find(({ kind }) => kind === 'pods')?.subject;
      return `${name} reaches its ${pods ? `pods: ${pods}` : 'endpoints'}.`;
    }
  }
}

// A browser needs no port for these.
const USUAL_PORTS = [80, 443];

/** What people call a way in: its host and path, else its address. */
export function entryName({
  record,
  host,
  paths,
  addresses,
  backend,
  attachment,
}: Route) {
  const [address] = addresses;
  if (record.kind === 'Service' && record.type === 'NodePort') {
    return `Port ${nodePortOf(record, backend)} of the nodes`;
  }
  const base = host || (address && addressText(address));
  if (!base) {
    return `${record.kind} ${record.name}`;
  }
  if (record.kind === 'Service') {
    return `${base}:${backend.portNumber}`;
  }
  const port = attachment?.listener?.port;
  const place = port && !USUAL_PORTS.includes(port) ? `${base}:${port}` : base;
  const [first] = paths;
  return first?.path.startsWith('/') && first.path !== '/'
    ? `${place}${first.path}`
    : place;
}

function nodePortOf(
  { ports }: ServiceRecord,
  { portNumber }: ServiceBackend,
): number | undefined {
  return ports.find(({ port }) => port === portNumber)?.nodePort;
}
