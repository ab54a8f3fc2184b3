/** Any object, as somebody writes it. */
export type Written = Record<string, unknown>;

/** What is changed of a manifest: objects are merged, all else is replaced. */
export function changed(manifest: Written, change: object): Written {
  const result = { ...manifest };
  for (const [key, value] of Object.entries(change)) {
    const old = result[key];
    if (value === undefined) {
      delete result[key];
    } else {
      result[key] =
        isPlain(old) && isPlain(value) ? changed(old, value) : value;
    }
  }
  return result;
}

function isPlain(value: unknown): value is Written {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const labels = { 'app.kubernetes.io/instance': 'shop-front' };

/** A container that no check objects to, changed. */
export function container(change: object = {}): Written {
  return changed(
    {
      name: 'app',
      image: 'shop.azurecr.io/front:1.4.2',
      ports: [{ name: 'http', containerPort: 8080 }],
      resources: {
        requests: { cpu: '100m', memory: '128Mi' },
        limits: { memory: '128Mi' },
      },
      readinessProbe: { httpGet: { path: '/ready', port: 'http' } },
      livenessProbe: { httpGet: { path: '/live', port: 'http' } },
      lifecycle: { preStop: { sleep: { seconds: 10 } } },
      securityContext: {
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      },
    },
    change,
  );
}

/** A pod spec that no check objects to, changed. */
export function podSpec(change: object = {}): Written {
  return changed(
    {
      automountServiceAccountToken: false,
      securityContext: {
        runAsNonRoot: true,
        seccompProfile: { type: 'RuntimeDefault' },
      },
      nodeSelector: { 'kubernetes.io/os': 'linux' },
      topologySpreadConstraints: [
        {
          maxSkew: 1,
          topologyKey: 'topology.kubernetes.io/zone',
          whenUnsatisfiable: 'ScheduleAnyway',
          labelSelector: { matchLabels: labels },
        },
      ],
      containers: [container()],
    },
    change,
  );
}

/** A Deployment that no check objects to, changed. */
export function deployment(spec: object = {}, metadata: object = {}): Written {
  return changed(
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'shop-front', namespace: 'shop', labels },
      spec: {
        replicas: 2,
        selector: { matchLabels: labels },
        template: { metadata: { labels }, spec: podSpec() },
      },
    },
    { spec, metadata },
  );
}

/** That Deployment with another pod spec. */
export function deploymentOf(change: object): Written {
  return deployment({ template: { spec: change } });
}

/** That Deployment with another container. */
export function deploymentWith(change: object): Written {
  return deploymentOf({ containers: [container(change)] });
}

/** A claim of a volume that one node at a time can mount. */
export function claim(modes: string[] = ['ReadWriteOnce']): Written {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'shop-data', namespace: 'shop' },
    spec: {
      accessModes: modes,
      resources: { requests: { storage: '8Gi' } },
    },
  };
}

/** A Service of the Deployment, changed. */
export function service(spec: object = {}, metadata: object = {}): Written {
  return changed(
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'shop-front', namespace: 'shop' },
      spec: {
        selector: labels,
        ports: [{ name: 'http', port: 80, targetPort: 'http' }],
      },
    },
    { spec, metadata },
  );
}

/** Another object of the namespace. */
export function other(kind: string, rest: object, apiVersion = 'v1'): Written {
  return changed(
    { apiVersion, kind, metadata: { name: 'shop-front', namespace: 'shop' } },
    rest,
  );
}

/** A workload of another kind with the same pods, changed. */
export function workload(
  kind: 'StatefulSet' | 'DaemonSet',
  change: object = {},
): Written {
  const { replicas, ...spec } = Object(deployment().spec);
  const more = {
    replicas,
    serviceName: 'shop-front',
    volumeClaimTemplates: [
      {
        metadata: { name: 'data' },
        spec: {
          accessModes: ['ReadWriteOnce'],
          resources: { requests: { storage: '8Gi' } },
        },
      },
    ],
  };
  return changed(
    {
      apiVersion: 'apps/v1',
      kind,
      metadata: { name: 'shop-front', namespace: 'shop', labels },
      spec: kind === 'DaemonSet' ? spec : { ...spec, ...more },
    },
    change,
  );
}

const jobSpec = {
  ttlSecondsAfterFinished: 86_400,
  activeDeadlineSeconds: 3600,
  template: {
    metadata: { labels },
    spec: podSpec({
      restartPolicy: 'Never',
      containers: [
        container({
          ports: undefined,
          readinessProbe: undefined,
          livenessProbe: undefined,
          lifecycle: undefined,
        }),
      ],
    }),
  },
};

/** A Job that no check objects to, changed. */
export function job(spec: object = {}, metadata: object = {}): Written {
  return changed(
    {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { name: 'shop-import', namespace: 'shop', labels },
      spec: jobSpec,
    },
    { spec, metadata },
  );
}

/** A CronJob that no check objects to, changed. */
export function cronJob(spec: object = {}, metadata: object = {}): Written {
  return changed(
    {
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata: { name: 'shop-report', namespace: 'shop', labels },
      spec: {
        schedule: '0 3 * * *',
        timeZone: 'Etc/UTC',
        concurrencyPolicy: 'Forbid',
        startingDeadlineSeconds: 600,
        jobTemplate: { spec: jobSpec },
      },
    },
    { spec, metadata },
  );
}

/** A bare pod, changed. */
export function pod(change: object = {}): Written {
  return changed(
    {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'shop-front', namespace: 'shop', labels },
      spec: podSpec(),
    },
    change,
  );
}

/** A disruption budget of the Deployment, changed. */
export function budget(spec: object): Written {
  return {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: 'shop-front', namespace: 'shop' },
    spec: { selector: { matchLabels: labels }, ...spec },
  };
}

/** An autoscaler of the Deployment, changed. */
export function autoscaler(spec: object = {}): Written {
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: 'shop-front', namespace: 'shop' },
    spec: {
      scaleTargetRef: {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        name: 'shop-front',
      },
      minReplicas: 2,
      maxReplicas: 6,
      metrics: [
        {
          type: 'Resource',
          resource: {
            name: 'cpu',
            target: { type: 'Utilization', averageUtilization: 70 },
          },
        },
      ],
      ...spec,
    },
  };
}
