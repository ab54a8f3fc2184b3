import { Shape } from './Shape';

const PLAIN = [
  'autoscaling.keda.sh/paused',
  'autoscaling.keda.sh/paused-replicas',
  'cert-manager.io/duration',
  'cert-manager.io/issuer-group',
  'cert-manager.io/issuer-kind',
  'cert-manager.io/renew-before',
  'cluster-autoscaler.kubernetes.io/safe-to-evict',
  'controller.kubernetes.io/pod-deletion-cost',
  'deployment.kubernetes.io/desired-replicas',
  'deployment.kubernetes.io/max-replicas',
  'deployment.kubernetes.io/revision',
  'deprecated.daemonset.template.generation',
  'endpoints.kubernetes.io/last-change-trigger-time',
  'external-dns.alpha.kubernetes.io/access',
  'external-dns.alpha.kubernetes.io/cloudflare-proxied',
  'external-dns.alpha.kubernetes.io/controller',
  'external-dns.alpha.kubernetes.io/ttl',
  'ingressclass.kubernetes.io/is-default-class',
  'kubectl.kubernetes.io/restartedAt',
  'node.alpha.kubernetes.io/ttl',
  'nginx.ingress.kubernetes.io/affinity',
  'nginx.ingress.kubernetes.io/backend-protocol',
  'nginx.ingress.kubernetes.io/canary',
  'nginx.ingress.kubernetes.io/canary-weight',
  'nginx.ingress.kubernetes.io/force-ssl-redirect',
  'nginx.ingress.kubernetes.io/proxy-body-size',
  'nginx.ingress.kubernetes.io/proxy-connect-timeout',
  'nginx.ingress.kubernetes.io/proxy-read-timeout',
  'nginx.ingress.kubernetes.io/proxy-send-timeout',
  'nginx.ingress.kubernetes.io/ssl-passthrough',
  'nginx.ingress.kubernetes.io/ssl-redirect',
  'nginx.ingress.kubernetes.io/use-regex',
  'prometheus.io/port',
  'prometheus.io/scrape',
  'pv.kubernetes.io/bind-completed',
  'pv.kubernetes.io/bound-by-controller',
  'pv.kubernetes.io/provisioned-by',
  'service.beta.kubernetes.io/azure-allowed-service-tags',
  'service.beta.kubernetes.io/azure-load-balancer-health-probe-protocol',
  'service.beta.kubernetes.io/azure-load-balancer-internal',
  'service.beta.kubernetes.io/azure-load-balancer-ipv4',
  'service.beta.kubernetes.io/azure-load-balancer-tcp-idle-timeout',
  'storageclass.kubernetes.io/is-default-class',
  'volume.beta.kubernetes.io/storage-provisioner',
  'volume.kubernetes.io/storage-provisioner',
];

const NAMED: Record<string, Shape> = {
  'acme.cert-manager.io/http01-ingress-class': 'name',
  'argocd.argoproj.io/instance': 'name',
  'argocd.argoproj.io/tracking-id': 'names',
  'azure.workload.identity/client-id': 'name',
  'backstage.io/kubernetes-id': 'name',
  'cert-manager.io/certificate-name': 'name',
  'cert-manager.io/cluster-issuer': 'name',
  'cert-manager.io/issuer': 'name',
  'cert-manager.io/issuer-name': 'name',
  'external-dns.alpha.kubernetes.io/hostname': 'names',
  'external-dns.alpha.kubernetes.io/target': 'names',
  'kubernetes.io/ingress.class': 'name',
  'meta.helm.sh/release-name': 'name',
  'meta.helm.sh/release-namespace': 'name',
  'nginx.ingress.kubernetes.io/server-alias': 'names',
  'nginx.ingress.kubernetes.io/service-upstream': 'plain',
  'nginx.ingress.kubernetes.io/upstream-vhost': 'name',
  // Targets of rewriting and scraping may carry a token in their query.
  'nginx.ingress.kubernetes.io/rewrite-target': 'path',
  'prometheus.io/path': 'path',
  'service.beta.kubernetes.io/azure-dns-label-name': 'name',
  'service.beta.kubernetes.io/azure-load-balancer-internal-subnet': 'name',
  'service.beta.kubernetes.io/azure-load-balancer-resource-group': 'name',
  'service.beta.kubernetes.io/azure-pip-name': 'name',
  'volume.kubernetes.io/selected-node': 'name',
};

const SHAPES = new Map<string, Shape>([
  ...PLAIN.map((key): [string, Shape] => [key, 'plain']),
  ...Object.entries(NAMED),
]);

/**
 * What is kept of an annotation. Others are left out, whatever they hold:
 * `kubectl.kubernetes.io/last-applied-configuration` quotes whole objects,
 * ingress controllers take passwords and snippets, and anybody may add more.
 */
export function annotationShape(key: string): Shape | undefined {
  return SHAPES.get(key);
}
