import { Projection } from '../../edge';
import { ObjectRef } from '../../records/base';
import {
  CertificateRecord,
  CertificateRequestRecord,
} from '../../records/certificates';
import { annotation } from '../annotations';
import { conditionsOf } from '../conditions';
import {
  count,
  duration,
  Fields,
  fieldsAt,
  hostsIn,
  nameIn,
  present,
  time,
} from '../fields';
import { metadataOf, ownerEdges } from '../metadata';
import { edgesTo, referenceIn, refTo } from '../references';

export const CERT_MANAGER_GROUP = 'cert-manager.io';

export function projectCertificate(object: unknown): Projection | undefined {
  const metadata = metadataOf('Certificate', object);
  if (!metadata) {
    return undefined;
  }
  const { namespace } = metadata;
  const spec = fieldsAt(object, 'spec');
  const status = fieldsAt(object, 'status');
  const secretName = nameIn(spec.secretName);
  const issuer = issuerIn(spec, namespace);
  const record: CertificateRecord = present({
    ...metadata,
    secretName,
    issuer,
    dnsNames: namesOf(spec),
    duration: duration(spec.duration),
    renewBefore: duration(spec.renewBefore),
    renewBeforePercentage: count(spec.renewBeforePercentage),
    renewalDisabled: fieldsAt(spec, 'renewal').policy === 'Disabled',
    notBefore: time(status.notBefore),
    notAfter: time(status.notAfter),
    renewalAt: time(status.renewalTime),
    revision: count(status.revision),
    failedAttempts: count(status.failedIssuanceAttempts) ?? 0,
    lastFailedAt: time(status.lastFailureTime),
    conditions: conditionsOf(object),
  });
  return {
    record,
    edges: [
      ...ownerEdges(record),
      ...edgesTo('issued-by', [issuer]),
      ...edgesTo('issues', [
        secretName ? refTo('Secret', namespace, secretName) : undefined,
      ]),
    ],
  };
}

export function projectCertificateRequest(
  object: unknown,
): Projection | undefined {
  const metadata = metadataOf('CertificateRequest', object);
  if (!metadata) {
    return undefined;
  }
  const { namespace } = metadata;
  const issuer = issuerIn(fieldsAt(object, 'spec'), namespace);
  const revision = annotation(object, 'cert-manager.io/certificate-revision');
  const record: CertificateRequestRecord = present({
    ...metadata,
    certificate: nameIn(annotation(object, 'cert-manager.io/certificate-name')),
    revision: revision ? count(Number(revision)) : undefined,
    issuer,
    failedAt: time(fieldsAt(object, 'status').failureTime),
    conditions: conditionsOf(object),
  });
  return {
    record,
    edges: [...ownerEdges(record), ...edgesTo('issued-by', [issuer])],
  };
}

/** The issuer that a spec names: an Issuer of cert-manager if not said. */
export function issuerIn(
  spec: Fields,
  namespace: string,
): ObjectRef | undefined {
  const reference = fieldsAt(spec, 'issuerRef');
  // An empty group or kind means cert-manager's own, as an absent one does.
  return referenceIn(
    {
      name: reference.name,
      kind: reference.kind || 'Issuer',
      group: reference.group || CERT_MANAGER_GROUP,
    },
    { namespace },
  );
}

/** The DNS names that a spec asks for, the common name among them. */
export function namesOf(spec: Fields): string[] {
  return [
    ...new Set([...hostsIn([spec.commonName]), ...hostsIn(spec.dnsNames)]),
  ];
}
