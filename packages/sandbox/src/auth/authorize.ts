import { forbidden } from '../errors/refusals';
import { StatusError } from '../errors/StatusError';
import { Identity, isAllowed, ResourceAccess } from './AccessRule';

// What the role system:public-info-viewer lets anybody read.
const PUBLIC_PATHS = ['/healthz', '/livez', '/readyz', '/version'];

/** @throws StatusError 403 in the words of the server's authorizer */
export function authorizeResource(
  identity: Identity,
  access: ResourceAccess,
): void {
  if (isAllowed(identity.rules, access)) {
    return;
  }
  const { verb, group, resource, subresource, namespace, name } = access;
  const qualified = subresource ? `${resource}/${subresource}` : resource;
  const scope = namespace
    ? `in the namespace "${namespace}"`
    : 'at the cluster scope';
  throw forbidden(
    { group, plural: resource },
    name,
    `User "${identity.user}" cannot ${verb} resource "${qualified}" in API group "${group}" ${scope}`,
  );
}

/** @throws StatusError 403 */
export function authorizePath(
  identity: Identity,
  verb: string,
  path: string,
): void {
  const authenticated = identity.groups.includes('system:authenticated');
  const isPublic = PUBLIC_PATHS.some(
    allowed => path === allowed || path.startsWith(`${allowed}/`),
  );
  if (authenticated || isPublic) {
    return;
  }
  throw new StatusError({
    code: 403,
    reason: 'Forbidden',
    message: `forbidden: User "${identity.user}" cannot ${verb} path "${path}"`,
    details: {},
  });
}
