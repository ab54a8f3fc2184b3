import { Manager } from '../records/base';
import { Fields, textMap } from './fields';

/**
 * The tool that keeps an object, told by the marks it leaves. Argo CD and Flux
 * come before Helm: both install charts, and then Helm's marks are theirs.
 */
export function managerOf(
  object: { kind: string; name: string },
  metadata: Fields,
): Manager | undefined {
  const labels = textMap(metadata.labels);
  const annotations = textMap(metadata.annotations);
  const mark = (marks: Record<string, string>, key: string) =>
    Object.hasOwn(marks, key) ? nameIn(marks[key]) : undefined;

  const application =
    trackedBy(annotations['argocd.argoproj.io/tracking-id'], object) ??
    mark(annotations, 'argocd.argoproj.io/instance') ??
    mark(labels, 'argocd.argoproj.io/instance');
  if (application) {
    return { tool: 'argo-cd', name: application };
  }
  const reconciler =
    mark(labels, 'helm.toolkit.fluxcd.io/name') ??
    mark(labels, 'kustomize.toolkit.fluxcd.io/name');
  if (reconciler) {
    return { tool: 'flux', name: reconciler };
  }
  const release = mark(annotations, 'meta.helm.sh/release-name');
  return release && labels['app.kubernetes.io/managed-by'] === 'Helm'
    ? { tool: 'helm', name: release }
    : undefined;
}

/**
 * The application in `<application>:<group>/<kind>:<namespace>/<name>`. Argo CD
 * itself ignores an id that names another object: controllers copy annotations,
 * a Deployment's to its ReplicaSets.
 * https://argo-cd.readthedocs.io/en/stable/user-guide/resource_tracking/
 */
function trackedBy(
  trackingId: string | undefined,
  object: { kind: string; name: string },
): string | undefined {
  const [application, type, target] = trackingId?.split(':') ?? [];
  const names =
    type?.split('/').at(-1) === object.kind &&
    target?.split('/').at(-1) === object.name;
  return names ? nameIn(application) : undefined;
}

function nameIn(value: string): string | undefined {
  return /^[A-Za-z0-9](?:[-_.A-Za-z0-9]{0,252})$/.test(value)
    ? value
    : undefined;
}
