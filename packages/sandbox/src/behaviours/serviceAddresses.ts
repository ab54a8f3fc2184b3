import { randomInt } from 'node:crypto';
import { objectsIn, valueAt } from '../objects/json';
import { ObjectStore } from '../store/ObjectStore';

const SERVICES = '/services';

/** A free address of the service network 10.0.0.0/16. */
export function freeClusterIp(store: ObjectStore): string {
  const taken = new Set(
    store.list(SERVICES).map(object => valueAt(object, 'spec.clusterIP')),
  );
  return pick(
    () => `10.0.${randomInt(1, 255)}.${randomInt(1, 255)}`,
    address => taken.has(address),
  );
}

/** A free port of the range that nodes offer. */
export function freeNodePort(store: ObjectStore): number {
  const taken = new Set(
    store
      .list(SERVICES)
      .flatMap(object => objectsIn(valueAt(object, 'spec.ports')))
      .map(({ nodePort }) => nodePort),
  );
  return pick(
    () => randomInt(30000, 32768),
    port => taken.has(port),
  );
}

function pick<T>(draw: () => T, isTaken: (value: T) => boolean): T {
  let value = draw();
  while (isTaken(value)) {
    value = draw();
  }
  return value;
}
