/** @jest-environment node */
import {
  Labels,
  LabelSelector,
  matchesLabels,
  project,
  kinds,
  Projection,
} from '@backstage-aks/insight';
import { generateWorkload } from './generateWorkload';
import { ManifestObject } from './objects/Manifest';
import { randomIntent } from './__testUtils__/randomIntent';

const SEEDS = Array.from({ length: 1000 }, (_, index) => index + 1);

interface Generated {
  /** The workload's name for all its objects; a Job's own has a hash. */
  name: string;
  objects: ManifestObject[];
  projections: Projection[];
  podLabels: Labels;
}

function generate(seed: number): Generated {
  const intent = randomIntent(seed, 'shop');
  const generated = generateWorkload(intent);
  const objects = generated.ok ? generated.objects[0].objects : [];
  const podLabels = objects.map(podLabelsIn).find(Boolean) ?? {};
  return {
    name: intent.name,
    objects,
    projections: objects.flatMap(projected),
    podLabels,
  };
}

/** The labels of the pod template, at whatever depth it is. */
function podLabelsIn(value: unknown): Labels | undefined {
  if (typeof value !== 'object' || value === null) {
    return undefined;
  }
  if ('template' in value) {
    const { metadata, spec } = Object(value.template);
    if (Array.isArray(Object(spec).containers)) {
      return metadata.labels;
    }
  }
  for (const inner of Object.values(value)) {
    const found = podLabelsIn(inner);
    if (found) {
      return found;
    }
  }
  return undefined;
}

function projected(object: ManifestObject): Projection[] {
  const known = kinds.find(({ kind }) => kind === object.kind);
  return known ? [project(known.kind, object) ?? []].flat() : [];
}

describe('1,000 workloads in one namespace', () => {
  const all = SEEDS.map(generate);
  const known = new Map<string, string[]>();
  const selectedBy = (selector: LabelSelector) => {
    const key = JSON.stringify(selector);
    const names =
      known.get(key) ??
      all
        .filter(({ podLabels }) => matchesLabels(selector, podLabels))
        .map(({ name }) => name);
    known.set(key, names);
    return names;
  };

  it('select exactly their own pods', () => {
    const selections: { kind: string; name: string; selected: string[] }[] = [];
    for (const { name, projections } of all) {
      for (const { record, edges } of projections) {
        for (const { relation, to } of edges) {
          // The server gives each Job a selector of its own.
          if (
            relation === 'selects' &&
            'selector' in to &&
            record.kind !== 'Job'
          ) {
            selections.push({
              kind: record.kind,
              name,
              selected: selectedBy(to.selector),
            });
          }
        }
      }
    }
    expect(
      selections.filter(
        ({ name, selected }) => selected.length !== 1 || selected[0] !== name,
      ),
    ).toEqual([]);
    for (const kind of [
      'Deployment',
      'StatefulSet',
      'DaemonSet',
      'Service',
      'PodDisruptionBudget',
      'NetworkPolicy',
    ]) {
      expect(
        selections.filter(selection => selection.kind === kind).length,
      ).toBeGreaterThan(20);
    }
  });

  it('are scaled each by one autoscaler, of the right kind', () => {
    let autoscaled = 0;
    for (const { name, projections } of all) {
      const workload = projections.find(({ record }) =>
        ['Deployment', 'StatefulSet'].includes(record.kind),
      )?.record;
      const scalers = projections.filter(({ record }) =>
        ['HorizontalPodAutoscaler', 'ScaledObject'].includes(record.kind),
      );
      expect(scalers.length).toBeLessThanOrEqual(1);
      for (const { edges } of scalers) {
        autoscaled += 1;
        expect(edges.filter(({ relation }) => relation === 'scales')).toEqual([
          {
            relation: 'scales',
            to: { kind: workload?.kind, namespace: 'shop', name },
          },
        ]);
      }
    }
    expect(autoscaled).toBeGreaterThan(100);
  });

  it('have no replicas where an autoscaler sets them', () => {
    for (const { objects } of all) {
      const autoscaled = objects.some(({ kind }) =>
        ['HorizontalPodAutoscaler', 'ScaledObject'].includes(kind),
      );
      const workloads = objects.filter(({ kind }) =>
        ['Deployment', 'StatefulSet'].includes(kind),
      );
      expect(
        workloads.filter(
          workload =>
            JSON.stringify(workload).includes('"replicas":') === autoscaled,
        ),
      ).toEqual([]);
    }
  });

  it('have budgets that let every drain go on', () => {
    const budgets = all.flatMap(({ projections }) =>
      projections.flatMap(({ record }) =>
        record.kind === 'PodDisruptionBudget' ? [record] : [],
      ),
    );
    for (const { minAvailable, maxUnavailable } of budgets) {
      expect(minAvailable).toBeUndefined();
      expect(parseInt(String(maxUnavailable), 10)).toBeGreaterThan(0);
    }
  });
});
