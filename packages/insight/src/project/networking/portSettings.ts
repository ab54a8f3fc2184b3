import {
  LoadBalancerSettings,
  PortSettings,
  ProbeSettings,
} from '../../records/loadBalancer';
import { present } from '../fields';
import { PATH } from './annotationForms';
import { AnnotationReader } from './annotationReader';

const PREFIX = 'service.beta.kubernetes.io/';

/** The health probe that annotations of one prefix ask for. */
export function probeSettings(
  reader: AnnotationReader,
  prefix: string,
): ProbeSettings {
  const protocol = reader
    .word(`${prefix}protocol`, /^[-A-Za-z0-9./]{1,63}$/, 'protocol')
    ?.toLowerCase();
  if (protocol !== undefined && !/^(?:tcp|https?)$/.test(protocol)) {
    reader.note(
      `${prefix}protocol`,
      'is none of tcp, http and https, and counts as tcp',
      false,
    );
  }
  return present({
    protocol,
    path: reader.word(`${prefix}request-path`, PATH, 'path'),
    interval: reader.number(`${prefix}interval`, { from: 5 }),
    failures: reader.number(`${prefix}num-of-probe`, { from: 2 }),
  });
}

const PORT_KEY =
  /^service\.beta\.kubernetes\.io\/port_([^_]{1,63})_(?:no_lb_rule|no_probe_rule|health-probe_(?:protocol|port|interval|num-of-probe|request-path))$/;

/** What annotations ask of single ports, by the number in their keys. */
export function portSettings(
  reader: AnnotationReader,
  annotations: Readonly<Record<string, string>>,
  known: readonly number[],
): LoadBalancerSettings['ports'] {
  const found = new Map<string, PortSettings>();
  for (const key of Object.keys(annotations)) {
    const port = PORT_KEY.exec(key)?.[1];
    if (port === undefined) {
      continue;
    }
    if (!/^\d{1,5}$/.test(port)) {
      // The provider looks these up by number alone.
      reader.note(
        key.slice(PREFIX.length),
        'has no effect: the port in its name has to be a number',
        false,
      );
    } else if (known.length > 0 && !known.includes(Number(port))) {
      reader.note(
        key.slice(PREFIX.length),
        `has no effect: the Service has no port ${port}`,
        false,
      );
    } else if (!found.has(port)) {
      found.set(port, onePort(reader, `port_${port}_`));
    }
  }
  return Object.fromEntries(found);
}

function onePort(reader: AnnotationReader, prefix: string): PortSettings {
  const port = reader.word(
    `${prefix}health-probe_port`,
    /^[-A-Za-z0-9]{1,63}$/,
    'port',
  );
  const isNumber = port !== undefined && /^\d+$/.test(port);
  if (isNumber && Number(port) > 65_535) {
    reader.note(`${prefix}health-probe_port`, 'is no port: it is above 65535');
  }
  return present<PortSettings>({
    ...probeSettings(reader, `${prefix}health-probe_`),
    port: isNumber ? Number(port) : port,
    rule: reader.flag(`${prefix}no_lb_rule`) ? false : undefined,
    probed: reader.flag(`${prefix}no_probe_rule`) ? false : undefined,
  });
}
