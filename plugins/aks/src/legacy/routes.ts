import { createRouteRef } from '@backstage/core-plugin-api';

/** Where an old app has mounted the Exposure tab. */
export const exposureRouteRef = createRouteRef({ id: 'aks:exposure' });
