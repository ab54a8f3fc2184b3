import { Endpoint } from '../records/networking';
import { SharedPath } from './ExposurePath';

/** The endpoints of the port that a path leads through. */
export function endpointsOf({ slices, port, service }: SharedPath): {
  all: Endpoint[];
  ready: Endpoint[];
} {
  // A headless Service may have no ports; then its slices name none either.
  const carrying = slices.filter(
    slice =>
      service?.ports.length === 0 ||
      slice.ports.some(({ name }) => name === port?.name),
  );
  // A dual-stack Service has every endpoint once for each address family.
  const [family] = carrying
    .map(({ addressType }) => addressType)
    .sort(
      (a, b) =>
        countIn(carrying, b) - countIn(carrying, a) || a.localeCompare(b),
    );
  const all = carrying
    .filter(({ addressType }) => addressType === family)
    .flatMap(({ endpoints }) => endpoints);
  return { all, ready: all.filter(({ ready }) => ready) };
}

function countIn(slices: SharedPath['slices'], family: string): number {
  return slices
    .filter(({ addressType }) => addressType === family)
    .reduce((sum, { endpoints }) => sum + endpoints.length, 0);
}
