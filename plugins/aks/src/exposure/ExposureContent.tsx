import { getCompoundEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useCallback } from 'react';
import { aksApiRef } from '../api';
import { useLiveView } from '../live/useLiveView';
import { ExposureContentView } from './ExposureContentView';

/** The paths from every host name to the pods of the entity at hand. */
export function ExposureContent() {
  const { entity } = useEntity();
  const aks = useApi(aksApiRef);
  const fetchExposure = useCallback(
    () => aks.getExposure(getCompoundEntityRef(entity)),
    [aks, entity],
  );
  const live = useLiveView(fetchExposure);
  return <ExposureContentView entity={entity} live={live} />;
}
