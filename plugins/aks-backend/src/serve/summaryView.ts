import { entryRows, summarize } from '@backstage-aks/insight';
import { SummaryView } from '@backstage-aks/plugin-aks-common';
import { ServiceView } from './ServiceViews';

/** What the cards on an entity's overview need. */
export const summaryView: ServiceView = {
  name: 'summary',
  version: 4,
  compose({ frame, clusters }): SummaryView {
    const exposures = clusters.flatMap(cluster => cluster.exposures);
    const unread = clusters.flatMap(cluster => cluster.unread);
    return {
      ...frame,
      ingress: {
        ...summarize(exposures, unread),
        rows: clusters.flatMap(cluster =>
          entryRows(cluster.exposures).map(row => ({
            ...row,
            cluster: cluster.cluster,
          })),
        ),
      },
    };
  },
};
