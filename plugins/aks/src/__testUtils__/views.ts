import {
  ClusterExposure,
  ExposureView,
  IngressRow,
  SummaryView,
  summaryViewSchema,
} from '@backstage-aks/plugin-aks-common';
import { production } from './clusters';
import { shopExposure } from './exposures';

const frame = {
  entityRef: 'component:default/shop-front',
  service: 'found' as const,
  selector: 'backstage.io/kubernetes-id=shop-front',
  sources: [
    {
      cluster: production,
      freshness: { state: 'live' as const },
      kinds: [],
    },
  ],
  hidden: { count: 0, namespaces: [] },
  scopes: ['c1a2/shop'],
};

/** A row of the Ingress card: one healthy Ingress of the shop. */
export function ingressRow(changes: Partial<IngressRow> = {}): IngressRow {
  return {
    cluster: production,
    route: { kind: 'Ingress', namespace: 'shop', name: 'shop-front' },
    hosts: ['shop.contoso.example'],
    paths: ['/'],
    className: 'webapprouting.kubernetes.azure.com',
    addresses: [{ ip: '20.61.7.10' }],
    verdict: 'ok',
    sentence: 'shop.contoso.example reaches 3 ready pods.',
    createdAt: '2026-11-19T08:00:00Z',
    ...changes,
  };
}

/** A summary of these Ingresses, counted and judged by the worst. */
export function summaryView(
  rows: IngressRow[] = [ingressRow()],
  changes: Partial<SummaryView> = {},
): SummaryView {
  const counts = { ok: 0, warning: 0, broken: 0, unknown: 0 };
  for (const { verdict } of rows) {
    counts[verdict] += 1;
  }
  const worst = worstOf(rows.map(row => row.verdict));
  return summaryViewSchema.parse({
    ...frame,
    ingress: {
      verdict: worst,
      sentence:
        rows.find(row => row.verdict === worst)?.sentence ??
        'No host name leads to this service.',
      counts,
      rows,
    },
    ...changes,
  });
}

/** An exposure view with one environment for each environment named. */
export function exposureView(
  exposures: ClusterExposure[] = [shopExposure()],
  changes: Partial<ExposureView> = {},
): ExposureView {
  const names = [
    ...new Set(exposures.map(exposure => exposure.cluster.environment)),
  ];
  return {
    ...frame,
    environments: names.map(name => {
      const its = exposures.filter(
        ({ cluster }) => cluster.environment === name,
      );
      return {
        name,
        verdict: worstOf(its.map(({ verdict }) => verdict)),
        exposures: its,
      };
    }),
    ...changes,
  };
}

function worstOf(verdicts: ClusterExposure['verdict'][]) {
  const order = ['broken', 'warning', 'unknown', 'ok'] as const;
  return order.find(verdict => verdicts.includes(verdict)) ?? 'unknown';
}
