import { Meter } from './Meter';

// In seconds.
const BOUNDARIES = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 5];

/** Figures of the HTTP API, `aks.serve.*`. */
export class ServeMetrics {
  readonly #requests;
  readonly #lookUps;
  readonly #judgements;

  constructor(meter: Meter) {
    this.#requests = meter.createHistogram('aks.serve.request.duration', {
      description: 'One answer of the API, by route and status',
      unit: 's',
      advice: { explicitBucketBoundaries: BOUNDARIES },
    });
    this.#lookUps = meter.createCounter('aks.serve.cache.lookups', {
      description: 'Judged services that were kept, or had to be judged',
      unit: '{lookup}',
    });
    this.#judgements = meter.createHistogram('aks.serve.judgement.duration', {
      description: 'Reading a service from the database and judging it',
      unit: 's',
      advice: { explicitBucketBoundaries: BOUNDARIES },
    });
  }

  /** A request was answered. */
  answered(route: string, status: number, seconds: number): void {
    this.#requests.record(seconds, { route, status });
  }

  /** A judged service was looked for among those that are kept. */
  lookedUp(result: 'hit' | 'miss'): void {
    this.#lookUps.add(1, { result });
  }

  /** A service was judged. */
  judged(seconds: number): void {
    this.#judgements.record(seconds);
  }
}
