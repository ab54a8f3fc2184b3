import { Hop } from '../exposure';
import { addressText } from './addressFacts';
import { Route } from './Route';

/**
 * Something that takes traffic in before a cluster does. No cluster knows of it,
 * so the platform declares it.
 *
 * @public
 */
export interface Upstream {
  name: string;
  kind: 'front-door' | 'application-gateway' | 'firewall' | 'other';
  /**
   * Host names that it takes in; `*.contoso.example` stands for every name below
   * `contoso.example`. Empty for every host.
   */
  hosts: readonly string[];
  /** The clusters' addresses that it sends to. Empty for every address. */
  addresses: readonly string[];
}

const TITLES: Record<Upstream['kind'], string | undefined> = {
  'front-door': 'Azure Front Door',
  'application-gateway': 'Application Gateway',
  firewall: 'firewall',
  other: undefined,
};

/**
 * What stands in front of a way in, as one hop; none where nothing is declared.
 * It is never judged: how it stands only its own keepers know.
 */
export function upstreamHop(
  upstreams: readonly Upstream[],
  route: Pick<Route, 'host' | 'addresses'>,
): Hop[] {
  const inFront = upstreams.filter(upstream => isInFrontOf(upstream, route));
  return inFront.length === 0
    ? []
    : [
        {
          kind: 'upstream',
          verdict: 'unknown',
          judged: false,
          subject: inFront.map(describe).join(' → '),
          status: 'declared',
          evidence: [],
        },
      ];
}

function isInFrontOf(
  { hosts, addresses }: Upstream,
  route: Pick<Route, 'host' | 'addresses'>,
): boolean {
  // One that names neither would stand in front of everything.
  return (
    hosts.length + addresses.length > 0 &&
    (hosts.length === 0 || hosts.some(host => covers(host, route.host))) &&
    (addresses.length === 0 ||
      route.addresses.some(address => isAmong(addressText(address), addresses)))
  );
}

// Host names are compared without regard to case, and a last dot means nothing.
function covers(declared: string, host: string): boolean {
  const [wanted, given] = [declared, host].map(plain);
  return (
    wanted === given ||
    (wanted.startsWith('*.') &&
      given.length >= wanted.length &&
      given.endsWith(wanted.slice(1)))
  );
}

function isAmong(address: string, addresses: readonly string[]): boolean {
  return addresses.some(each => plain(each) === plain(address));
}

function plain(name: string): string {
  return name.toLowerCase().replace(/\.$/, '');
}

// Not what it is declared for: the way in bears its host name, and the next hop
// its address.
function describe({ name, kind }: Upstream): string {
  const title = TITLES[kind];
  return title === undefined ? name : `${name} (${title})`;
}
