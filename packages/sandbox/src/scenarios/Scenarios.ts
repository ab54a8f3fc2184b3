import { SandboxCluster } from '../cluster/SandboxCluster';
import { applyChange, Undo } from './applyChange';
import { Change, Scenario } from './Scenario';
import { scenarioCatalog } from './scenarioCatalog';

/**
 * What a scenario is and whether it is applied.
 *
 * @public
 */
export interface ScenarioState {
  name: string;
  title: string;
  /** What somebody did, or what happened. */
  breaks: string;
  /** What a person sees of it. */
  shows: string;
  /** The portal's rule that finds it, such as `IN12`. */
  rule?: string;
  /** Name of the cluster that it breaks. */
  cluster: string;
  /** What is done to which objects, such as `patch Service shop/checkout`. */
  touches: string[];
  applied: boolean;
}

/**
 * The scenarios of a running sandbox: each breaks one thing the way it breaks
 * in reality, through what somebody would write; controllers do the rest.
 *
 * @public
 */
export class Scenarios {
  private readonly clusters: readonly SandboxCluster[];
  private readonly undos = new Map<string, Undo[]>();

  /** @internal */
  constructor(clusters: readonly SandboxCluster[]) {
    this.clusters = clusters;
  }

  /** All scenarios, applied or not. */
  list(): ScenarioState[] {
    return scenarioCatalog.map(scenario => this.stateOf(scenario));
  }

  /**
   * Breaks what the scenario breaks. One that is applied stays as it is.
   *
   * @throws Error if there is no such scenario, or nothing that it could break
   */
  apply(name: string): ScenarioState {
    const scenario = known(name);
    if (!this.undos.has(name)) {
      const cluster = this.clusterOf(scenario);
      const undos: Undo[] = [];
      try {
        for (const change of scenario.changes) {
          undos.push(applyChange(cluster, change));
        }
      } catch (error) {
        takeBack(undos);
        throw error;
      }
      this.undos.set(name, undos);
    }
    return this.stateOf(scenario);
  }

  /**
   * Puts back what was before, for one scenario or for all that are applied,
   * the latest first. Returns those that were taken back.
   *
   * @throws Error if there is no such scenario
   */
  reset(name?: string): ScenarioState[] {
    const names =
      name === undefined ? [...this.undos.keys()].reverse() : [name];
    return names.flatMap(each => {
      const scenario = known(each);
      const undos = this.undos.get(each);
      if (!undos) {
        return [];
      }
      takeBack(undos);
      this.undos.delete(each);
      return [this.stateOf(scenario)];
    });
  }

  private stateOf({ changes, ...scenario }: Scenario): ScenarioState {
    return {
      ...scenario,
      touches: changes.map(describe),
      applied: this.undos.has(scenario.name),
    };
  }

  private clusterOf(scenario: Scenario): SandboxCluster {
    const found = this.clusters.find(({ name }) => name === scenario.cluster);
    if (!found) {
      throw new Error(
        `the scenario ${scenario.name} breaks the cluster ${scenario.cluster}, which this sandbox does not have; start it with the world healthy or demo`,
      );
    }
    return found;
  }
}

function known(name: string): Scenario {
  const found = scenarioCatalog.find(scenario => scenario.name === name);
  if (!found) {
    throw new Error(
      `there is no scenario ${name}; choose ${scenarioCatalog
        .map(scenario => scenario.name)
        .join(', ')}`,
    );
  }
  return found;
}

function takeBack(undos: Undo[]): void {
  [...undos].reverse().forEach(undo => undo());
}

function describe({ type, target }: Change): string {
  const { kind, namespace, name } = target;
  return `${type} ${kind} ${namespace ? `${namespace}/` : ''}${name}`;
}
