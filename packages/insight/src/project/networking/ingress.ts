import { Edge, Projection } from '../../edge';
import {
  IngressBackend,
  IngressPath,
  IngressRecord,
} from '../../records/ingress';
import { loadBalancerAddresses } from './addresses';
import { knownAnnotations } from '../annotations';
import { blockedWordsIn } from './blockedWords';
import {
  Fields,
  fieldsAt,
  fieldsIn,
  portNumber,
  text,
  textMap,
  texts,
} from '../fields';
import { metadataOf, ownerEdges } from '../metadata';
import { edgesTo, refTo } from '../references';

export function projectIngress(object: unknown): Projection | undefined {
  const metadata = metadataOf('Ingress', object);
  if (!metadata) {
    return undefined;
  }
  const spec = fieldsAt(object, 'spec');
  const annotations = textMap(fieldsAt(object, 'metadata', 'annotations'));
  const className = text(spec.ingressClassName);
  const legacyClass = text(annotations['kubernetes.io/ingress.class']);
  const blockedWords = blockedWordsIn(annotations);
  const defaultBackend = backendOf(spec.defaultBackend, metadata.namespace);
  const record: IngressRecord = {
    ...metadata,
    ...(className && { className }),
    ...(legacyClass && { legacyClass }),
    rules: fieldsIn(spec.rules).map(rule => {
      const host = text(rule.host);
      const { paths } = fieldsAt(rule, 'http');
      return {
        ...(host && { host }),
        paths: fieldsIn(paths).map(entry => pathOf(entry, metadata.namespace)),
      };
    }),
    ...(defaultBackend && { defaultBackend }),
    tls: fieldsIn(spec.tls).map(entry => {
      const secretName = text(entry.secretName);
      return { hosts: texts(entry.hosts), ...(secretName && { secretName }) };
    }),
    addresses: loadBalancerAddresses(object),
    annotations: knownAnnotations(object),
    ...(blockedWords.length > 0 && { blockedWords }),
  };
  return {
    record,
    edges: [
      ...ownerEdges(metadata),
      ...classEdges(record),
      ...serviceEdges(record),
      ...edgesTo(
        'uses',
        record.tls.map(({ secretName }) =>
          secretName
            ? refTo('Secret', record.namespace, secretName)
            : undefined,
        ),
      ),
    ],
  };
}

function pathOf(entry: Fields, namespace: string): IngressPath {
  const backend = backendOf(entry.backend, namespace);
  return {
    path: text(entry.path) ?? '/',
    pathType: text(entry.pathType) ?? 'ImplementationSpecific',
    ...(backend && { backend }),
  };
}

function backendOf(
  value: unknown,
  namespace: string,
): IngressBackend | undefined {
  const service = fieldsAt(value, 'service');
  const serviceName = text(service.name);
  if (serviceName) {
    const port = fieldsAt(service, 'port');
    const portName = text(port.name);
    const number = portNumber(port.number);
    return {
      service: serviceName,
      ...(portName && { portName }),
      ...(number && { portNumber: number }),
    };
  }
  const resource = fieldsAt(value, 'resource');
  const kind = text(resource.kind);
  const name = text(resource.name);
  return kind && name ? { resource: { kind, namespace, name } } : undefined;
}

function classEdges({ className, legacyClass }: IngressRecord): Edge[] {
  const name = className ?? legacyClass;
  return name
    ? [
        {
          relation: 'of-class',
          to: { kind: 'IngressClass', namespace: '', name },
        },
      ]
    : [];
}

function serviceEdges(record: IngressRecord): Edge[] {
  const backends = [
    record.defaultBackend,
    ...record.rules.flatMap(rule => rule.paths.map(path => path.backend)),
  ];
  const names = new Set(
    backends.flatMap(backend =>
      backend && 'service' in backend ? backend.service : [],
    ),
  );
  return [...names].map(name => ({
    relation: 'routes-to',
    to: { kind: 'Service', namespace: record.namespace, name },
  }));
}
