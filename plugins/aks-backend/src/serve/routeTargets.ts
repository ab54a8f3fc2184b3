import {
  GRPCRouteRecord,
  HTTPRouteRecord,
  IngressRecord,
  ObjectRef,
  TLSRouteRecord,
} from '@backstage-aks/insight';

/** A route of the Gateway API. */
export type GatewayRoute = HTTPRouteRecord | GRPCRouteRecord | TLSRouteRecord;

/** The Services to which an Ingress leads. */
export function ingressBackends({
  namespace,
  rules,
  defaultBackend,
}: IngressRecord): ObjectRef[] {
  const backends = rules.flatMap(({ paths }) =>
    paths.map(({ backend }) => backend),
  );
  return [...backends, defaultBackend].flatMap(backend =>
    backend && 'service' in backend
      ? [{ kind: 'Service', namespace, name: backend.service }]
      : [],
  );
}

/** The Services to which a route of the Gateway API leads. */
export function gatewayBackends({ rules }: GatewayRoute): ObjectRef[] {
  return rules
    .flatMap(({ backends }) => backends.map(({ to }) => to))
    .filter(({ kind }) => kind === 'Service');
}
