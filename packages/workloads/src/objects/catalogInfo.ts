import { WorkloadIntent } from '../intent/WorkloadIntent';
import { ends, WorkloadPlan } from '../plan/WorkloadPlan';
import { lean, Manifest } from './Manifest';

/** The entity of the catalog, with the annotations by which it is found. */
export function catalogInfo({ intent, kind }: WorkloadPlan): Manifest[] {
  const { catalog, name } = intent;
  if (!catalog) {
    return [];
  }
  const object = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: lean({
      name,
      title: catalog.title,
      description: catalog.description,
      annotations: {
        'backstage.io/kubernetes-id': name,
        'backstage.io/kubernetes-namespace': namespacesOf(intent).join(','),
      },
    }),
    spec: lean({
      type: catalog.type ?? (ends(kind) ? 'job' : 'service'),
      lifecycle: catalog.lifecycle,
      owner: catalog.owner,
      system: catalog.system,
    }),
  };
  return [{ object, comments: [] }];
}

function namespacesOf({ namespace, environments }: WorkloadIntent): string[] {
  const all = environments.map(environment => environment.namespace);
  return [
    ...new Set([namespace, ...all.flatMap(name => (name ? [name] : []))]),
  ];
}
