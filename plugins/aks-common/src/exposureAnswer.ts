import {
  ClusterExposure,
  ExposureAnswer,
  ExposureView,
  ListedExposure,
} from './schemas/exposure';

/** Items, each once, by what they say. */
class Listing<Item extends object> {
  readonly items: Item[] = [];
  readonly #places = new Map<Item | string, number>();

  placeOf(item: Item): number {
    // Mostly it is the very same object, which saves writing it out.
    const known = this.#places.get(item);
    if (known !== undefined) {
      return known;
    }
    const text = JSON.stringify(item);
    const place = this.#places.get(text) ?? this.items.push(item) - 1;
    this.#places.set(text, place).set(item, place);
    return place;
  }
}

/**
 * A view as it travels, in which every hop and stack stands once.
 *
 * @public
 */
export function toExposureAnswer(view: ExposureView): ExposureAnswer {
  const hops = new Listing<ClusterExposure['hops'][number]>();
  const stacks = new Listing<NonNullable<ClusterExposure['stack']>>();
  const listed = ({ stack, ...exposure }: ClusterExposure): ListedExposure => ({
    ...exposure,
    ...(stack && { stack: stacks.placeOf(stack) }),
    hops: exposure.hops.map(hop => hops.placeOf(hop)),
  });
  return {
    ...view,
    environments: view.environments.map(environment => ({
      ...environment,
      exposures: environment.exposures.map(listed),
    })),
    hops: hops.items,
    stacks: stacks.items,
  };
}

/**
 * A view as it is looked at, from an answer. What several ways in share is the
 * same object in all of them.
 *
 * @public
 */
export function toExposureView(answer: ExposureAnswer): ExposureView {
  const { hops, stacks, ...view } = answer;
  const exposureOf = ({
    stack,
    ...exposure
  }: ListedExposure): ClusterExposure => ({
    ...exposure,
    ...(stack !== undefined && { stack: at(stacks, stack, 'stacks') }),
    hops: exposure.hops.map(place => at(hops, place, 'hops')),
  });
  return {
    ...view,
    environments: view.environments.map(environment => ({
      ...environment,
      exposures: environment.exposures.map(exposureOf),
    })),
  };
}

function at<Item>(items: readonly Item[], place: number, name: string): Item {
  const item = items[place];
  if (item === undefined) {
    throw new Error(
      `The answer of the AKS backend is not whole: it refers to number ${place} of ${items.length} ${name}. Load the page again.`,
    );
  }
  return item;
}
