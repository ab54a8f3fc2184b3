import { PrivateLinkSettings } from '../../records/loadBalancer';
import { present } from '../fields';
import { HOST, NAME, WORD } from './annotationForms';
import { AnnotationReader } from './annotationReader';

/** The private link service that annotations ask for. */
export function privateLinkSettings(
  reader: AnnotationReader,
): PrivateLinkSettings {
  const visibleTo = reader.words('azure-pls-visibility', WORD, 'subscription');
  const approvedFor = reader.words(
    'azure-pls-auto-approval',
    WORD,
    'subscription',
  );
  if (
    !visibleTo.includes('*') &&
    approvedFor.some(subscription => !visibleTo.includes(subscription))
  ) {
    reader.note(
      'azure-pls-auto-approval',
      'approves a subscription that azure-pls-visibility does not name',
    );
  }
  return present({
    name: reader.word('azure-pls-name', NAME, 'name'),
    resourceGroup: reader.word('azure-pls-resource-group', NAME, 'name'),
    subnet: reader.word('azure-pls-ip-configuration-subnet', NAME, 'name'),
    addressCount: reader.number('azure-pls-ip-configuration-ip-address-count', {
      from: 1,
      to: 8,
    }),
    addresses: reader.words(
      'azure-pls-ip-configuration-ip-address',
      /^\d{1,3}(?:\.\d{1,3}){3}$/,
      'IPv4 address',
      /\s+/,
    ),
    hostnames: reader.words('azure-pls-fqdns', HOST, 'host name', /\s+/),
    proxyProtocol: reader.flag('azure-pls-proxy-protocol'),
    visibleTo,
    approvedFor,
  });
}
