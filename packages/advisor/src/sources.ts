import { Source } from './DecisionTable';

// The day of the newest text of these pages that was read.
const AKS_PAGES = '2026-08-21';
const KUBERNETES_PAGES = '2026-11-22';

/** A page of the AKS documentation. */
export function aksPage(page: string, title: string): Source {
  const url = `https://learn.microsoft.com/azure/aks/${page}`;
  return { title, url, date: AKS_PAGES };
}

/** A page of the Kubernetes documentation. */
export function kubernetesPage(page: string, title: string): Source {
  const url = `https://kubernetes.io/docs/${page}/`;
  return { title, url, date: KUBERNETES_PAGES };
}

/** A page of the KEDA documentation, version 2.21. */
export function kedaPage(page: string, title: string): Source {
  return {
    title,
    url: `https://keda.sh/docs/2.21/${page}/`,
    date: '2026-08-20',
  };
}

/** The documentation of the Vertical Pod Autoscaler, up to version 1.7.1. */
export const vpaLimitations: Source = {
  title: 'Vertical Pod Autoscaler: known limitations',
  url: 'https://github.com/kubernetes/autoscaler/blob/master/vertical-pod-autoscaler/docs/known-limitations.md',
  date: '2026-11-22',
};

/** The overview of Application Gateway for Containers. */
export const gatewayForContainers: Source = {
  title: 'Application Gateway for Containers: overview',
  url: 'https://learn.microsoft.com/azure/application-gateway/for-containers/overview',
  date: '2025-07',
};
