import { ExposurePath } from '../exposures/ExposurePath';
import { IngressRecord } from '../records/ingress';
import { RecordSet, refKey, refOf } from '../RecordSet';
import { change, kubectl } from '../remedy/remedies';
import { emptyHosts } from './emptyHosts';
import { ExposureRule } from './ExposureRule';
import { claimKey, HostClaim, hostClaims } from './hostClaims';
import { nginxAnnotation, nginxField, nginxOf, nginxSwitch } from './nginx';
import { Fault } from './Rule';
import { listed, named } from './words';

const claimedTwice: ExposureRule = {
  id: 'IN41',
  title: 'Two Ingresses claim the same path of a host',
  family: 'ingress',
  hop: 'route',
  routeKind: 'Ingress',
  severity: 'error',
  reads: ['Ingress'],
  fact: {
    source:
      'https://kubernetes.github.io/ingress-nginx/how-it-works/#building-the-nginx-model',
    date: '2026-11-24',
    verified: true,
  },
  judge(path, { records }) {
    const { record, host, paths } = path.route;
    if (record.kind !== 'Ingress' || isCanary(record, path)) {
      return undefined;
    }
    const contested = paths.flatMap(entry => {
      const rivals = rivalsOf(record, host, entry, path, records);
      return rivals.length > 0 ? [{ entry, rivals }] : [];
    });
    const [first] = contested;
    if (!first) {
      return undefined;
    }
    const lost = contested.filter(({ rivals }) =>
      rivals.some(rival => isOlder(rival, record)),
    );
    const [rival] = first.rivals;
    const where = `${host || 'any host'}${first.entry.path}`;
    return {
      ...weigh(nginxOf(path) !== undefined, lost.length, paths.length),
      status: 'claimed twice',
      clause: `${named(rival)} claims ${where} as well`,
      cause: `${named(record)} and ${listed(
        first.rivals.map(named),
      )} both claim ${where}. ${
        nginxOf(path)
          ? 'Of two Ingresses that claim the same path NGINX follows the older one.'
          : 'Which of them answers is up to the controller.'
      }`,
      remedy: change(record, {
        text: `Agree on who serves ${where}, and take it out of the other Ingress.`,
        command: kubectl(rival.namespace, 'get', `ingress/${rival.name}`),
      }),
      evidence: contested.slice(0, 5).flatMap(({ entry, rivals }) =>
        [record, ...rivals.slice(0, 3)].map(each => ({
          object: refOf(each),
          field: 'spec.rules[].http.paths[].path',
          value: `${host || 'any host'}${entry.path} ${entry.pathType}`,
        })),
      ),
    };
  },
};

function weigh(
  isNginx: boolean,
  lost: number,
  all: number,
): Pick<Fault, 'severity' | 'doubt'> {
  if (!isNginx) {
    return { severity: 'warning', doubt: true };
  }
  if (lost === 0) {
    return { severity: 'info' };
  }
  return { severity: lost === all ? 'error' : 'warning' };
}

function rivalsOf(
  record: IngressRecord,
  host: string,
  entry: { path: string; pathType: string },
  path: ExposurePath,
  records: RecordSet,
): IngressRecord[] {
  const claims: HostClaim[] =
    hostClaims(records).get(claimKey(record, host, entry)) ?? [];
  return claims
    .map(({ ingress }) => ingress)
    .filter(
      ingress => refKey(ingress) !== refKey(record) && !isCanary(ingress, path),
    );
}

function isOlder(one: IngressRecord, other: IngressRecord): boolean {
  return (one.createdAt ?? '') < (other.createdAt ?? '');
}

function isCanary(record: IngressRecord, path: ExposurePath): boolean {
  return nginxOf(path) !== undefined && nginxSwitch(record, 'canary');
}

const canary: ExposureRule = {
  id: 'IN42',
  title: 'The Ingress is a canary of one that is not there',
  family: 'ingress',
  hop: 'route',
  routeKind: 'Ingress',
  severity: 'warning',
  reads: ['Ingress'],
  fact: {
    source:
      'https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/#canary',
    date: '2026-11-24',
    verified: false,
  },
  judge(path, { records }) {
    const { record, host, paths } = path.route;
    if (record.kind !== 'Ingress' || !isCanary(record, path)) {
      return undefined;
    }
    const main = paths.flatMap(entry =>
      rivalsOf(record, host, entry, path, records),
    )[0];
    const evidence = [
      { object: refOf(record), field: nginxField('canary'), value: 'true' },
    ];
    if (main) {
      const weight = nginxAnnotation(record, 'canary-weight');
      return {
        severity: 'info',
        title: 'The Ingress is a canary',
        status: 'canary',
        clause: `it is a canary of ${named(main)}`,
        cause: `${named(record)} is a canary: NGINX gives it ${
          weight === undefined
            ? 'the requests that its annotations name'
            : `a share of ${weight} in ${
                nginxAnnotation(record, 'canary-weight-total') ?? '100'
              } requests`
        }, and ${named(main)} the others.`,
        remedy: { text: 'Nothing is wrong.' },
        evidence,
      };
    }
    return {
      doubt: true,
      status: 'no main Ingress',
      clause: `the Ingress ${record.name} is a canary, and the Ingress that it belongs to is not seen`,
      cause: `${named(
        record,
      )} is marked as a canary. NGINX takes a canary only beside another Ingress for the same host and path, and among those that you may see there is none.`,
      remedy: change(record, {
        text: 'Create the main Ingress, or remove the annotation.',
        command: kubectl(
          record.namespace,
          'annotate',
          `ingress/${record.name}`,
          'nginx.ingress.kubernetes.io/canary-',
        ),
      }),
      evidence,
    };
  },
};

const hostWithoutPaths: ExposureRule = {
  id: 'IN40',
  title: 'A host of the Ingress leads nowhere',
  family: 'ingress',
  hop: 'route',
  routeKind: 'Ingress',
  severity: 'info',
  reads: ['Ingress'],
  fact: {
    source:
      'https://kubernetes.io/docs/concepts/services-networking/ingress/#default-backend',
    date: '2026-11-22',
    verified: true,
  },
  judge({ route: { record } }) {
    if (record.kind !== 'Ingress' || record.defaultBackend || record.cutTo) {
      return undefined;
    }
    const empty = emptyHosts(record);
    if (empty.length === 0) {
      return undefined;
    }
    const hosts = listed(empty.map(({ host }) => host));
    return {
      status: 'host without paths',
      clause: `${hosts} leads nowhere`,
      cause: `${named(
        record,
      )} names ${hosts} without any path, and has no default backend: the controller answers these requests itself, with 404 as a rule.`,
      remedy: change(record, {
        text: 'Give the host a path, or remove its rule.',
      }),
      evidence: empty.slice(0, 5).map(({ index, host }) => ({
        object: refOf(record),
        field: `spec.rules[${index}].http`,
        value: `absent (${host})`,
      })),
    };
  },
};

export const hostRules: readonly ExposureRule[] = [
  claimedTwice,
  canary,
  hostWithoutPaths,
];
