import { createContext } from 'react';

/** Where the Azure portal shows clusters, by their slugs, as far as is known. */
export const AzurePortalHrefs = createContext<ReadonlyMap<string, string>>(
  new Map(),
);
