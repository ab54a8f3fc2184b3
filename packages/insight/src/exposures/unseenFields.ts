import { Unseen, UnseenFields } from '../exposure';
import { RecordKind } from '../record';
import { SharedPath } from './ExposurePath';
import { Attachment } from './gateway/Attachment';

/**
 * What is not known of who lets a path in; undefined where it was looked up,
 * even if nothing was found.
 *
 * @param knows - Whether the objects of a kind are known.
 */
export function unseenFields(
  { route: { record, attachment }, ingressClass }: SharedPath,
  knows: (kind: RecordKind) => boolean,
): UnseenFields | undefined {
  if (record.kind === 'Ingress') {
    // Its class may be the default one, which only the classes tell.
    const named = record.className ?? record.legacyClass ?? ingressClass;
    return named === undefined && !knows('IngressClass')
      ? { className: 'not-known' }
      : undefined;
  }
  const why = attachment && unseenGateway(attachment, knows);
  return why && { addresses: why, className: why };
}

/** Addresses and class of a route of the Gateway API are those of its Gateway. */
function unseenGateway(
  { gateway, gatewayRef, hidden, unfollowed }: Attachment,
  knows: (kind: RecordKind) => boolean,
): Unseen | undefined {
  if (gateway) {
    return undefined;
  }
  if (hidden) {
    return 'not-visible';
  }
  const isGone = !unfollowed && knows(gatewayRef ? 'Gateway' : 'ListenerSet');
  return isGone ? undefined : 'not-known';
}
