import { backendPort } from '../exposures/Route';
import { ServicePort } from '../records/networking';
import { refOf } from '../RecordSet';
import { change, kubectl } from '../remedy/remedies';
import { ExposureRule } from './ExposureRule';
import { nginxAnnotation, nginxField, nginxOf, nginxSwitch } from './nginx';
import { listed, named } from './words';

const plainToTls: ExposureRule = {
  id: 'IN17',
  title: 'NGINX speaks plain HTTP to a port for HTTPS',
  family: 'ingress',
  hop: 'route',
  routeKind: 'Ingress',
  severity: 'warning',
  reads: ['Ingress', 'Service'],
  fact: {
    source:
      'https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/#backend-protocol',
    date: '2026-11-24',
    verified: true,
  },
  judge(path) {
    const { record, backend } = path.route;
    const { service, port } = path;
    if (
      record.kind !== 'Ingress' ||
      !nginxOf(path) ||
      !service ||
      !port ||
      !isForTls(port) ||
      nginxAnnotation(record, 'backend-protocol') !== undefined ||
      nginxSwitch(record, 'ssl-passthrough')
    ) {
      return undefined;
    }
    return {
      doubt: true,
      status: 'plain HTTP to HTTPS',
      clause: `NGINX speaks plain HTTP to the port ${backendPort(
        backend,
      )} of the Service ${service.name}, which looks like one for HTTPS`,
      cause: `NGINX speaks HTTP to the pods of ${named(
        record,
      )}, as no annotation says otherwise, and the port ${
        port.name ?? port.port
      } (${port.port}) of ${named(
        service,
      )} looks like one for HTTPS. If it is, requests end in 400 or 502.`,
      remedy: change(record, {
        text: 'Tell NGINX to speak HTTPS to the pods, or lead to a port for HTTP.',
        command: kubectl(
          record.namespace,
          'annotate',
          `ingress/${record.name}`,
          'nginx.ingress.kubernetes.io/backend-protocol=HTTPS',
        ),
      }),
      evidence: [
        {
          object: refOf(record),
          field: nginxField('backend-protocol'),
          value: 'absent',
        },
        {
          object: refOf(service),
          field: `spec.ports[${service.ports.indexOf(port)}]`,
          value: [port.name, port.port, port.appProtocol]
            .filter(part => part !== undefined)
            .join(' '),
        },
      ],
    };
  },
};

function isForTls({ name, port, appProtocol }: ServicePort): boolean {
  return appProtocol === undefined
    ? port === 443 || name === 'https'
    : appProtocol.toLowerCase() === 'https';
}

const blockedWord: ExposureRule = {
  id: 'IN20',
  title: 'Application routing ignores the Ingress for a blocked word',
  family: 'ingress',
  hop: 'route',
  routeKind: 'Ingress',
  severity: 'error',
  reads: ['Ingress'],
  fact: {
    source:
      'https://learn.microsoft.com/azure/aks/app-routing#limitations and Azure/aks-app-routing-operator',
    date: '2026-11-24',
    verified: true,
  },
  judge(path) {
    const { record } = path.route;
    if (
      record.kind !== 'Ingress' ||
      nginxOf(path) !== 'app-routing-nginx' ||
      !record.blockedWords
    ) {
      return undefined;
    }
    const { blockedWords } = record;
    const [first] = blockedWords;
    return {
      status: 'blocked word',
      clause: `application routing ignores the Ingress ${record.name}, as an annotation holds the blocked word ${first.word}`,
      cause: `The NGINX of application routing leaves out an Ingress when an annotation for it holds a word on its blocklist. Of ${named(
        record,
      )} these do: ${listed(
        blockedWords.map(({ annotation, word }) => `${annotation} (${word})`),
      )}.`,
      remedy: change(record, {
        text: 'Remove the annotation, or write it without the word. The list cannot be changed: Microsoft keeps it.',
        command: kubectl(
          record.namespace,
          'annotate',
          `ingress/${record.name}`,
          `${first.annotation}-`,
        ),
      }),
      evidence: blockedWords.map(({ annotation, word }) => ({
        object: refOf(record),
        field: `metadata.annotations[${annotation}]`,
        value: `holds ${word}`,
      })),
    };
  },
};

// What a path of an address hardly has, and a regular expression often does.
const EXPRESSION = /\.\*|\.\+|\(\.|\(\?|\(\/|\[[^\]]*\]|\\|\||\*$|\$$/;

const literalExpression: ExposureRule = {
  id: 'IN45',
  title: 'A path looks like a regular expression and is taken as it is written',
  family: 'ingress',
  hop: 'route',
  routeKind: 'Ingress',
  severity: 'warning',
  reads: ['Ingress'],
  fact: {
    source:
      'https://kubernetes.io/docs/concepts/services-networking/ingress/#path-types',
    date: '2026-11-22',
    verified: true,
  },
  judge(path) {
    const { record, paths, fields } = path.route;
    // What other controllers make of ImplementationSpecific is theirs, and an
    // Application Gateway takes a star at the end for any rest.
    const nginx = nginxOf(path);
    if (
      record.kind !== 'Ingress' ||
      (nginx && nginxSwitch(record, 'use-regex')) ||
      path.ingressClass?.controller === 'azure/application-gateway'
    ) {
      return undefined;
    }
    const doubtful = paths.filter(
      ({ path: text, pathType }) =>
        EXPRESSION.test(text) &&
        (pathType !== 'ImplementationSpecific' || nginx !== undefined),
    );
    const [first] = doubtful;
    if (!first) {
      return undefined;
    }
    return {
      ...(doubtful.length === paths.length && { doubt: true as const }),
      status: 'literal path',
      clause: `the path ${first.path} is taken letter by letter, not as a regular expression`,
      cause: `The path ${first.path} of ${named(record)} is of type ${
        first.pathType
      }, so it matches only addresses that hold these very characters. Others are answered with 404.`,
      remedy: change(record, {
        text: nginx
          ? 'Write the path without an expression, or set the annotation nginx.ingress.kubernetes.io/use-regex to "true" with path type ImplementationSpecific.'
          : 'Write the path without an expression.',
      }),
      evidence: doubtful.slice(0, 5).map(({ path: text, pathType }) => ({
        object: refOf(record),
        field: `${fields[0].replace(/\[\d+\]\.backend$/, '[]')}.path`,
        value: `${text} ${pathType}`,
      })),
    };
  },
};

export const nginxRules: readonly ExposureRule[] = [
  blockedWord,
  plainToTls,
  literalExpression,
];
