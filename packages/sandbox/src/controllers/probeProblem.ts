import { Service, ServicePort } from '../objects/workloads';
import { azureAnnotation } from './loadBalancerRequest';

const PREFIX = 'service.beta.kubernetes.io/';

interface Setting {
  /** As the annotation of one port names it. */
  name: string;
  global: string;
  usual: number;
  least: number;
}

const INTERVAL: Setting = {
  name: 'interval',
  global: 'azure-load-balancer-health-probe-interval',
  usual: 5,
  least: 5,
};
const NUMBER: Setting = {
  name: 'num-of-probe',
  global: 'azure-load-balancer-health-probe-num-of-probe',
  usual: 2,
  least: 2,
};
// In seconds; Azure takes no probe that needs as long to notice a failure.
const LONGEST = 120;

/**
 * Why the health probe of a port is refused, in the words of
 * cloud-provider-azure (azure_loadbalancer_healthprobe.go, August 2026).
 */
export function probeProblem(
  service: Service,
  port: ServicePort,
): string | undefined {
  if (port.protocol !== 'TCP') {
    return undefined;
  }
  const chosen = azureAnnotation(
    service,
    `port_${port.port}_health-probe_port`,
  );
  const wrong =
    (chosen && portProblem(service, port, chosen)) ??
    settingsProblem(service, port);
  return wrong;
}

function portProblem(
  { spec }: Service,
  port: ServicePort,
  chosen: string,
): string | undefined {
  const isNamed = (spec.ports ?? []).some(
    ({ name }) => name?.toLowerCase() === chosen.toLowerCase(),
  );
  const prefix = `failed to parse annotation ${PREFIX}port_${port.port}_health-probe_port: `;
  if (isNamed) {
    return undefined;
  }
  if (!/^-?\d+$/.test(chosen)) {
    return `${prefix}port ${chosen} not found in service`;
  }
  return Number(chosen) < 0 || Number(chosen) > 65535
    ? `${prefix}port ${chosen} is out of range`
    : undefined;
}

function settingsProblem(service: Service, { port }: ServicePort) {
  const prefix = `failed to parse health probe config for port ${port}: `;
  const number = readSetting(service, port, NUMBER);
  const interval = readSetting(service, port, INTERVAL);
  const wrong = [number, interval].find(one => typeof one === 'string');
  if (wrong !== undefined) {
    return prefix + wrong;
  }
  return Number(number) * Number(interval) >= LONGEST
    ? `${prefix}total probe should be less than 120, please adjust interval and number of probe accordingly`
    : undefined;
}

/** The value of a setting, or what is wrong with it. */
function readSetting(
  service: Service,
  port: number,
  { name, global, usual, least }: Setting,
): number | string {
  const own = `port_${port}_health-probe_${name}`;
  const key = azureAnnotation(service, own) === undefined ? global : own;
  const text = azureAnnotation(service, key);
  if (text === undefined) {
    return usual;
  }
  const prefix = `failed to parse annotation ${PREFIX}${key}: `;
  if (!/^-?\d+$/.test(text)) {
    return `${prefix}strconv.ParseInt: parsing ${JSON.stringify(
      text,
    )}: invalid syntax`;
  }
  return Number(text) < least
    ? `${prefix}the minimum value of ${name} is ${least}`
    : Number(text);
}
