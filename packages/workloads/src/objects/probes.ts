import type { IProbe } from 'kubernetes-models/v1';
import { ProbeIntent } from '../intent/container';
import { WorkloadPlan } from '../plan/WorkloadPlan';
import { Comment, lean } from './Manifest';

interface Probes {
  fields: {
    startupProbe?: IProbe;
    readinessProbe?: IProbe;
    livenessProbe?: IProbe;
  };
  comments: Comment[];
}

/**
 * The probes of a program that keeps running: those of the intent, and where one
 * is left out the cheapest question that its port can answer.
 */
export function probesOf({ intent }: WorkloadPlan): Probes {
  const { ports, probes } = intent;
  const port = ports.find(({ protocol }) => protocol === 'TCP');
  const assumed: ProbeIntent | undefined = port && {
    type: 'tcp',
    port: port.name,
  };
  const readiness = probes.readiness ?? assumed ?? probes.liveness;
  const liveness = probes.liveness ?? assumed;
  return {
    fields: lean({
      // 60 times 5 seconds to start, before liveness is asked for the first time.
      startupProbe: probes.startup && probe(probes.startup, ports, 5, 60),
      readinessProbe: readiness && probe(readiness, ports, 10, 3),
      livenessProbe: liveness && probe(liveness, ports, 20, 6),
    }),
    comments: [
      ...(probes.liveness === undefined && assumed
        ? [
            {
              path: ['livenessProbe'],
              text: 'Asks only whether the port is open. It must never ask another service: all copies would be restarted when that one fails.',
            },
          ]
        : []),
    ],
  };
}

function probe(
  intent: ProbeIntent,
  ports: WorkloadPlan['intent']['ports'],
  period: number,
  failures: number,
): IProbe {
  const { periodSeconds, timeoutSeconds, failureThreshold } = intent;
  return {
    ...handler(intent, ports),
    periodSeconds: periodSeconds ?? period,
    timeoutSeconds: timeoutSeconds ?? 3,
    failureThreshold: failureThreshold ?? failures,
  };
}

function handler(
  intent: ProbeIntent,
  ports: WorkloadPlan['intent']['ports'],
): IProbe {
  switch (intent.type) {
    case 'http':
      return { httpGet: { path: intent.path, port: intent.port } };
    case 'tcp':
      return { tcpSocket: { port: intent.port } };
    case 'command':
      return { exec: { command: intent.command } };
    default:
      // gRPC is the one probe that takes no name of a port.
      return {
        grpc: lean({
          port: ports.find(({ name }) => name === intent.port)?.port ?? 0,
          service: intent.service,
        }),
      };
  }
}
