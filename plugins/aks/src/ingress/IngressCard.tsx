import { getCompoundEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useCallback } from 'react';
import { aksApiRef } from '../api';
import { useLiveView } from '../live/useLiveView';
import { IngressCardView } from './IngressCardView';

/** How the entity at hand is reached, on a card. */
export function IngressCard({ exposureHref }: { exposureHref?: string }) {
  const { entity } = useEntity();
  const aks = useApi(aksApiRef);
  const fetchSummary = useCallback(
    () => aks.getSummary(getCompoundEntityRef(entity)),
    [aks, entity],
  );
  const live = useLiveView(fetchSummary);
  return (
    <IngressCardView entity={entity} live={live} exposureHref={exposureHref} />
  );
}
