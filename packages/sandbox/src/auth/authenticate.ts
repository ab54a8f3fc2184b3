import { unauthorized } from '../errors/refusals';
import { AccessRule, Identity, TokenGrant } from './AccessRule';

const ANONYMOUS: Identity = {
  user: 'system:anonymous',
  groups: ['system:unauthenticated'],
  rules: [],
};

// What everybody may ask who is signed in (ClusterRole system:basic-user).
const BASIC_USER: AccessRule[] = [
  {
    verbs: ['create'],
    apiGroups: ['authorization.k8s.io'],
    resources: ['selfsubjectaccessreviews', 'selfsubjectrulesreviews'],
  },
  {
    verbs: ['create'],
    apiGroups: ['authentication.k8s.io'],
    resources: ['selfsubjectreviews'],
  },
];

/**
 * Who sends a request. Without credentials it is the anonymous user; a token
 * that the cluster does not know is refused.
 *
 * @throws StatusError 401
 */
export function authenticate(
  authorization: string | undefined,
  tokens: ReadonlyMap<string, TokenGrant>,
): Identity {
  const token = /^Bearer\s+(.+)$/i.exec(authorization ?? '')?.[1];
  if (token === undefined) {
    return ANONYMOUS;
  }
  const grant = tokens.get(token);
  if (!grant) {
    throw unauthorized();
  }
  return {
    user: grant.user,
    groups: [...(grant.groups ?? []), 'system:authenticated'],
    rules: [...grant.rules, ...BASIC_USER],
  };
}
