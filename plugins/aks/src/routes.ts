import { createRouteRef } from '@backstage/frontend-plugin-api';

/** The Exposure tab of an entity's page. */
export const exposureRouteRef = createRouteRef();
