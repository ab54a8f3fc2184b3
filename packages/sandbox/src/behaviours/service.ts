import {
  duplicate,
  forbiddenField,
  invalidValue,
  required,
} from '../errors/fieldErrors';
import { FieldError } from '../errors/refusals';
import {
  ensureObject,
  isJsonObject,
  JsonObject,
  objectsIn,
  setDefault,
  valueAt,
} from '../objects/json';
import { KubernetesObject } from '../objects/KubernetesObject';
import { Draft, KindBehaviour, Surroundings } from '../registry/KindBehaviour';
import { textErrors } from '../registry/nameRules';
import { isCidr } from './networkPolicy';
import { portNameErrors } from './portRules';
import { freeClusterIp, freeNodePort } from './serviceAddresses';

/** Services (v1). */
export const service: KindBehaviour = {
  nameRule: 'serviceName',
  applyDefaults(object) {
    const spec = ensureObject(object, 'spec');
    setDefault(spec, 'sessionAffinity', 'None');
    setDefault(spec, 'type', 'ClusterIP');
    for (const port of objectsIn(spec.ports)) {
      setDefault(port, 'protocol', 'TCP');
      setDefault(port, 'targetPort', port.port);
    }
    if (hasNodePorts(spec)) {
      setDefault(spec, 'externalTrafficPolicy', 'Cluster');
    }
    if (spec.type === 'LoadBalancer') {
      setDefault(spec, 'allocateLoadBalancerNodePorts', true);
    }
    if (spec.type !== 'ExternalName') {
      setDefault(spec, 'internalTrafficPolicy', 'Cluster');
    }
  },
  prepareCreate(object, surroundings) {
    object.status = { loadBalancer: {} };
    allocate(object, surroundings);
  },
  prepareUpdate(next, previous, surroundings) {
    const spec = ensureObject(next, 'spec');
    for (const field of [
      'clusterIP',
      'clusterIPs',
      'ipFamilies',
      'ipFamilyPolicy',
    ]) {
      setDefault(spec, field, valueAt(previous, `spec.${field}`));
    }
    keepNodePorts(spec, previous);
    allocate(next, surroundings);
  },
  validate: serviceErrors,
  validateUpdate(next, previous) {
    const before = valueAt(previous, 'spec.clusterIP');
    const after = valueAt(next, 'spec.clusterIP');
    return before &&
      before !== after &&
      valueAt(next, 'spec.type') !== 'ExternalName'
      ? [
          {
            ...invalidValue('spec.clusterIPs[0]', [after], ''),
            message: `Invalid value: ${JSON.stringify([
              after,
            ])}: may not change once set`,
          },
        ]
      : [];
  },
  answersWithDeleted: true,
  zero: { spec: {}, status: { loadBalancer: {} } },
};

function hasNodePorts({ type }: JsonObject): boolean {
  return type === 'NodePort' || type === 'LoadBalancer';
}

function allocate(object: Draft, { store }: Surroundings): void {
  const spec = ensureObject(object, 'spec');
  if (spec.type === 'ExternalName') {
    return;
  }
  setDefault(spec, 'clusterIP', '');
  if (spec.clusterIP === '') {
    spec.clusterIP = freeClusterIp(store);
  }
  setDefault(spec, 'clusterIPs', [spec.clusterIP]);
  setDefault(spec, 'ipFamilies', ['IPv4']);
  setDefault(spec, 'ipFamilyPolicy', 'SingleStack');
  const wantsPorts =
    hasNodePorts(spec) && spec.allocateLoadBalancerNodePorts !== false;
  for (const port of objectsIn(spec.ports)) {
    if (wantsPorts && !port.nodePort) {
      port.nodePort = freeNodePort(store);
    }
  }
}

function keepNodePorts(spec: JsonObject, previous: KubernetesObject): void {
  const before = objectsIn(valueAt(previous, 'spec.ports'));
  for (const port of objectsIn(spec.ports)) {
    const same = before.find(
      candidate =>
        candidate.port === port.port && candidate.protocol === port.protocol,
    );
    if (hasNodePorts(spec) && !port.nodePort && same?.nodePort) {
      port.nodePort = same.nodePort;
    }
  }
}

function rangeErrors(spec: JsonObject): FieldError[] {
  const ranges = Array.isArray(spec.loadBalancerSourceRanges)
    ? spec.loadBalancerSourceRanges.map(String)
    : [];
  return [
    ...(ranges.length > 0 && spec.type !== 'LoadBalancer'
      ? [
          forbiddenField(
            'spec.LoadBalancerSourceRanges',
            "may only be used when `type` is 'LoadBalancer'",
          ),
        ]
      : []),
    ...ranges.flatMap((range, index) =>
      isCidr(range.trim())
        ? []
        : [
            invalidValue(
              `spec.LoadBalancerSourceRanges[${index}]`,
              range,
              'must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)',
            ),
          ],
    ),
  ];
}

function serviceErrors(object: KubernetesObject): FieldError[] {
  const spec = isJsonObject(object.spec) ? object.spec : {};
  const ports = objectsIn(spec.ports);
  const errors: FieldError[] = [];
  if (
    ports.length === 0 &&
    spec.type !== 'ExternalName' &&
    spec.clusterIP !== 'None'
  ) {
    errors.push(required('spec.ports'));
  }
  errors.push(...rangeErrors(spec));
  const names = new Set<unknown>();
  const numbers = new Set<string>();
  ports.forEach((port, index) => {
    const field = `spec.ports[${index}]`;
    const number = Number(port.port);
    if (ports.length > 1 && !port.name) {
      errors.push(required(`${field}.name`));
    }
    if (port.name && names.has(port.name)) {
      errors.push(duplicate(`${field}.name`, port.name));
    }
    names.add(port.name);
    if (port.name) {
      errors.push(...textErrors(`${field}.name`, String(port.name), 'label'));
    }
    if (typeof port.targetPort === 'string') {
      errors.push(...portNameErrors(port.targetPort, `${field}.targetPort`));
    }
    const pair = `${port.protocol} ${port.port}`;
    if (numbers.has(pair)) {
      errors.push(
        duplicate(field, { protocol: port.protocol, port: port.port }),
      );
    }
    numbers.add(pair);
    if (!Number.isInteger(number) || number < 1 || number > 65535) {
      errors.push(
        invalidValue(
          `${field}.port`,
          port.port ?? 0,
          'must be between 1 and 65535, inclusive',
        ),
      );
    }
  });
  return errors;
}
