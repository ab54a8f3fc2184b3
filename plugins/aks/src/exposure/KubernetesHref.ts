import { createContext } from 'react';

/** Where the Kubernetes plugin shows the entity at hand, if it does. */
export const KubernetesHref = createContext<string | undefined>(undefined);
