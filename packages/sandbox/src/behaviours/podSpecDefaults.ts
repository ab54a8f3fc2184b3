import {
  ensureObject,
  isJsonObject,
  JsonObject,
  objectsIn,
  setDefault,
} from '../objects/json';

/** Fills in the defaults of a pod's spec (API version v1). */
export function applyPodSpecDefaults(spec: JsonObject): void {
  for (const container of [
    ...objectsIn(spec.initContainers),
    ...objectsIn(spec.containers),
  ]) {
    applyContainerDefaults(container);
  }
  objectsIn(spec.volumes).forEach(applyVolumeDefaults);
  setDefault(spec, 'restartPolicy', 'Always');
  setDefault(spec, 'terminationGracePeriodSeconds', 30);
  setDefault(spec, 'dnsPolicy', 'ClusterFirst');
  ensureObject(spec, 'securityContext');
  setDefault(spec, 'schedulerName', 'default-scheduler');
  if (typeof spec.serviceAccountName === 'string') {
    // The deprecated alias is kept in step.
    setDefault(spec, 'serviceAccount', spec.serviceAccountName);
  }
}

/** Fills in a pod template of a workload. */
export function applyTemplateDefaults(workloadSpec: JsonObject): void {
  const template = ensureObject(workloadSpec, 'template');
  applyPodSpecDefaults(ensureObject(template, 'spec'));
}

function applyContainerDefaults(container: JsonObject): void {
  ensureObject(container, 'resources');
  setDefault(container, 'terminationMessagePath', '/dev/termination-log');
  setDefault(container, 'terminationMessagePolicy', 'File');
  setDefault(container, 'imagePullPolicy', pullPolicy(String(container.image)));
  for (const port of objectsIn(container.ports)) {
    setDefault(port, 'protocol', 'TCP');
  }
  for (const name of ['livenessProbe', 'readinessProbe', 'startupProbe']) {
    const probe = container[name];
    if (isJsonObject(probe)) {
      applyProbeDefaults(probe);
    }
  }
  for (const variable of objectsIn(container.env)) {
    const from = variable.valueFrom;
    if (isJsonObject(from) && isJsonObject(from.fieldRef)) {
      setDefault(from.fieldRef, 'apiVersion', 'v1');
    }
  }
  applyLimitsAsRequests(container);
}

// A limit without a request is the request too.
function applyLimitsAsRequests(container: JsonObject): void {
  const resources = container.resources;
  if (!isJsonObject(resources) || !isJsonObject(resources.limits)) {
    return;
  }
  const requests = ensureObject(resources, 'requests');
  for (const [name, quantity] of Object.entries(resources.limits)) {
    setDefault(requests, name, quantity);
  }
}

function applyProbeDefaults(probe: JsonObject): void {
  if (isJsonObject(probe.httpGet)) {
    setDefault(probe.httpGet, 'path', '/');
    setDefault(probe.httpGet, 'scheme', 'HTTP');
  }
  if (isJsonObject(probe.grpc)) {
    setDefault(probe.grpc, 'service', '');
  }
  setDefault(probe, 'timeoutSeconds', 1);
  setDefault(probe, 'periodSeconds', 10);
  setDefault(probe, 'successThreshold', 1);
  setDefault(probe, 'failureThreshold', 3);
}

function applyVolumeDefaults(volume: JsonObject): void {
  const sourced = Object.keys(volume).some(
    type => type !== 'name' && isJsonObject(volume[type]),
  );
  if (!sourced) {
    volume.emptyDir = {};
  }
  for (const source of ['configMap', 'downwardAPI', 'projected']) {
    if (isJsonObject(volume[source])) {
      setDefault(volume[source], 'defaultMode', 420);
    }
  }
  if (isJsonObject(volume.secret)) {
    setDefault(volume.secret, 'defaultMode', 420);
  }
}

function pullPolicy(image: string): string {
  const name = image.slice(image.lastIndexOf('/') + 1);
  const latest = !name.includes(':') || name.endsWith(':latest');
  return latest && !name.includes('@') ? 'Always' : 'IfNotPresent';
}
