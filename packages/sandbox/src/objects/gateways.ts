import { KubernetesObject } from './KubernetesObject';
import { Condition, Selector } from './workloads';

/** What controllers read of the kinds of the Gateway API. */

export interface GatewayClass extends KubernetesObject {
  spec: { controllerName: string };
  status?: { conditions?: Condition[] };
}

export interface ObjectReference {
  group?: string;
  kind?: string;
  name: string;
  namespace?: string;
}

export interface Listener {
  name: string;
  hostname?: string;
  port: number;
  protocol: string;
  tls?: { mode?: string; certificateRefs?: ObjectReference[] };
  allowedRoutes?: {
    namespaces?: { from?: string; selector?: Selector };
    kinds?: { group?: string; kind: string }[];
  };
}

export interface ListenerStatus {
  name: string;
  attachedRoutes: number;
  supportedKinds: { group: string; kind: string }[];
  conditions: Condition[];
}

export interface Gateway extends KubernetesObject {
  spec: {
    gatewayClassName: string;
    listeners?: Listener[];
    addresses?: { type?: string; value?: string }[];
    infrastructure?: {
      annotations?: Record<string, string>;
      labels?: Record<string, string>;
    };
    allowedListeners?: { namespaces?: { from?: string; selector?: Selector } };
  };
  status?: { conditions?: Condition[]; listeners?: ListenerStatus[] };
}

export interface ListenerSet extends KubernetesObject {
  spec: { parentRef: ObjectReference; listeners: Listener[] };
  status?: { conditions?: Condition[]; listeners?: ListenerStatus[] };
}

export interface ParentReference extends ObjectReference {
  sectionName?: string;
  port?: number;
}

export interface ParentStatus {
  parentRef: ParentReference;
  controllerName: string;
  conditions: Condition[];
}

export interface Route extends KubernetesObject {
  spec: {
    parentRefs?: ParentReference[];
    hostnames?: string[];
    rules?: { backendRefs?: (ObjectReference & { port?: number })[] }[];
  };
  status?: { parents?: ParentStatus[] };
}

export interface ReferenceGrant extends KubernetesObject {
  spec: {
    from: { group: string; kind: string; namespace: string }[];
    to: { group: string; kind: string; name?: string }[];
  };
}
