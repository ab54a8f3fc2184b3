import { MetricsServiceObservableCallback } from '@backstage/backend-plugin-api/alpha';
import { Meter } from '../Meter';

type Attributes = Record<string, unknown>;

interface Measurement {
  value: number;
  attributes: Attributes;
}

/** Keeps what is measured, for tests to look at. */
export class RecordedMeter implements Meter {
  readonly #measured = new Map<string, Measurement[]>();
  readonly #gauges = new Map<string, Set<MetricsServiceObservableCallback>>();

  createCounter(name: string) {
    return { add: this.#recorder(name) };
  }

  createHistogram(name: string) {
    return { record: this.#recorder(name) };
  }

  createObservableGauge(name: string) {
    const callbacks = new Set<MetricsServiceObservableCallback>();
    this.#gauges.set(name, callbacks);
    return {
      addCallback(callback: MetricsServiceObservableCallback) {
        callbacks.add(callback);
      },
      removeCallback(callback: MetricsServiceObservableCallback) {
        callbacks.delete(callback);
      },
    };
  }

  /** Measurements of a counter or histogram under some attributes, oldest first. */
  values(name: string, attributes: Attributes = {}): number[] {
    return (this.#measured.get(name) ?? [])
      .filter(measurement => holds(measurement.attributes, attributes))
      .map(({ value }) => value);
  }

  /** Their sum. */
  total(name: string, attributes?: Attributes): number {
    return this.values(name, attributes).reduce((sum, value) => sum + value, 0);
  }

  /** What a gauge shows now under some attributes. */
  async shown(name: string, attributes: Attributes = {}): Promise<number[]> {
    const seen: Measurement[] = [];
    for (const callback of this.#gauges.get(name) ?? []) {
      await callback({
        observe: (value, of = {}) => seen.push({ value, attributes: of }),
      });
    }
    return seen
      .filter(measurement => holds(measurement.attributes, attributes))
      .map(({ value }) => value);
  }

  #recorder(name: string) {
    const entries: Measurement[] = [];
    this.#measured.set(name, entries);
    return (value: number, attributes: object = {}) => {
      entries.push({ value, attributes: { ...attributes } });
    };
  }
}

function holds(actual: Attributes, expected: Attributes): boolean {
  return Object.entries(expected).every(
    ([key, value]) => actual[key] === value,
  );
}
