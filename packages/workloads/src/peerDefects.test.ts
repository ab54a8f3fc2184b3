/** @jest-environment node */
import { checkManifests } from '@backstage-aks/insight';
import { generateWorkload } from './generateWorkload';
import { ManifestObject } from './objects/Manifest';
import { WorkloadIntentInput } from './intent/WorkloadIntent';

/**
 * What other generators get wrong, each as a test: ours does not, and our checks
 * find it where somebody else did.
 */
const web: WorkloadIntentInput = {
  name: 'shop-front',
  namespace: 'shop',
  image: 'shop.azurecr.io/front:1.4.2',
  ports: [{ name: 'http', port: 8080, servicePort: 80 }],
};
const scaled: WorkloadIntentInput = {
  ...web,
  scaling: { type: 'hpa', maxReplicas: 6 },
};

function generate(intent: WorkloadIntentInput): ManifestObject[] {
  const generated = generateWorkload(intent);
  if (!generated.ok) {
    throw new Error(JSON.stringify(generated.problems));
  }
  return generated.objects[0].objects;
}

/** The ids of the checks that have something to say of some objects. */
function found(objects: object[]): string[] {
  return checkManifests(objects).verdicts.flatMap(({ check, cause }) =>
    cause ? [check] : [],
  );
}

/** As much of a spec as these tests change. */
interface Spec {
  [field: string]: unknown;
  scaleTargetRef: { kind: string };
  selector: { matchLabels: Record<string, string> };
  template: {
    spec: {
      containers: { resources?: { [part: string]: object | undefined } }[];
    };
  };
}

/** The objects with one of them changed, as another generator writes it. */
function spoil(
  objects: ManifestObject[],
  kind: string,
  change: (spec: Spec) => void,
): ManifestObject[] {
  const copies = structuredClone(objects);
  change(Object(copies.find(object => object.kind === kind)).spec);
  return copies;
}

describe('defects of other generators', () => {
  it('fixed replicas beside an autoscaler', () => {
    const ours = generate(scaled);
    expect(found(ours)).toEqual([]);
    expect(
      found(
        spoil(ours, 'Deployment', spec => {
          spec.replicas = 2;
        }),
      ),
    ).toEqual(['WL15']);
  });

  it('an autoscaler that is matched by name without its kind', () => {
    const deployment = generate(scaled).filter(
      ({ kind }) => kind === 'HorizontalPodAutoscaler',
    );
    const set = generate({ ...web, answers: { identity: 'own-name' } });
    expect(set.map(({ kind }) => kind)).toContain('StatefulSet');
    const ids = found([...set, ...deployment]);
    expect(ids).toContain('WL25');
    // Its replicas are its own: the autoscaler is of something else.
    expect(ids).not.toContain('WL15');
  });

  it('an autoscaler that always names a Deployment', () => {
    const ours = generate({
      ...scaled,
      answers: { identity: 'own-name' },
    });
    expect(found(ours)).not.toContain('WL25');
    expect(
      found(
        spoil(ours, 'HorizontalPodAutoscaler', spec => {
          spec.scaleTargetRef.kind = 'Deployment';
        }),
      ),
    ).toContain('WL25');
  });

  it('a disruption budget with a label that the pods do not have', () => {
    const ours = generate(web);
    expect(found(ours)).toEqual([]);
    expect(
      found(
        spoil(ours, 'PodDisruptionBudget', spec => {
          spec.selector.matchLabels = { app: 'shop-front' };
        }),
      ),
    ).toContain('WL21');
  });

  it('a disruption budget that blocks every drain', () => {
    expect(
      found(
        spoil(generate(web), 'PodDisruptionBudget', spec => {
          delete spec.maxUnavailable;
          spec.minAvailable = 2;
        }),
      ),
    ).toEqual(['WL14']);
  });

  it('a Service that is always a public load balancer', () => {
    const ours = generate(web);
    expect(ours.map(object => Object(object).spec?.type)).not.toContain(
      'LoadBalancer',
    );
    expect(
      found(
        spoil(ours, 'Service', spec => {
          spec.type = 'LoadBalancer';
        }),
      ),
    ).toEqual(['WL33']);
  });
});

describe('defects of other checks', () => {
  it('replicas are not asked for where an autoscaler sets them', () => {
    const ours = generate(scaled);
    expect(
      ours.map(object => Object(object).spec?.replicas).filter(Boolean),
    ).toEqual([]);
    expect(found(ours)).toEqual([]);
  });

  it('an autoscaler needs requests and no limits', () => {
    const without = (part: string) =>
      found(
        spoil(generate(scaled), 'Deployment', spec => {
          delete spec.template.spec.containers[0].resources?.[part];
        }),
      );
    expect(without('limits')).toEqual([]);
    expect(
      found(
        spoil(generate(scaled), 'Deployment', spec => {
          delete spec.template.spec.containers[0].resources;
        }),
      ),
    ).toEqual(expect.arrayContaining(['WL19', 'WL27']));
  });

  it('an Ingress with the class in the old annotation is none at fault', () => {
    const ingress = {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: {
        name: 'shop-front',
        namespace: 'shop',
        annotations: {
          'kubernetes.io/ingress.class': 'azure/application-gateway',
        },
      },
      spec: { rules: [] },
    };
    expect(found([...generate(web), ingress])).toEqual([]);
  });
});
