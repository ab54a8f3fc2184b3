import { AccessRule } from '../../auth/AccessRule';

/** Rights that hold in one namespace and nowhere else. */
export interface LimitedGrant {
  namespace: string;
  /** The ServiceAccount that has them, in the same namespace. */
  serviceAccount: string;
  rules: readonly Omit<AccessRule, 'namespaces'>[];
}

/** Whom the server takes a ServiceAccount for. */
export function userOf({ namespace, serviceAccount }: LimitedGrant): string {
  return `system:serviceaccount:${namespace}:${serviceAccount}`;
}
