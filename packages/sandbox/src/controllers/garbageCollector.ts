import { KubernetesObject } from '../objects/KubernetesObject';
import { StoreEvent } from '../store/ObjectStore';
import { Controller } from './Controller';
import { ControllerContext, Resource } from './ControllerContext';

const FOREGROUND = 'foregroundDeletion';
const ORPHAN = 'orphan';

/**
 * Deletes what an owner leaves behind. Its keys are the uids of owners, with
 * their resource and place.
 */
export const garbageCollector: Controller = {
  name: 'kube-controller-manager',
  concerns(event) {
    const { metadata } = event.object;
    const ofOwners =
      event.type === 'DELETED' || metadata.deletionTimestamp
        ? (metadata.ownerReferences ?? []).map(({ uid }) => uid)
        : [];
    return [...(concernsDependents(event) ? [metadata.uid] : []), ...ofOwners];
  },
  reconcile(uid, context) {
    const dependents = dependentsOf(context, uid);
    const owner = findByUid(context, uid);
    if (!owner) {
      dependents.forEach(dependent => release(context, dependent, uid));
      return;
    }
    const finalizers = owner.object.metadata.finalizers ?? [];
    if (finalizers.includes(ORPHAN)) {
      dependents.forEach(dependent => disown(context, dependent, uid));
      removeFinalizer(context, owner, ORPHAN);
    } else if (finalizers.includes(FOREGROUND)) {
      dependents
        .filter(({ object }) => !object.metadata.deletionTimestamp)
        .forEach(({ resource, object }) =>
          context.delete(resource, object, { propagationPolicy: 'Foreground' }),
        );
      if (dependentsOf(context, uid).length === 0) {
        removeFinalizer(context, owner, FOREGROUND);
      }
    }
  },
};

interface Located {
  resource: Resource;
  object: KubernetesObject;
}

function concernsDependents({ type, object }: StoreEvent): boolean {
  const { finalizers, deletionTimestamp } = object.metadata;
  return (
    type === 'DELETED' ||
    (deletionTimestamp !== undefined &&
      (finalizers ?? []).some(name => name === FOREGROUND || name === ORPHAN))
  );
}

function* everything(context: ControllerContext): Generator<Located> {
  for (const { group, plural } of context.kinds.stored()) {
    const resource: Resource = [group, plural];
    for (const object of context.list(resource)) {
      yield { resource, object };
    }
  }
}

function dependentsOf(context: ControllerContext, uid: string): Located[] {
  return [...everything(context)].filter(({ object }) =>
    object.metadata.ownerReferences?.some(owner => owner.uid === uid),
  );
}

function findByUid(
  context: ControllerContext,
  uid: string,
): Located | undefined {
  for (const located of everything(context)) {
    if (located.object.metadata.uid === uid) {
      return located;
    }
  }
  return undefined;
}

// An object with another owner that lives only loses the reference.
function release(
  context: ControllerContext,
  dependent: Located,
  uid: string,
): void {
  const others = (dependent.object.metadata.ownerReferences ?? []).filter(
    owner => owner.uid !== uid && findByUid(context, owner.uid) !== undefined,
  );
  if (others.length > 0) {
    disown(context, dependent, uid);
  } else if (!dependent.object.metadata.deletionTimestamp) {
    context.delete(dependent.resource, dependent.object, {
      propagationPolicy: 'Background',
    });
  }
}

function disown(
  context: ControllerContext,
  { resource, object }: Located,
  uid: string,
): void {
  context.update(resource, object, current => ({
    ...current,
    metadata: {
      ...current.metadata,
      ownerReferences: current.metadata.ownerReferences?.filter(
        owner => owner.uid !== uid,
      ),
    },
  }));
}

function removeFinalizer(
  context: ControllerContext,
  { resource, object }: Located,
  finalizer: string,
): void {
  context.update(resource, object, current => ({
    ...current,
    metadata: {
      ...current.metadata,
      finalizers: current.metadata.finalizers?.filter(
        name => name !== finalizer,
      ),
    },
  }));
}
