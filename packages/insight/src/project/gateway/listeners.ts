import { Edge } from '../../edge';
import { Listener } from '../../records/gateway';
import { knownIn } from '../annotations';
import { conditionsIn, generationOf } from '../conditions';
import {
  count,
  Fields,
  fieldsAt,
  fieldsIn,
  hostIn,
  nameIn,
  portNumber,
  present,
  reason,
} from '../fields';
import { edgesTo, referenceIn } from '../references';
import { openSelector } from '../selectors';

/** The listeners of a Gateway or ListenerSet, each with its status. */
export function listenersOf(object: unknown, namespace: string): Listener[] {
  const { listeners } = fieldsAt(object, 'spec');
  const statuses = fieldsIn(fieldsAt(object, 'status').listeners);
  const generation = generationOf(object);
  return fieldsIn(listeners).map(entry => {
    const name = nameIn(entry.name) ?? '';
    const status: Fields =
      statuses.find(candidate => candidate.name === name) ?? {};
    return present<Listener>({
      name,
      hostname: hostIn(entry.hostname),
      port: portNumber(entry.port),
      protocol: nameIn(entry.protocol) ?? '',
      tls: Object.hasOwn(entry, 'tls') ? tlsOf(entry, namespace) : undefined,
      allowed: allowedOf(fieldsAt(entry, 'allowedRoutes')),
      attachedRoutes: count(status.attachedRoutes) ?? 0,
      conditions: conditionsIn(status.conditions, generation),
    });
  });
}

/** The edges from listeners to the Secrets of their certificates. */
export function certificateEdges(listeners: readonly Listener[]): Edge[] {
  return edgesTo(
    'uses',
    listeners.flatMap(({ tls }) => tls?.certificates ?? []),
  );
}

function tlsOf(entry: Fields, namespace: string): Listener['tls'] {
  const tls = fieldsAt(entry, 'tls');
  return {
    mode: reason(tls.mode) ?? 'Terminate',
    certificates: fieldsIn(tls.certificateRefs).flatMap(
      reference => referenceIn(reference, { namespace, kind: 'Secret' }) ?? [],
    ),
    options: knownIn(tls.options),
  };
}

function allowedOf(allowed: Fields): Listener['allowed'] {
  const namespaces = fieldsAt(allowed, 'namespaces');
  const from = reason(namespaces.from) ?? 'Same';
  return present({
    from,
    namespaces:
      from === 'Selector' ? openSelector(namespaces.selector) : undefined,
    kinds: fieldsIn(allowed.kinds).flatMap(entry => nameIn(entry.kind) ?? []),
  });
}
