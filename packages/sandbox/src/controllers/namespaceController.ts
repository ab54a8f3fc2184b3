import { KubernetesObject } from '../objects/KubernetesObject';
import { Controller, keyOf } from './Controller';
import { ControllerContext, Resource } from './ControllerContext';
import {
  CONFIG_MAPS,
  NAMESPACES,
  SERVICE_ACCOUNTS,
  storeName,
} from './resources';

/** Furnishes new namespaces and empties those that go. */
export const namespaceController: Controller = {
  name: 'kube-controller-manager',
  concerns(event, context) {
    const { namespace } = event.object.metadata;
    if (event.type === 'DELETED' && namespace) {
      const holder = context.find(NAMESPACES, namespace);
      return holder?.metadata.deletionTimestamp ? [namespace] : [];
    }
    return keyOf(event, storeName(NAMESPACES));
  },
  reconcile(name, context) {
    const namespace = context.find(NAMESPACES, name);
    if (!namespace) {
      return;
    }
    if (namespace.metadata.deletionTimestamp) {
      empty(context, namespace);
    } else {
      furnish(context, name);
    }
  },
};

function furnish(context: ControllerContext, name: string): void {
  if (!context.find(SERVICE_ACCOUNTS, `${name}/default`)) {
    context.create(SERVICE_ACCOUNTS, name, { metadata: { name: 'default' } });
  }
  if (!context.find(CONFIG_MAPS, `${name}/kube-root-ca.crt`)) {
    context.create(CONFIG_MAPS, name, {
      metadata: {
        name: 'kube-root-ca.crt',
        annotations: {
          'kubernetes.io/description':
            'Contains a CA bundle that can be used to verify the kube-apiserver when using internal endpoints such as the internal service IP or kubernetes.default.svc.',
        },
      },
      data: { 'ca.crt': '' },
    });
  }
}

function empty(context: ControllerContext, namespace: KubernetesObject): void {
  const { name } = namespace.metadata;
  let left = 0;
  for (const kind of context.kinds.stored()) {
    if (!kind.namespaced) {
      continue;
    }
    const resource: Resource = [kind.group, kind.plural];
    for (const object of context.list(resource, name)) {
      if (!object.metadata.deletionTimestamp) {
        context.delete(resource, object, { propagationPolicy: 'Background' });
      }
    }
    left += context.list(resource, name).length;
  }
  if (left === 0) {
    context.finishNamespace(namespace);
  }
}
