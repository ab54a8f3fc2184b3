import { Manifest } from './manifests';

/** A warning about an object, as its controller reports it. */
export function event(
  about: { apiVersion: string; kind: string; namespace: string; name: string },
  {
    reason,
    message,
    type = 'Warning',
  }: { reason: string; message: string; type?: 'Warning' | 'Normal' },
): Manifest {
  const { kind, namespace, name } = about;
  return {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: {
      name: `${name}.${kind.toLowerCase()}.${reason.toLowerCase()}`,
      namespace,
    },
    involvedObject: about,
    type,
    reason,
    message,
    count: 4,
    firstTimestamp: '2026-11-20T08:00:00Z',
    lastTimestamp: '2026-11-20T08:20:00Z',
    source: { component: 'fixtures.backstage-aks.example' },
  };
}
