import { SharedPath } from '../exposures/ExposurePath';
import { stackFactsOf } from '../exposures/ingressStack';
import { stackSubjectOf } from '../exposures/pathStack';
import { IngressRecord } from '../records/ingress';

const PREFIX = 'nginx.ingress.kubernetes.io/';

/**
 * Which NGINX of the Ingress API serves a path, if one does. Where the classes
 * are not known, none is: the listener says so, and that is enough.
 */
export function nginxOf(
  path: SharedPath,
): 'app-routing-nginx' | 'ingress-nginx' | undefined {
  const subject = stackSubjectOf(path);
  const id = subject && stackFactsOf(subject)?.id;
  return id === 'app-routing-nginx' || id === 'ingress-nginx' ? id : undefined;
}

/** The value of an annotation for NGINX. */
export function nginxAnnotation(
  { annotations }: IngressRecord,
  name: string,
): string | undefined {
  const key = `${PREFIX}${name}`;
  return Object.hasOwn(annotations, key) ? annotations[key] : undefined;
}

/** Whether an annotation for NGINX is switched on. */
export function nginxSwitch(record: IngressRecord, name: string): boolean {
  return nginxAnnotation(record, name)?.toLowerCase() === 'true';
}

/** The field of an annotation for NGINX. */
export function nginxField(name: string): string {
  return `metadata.annotations[${PREFIX}${name}]`;
}
