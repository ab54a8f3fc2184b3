import { containerCheck } from '../define';

const LONG_RUNNING = [
  ...['Deployment', 'StatefulSet', 'DaemonSet'],
  ...['ReplicaSet', 'Pod'],
] as const;

/** Checks of how containers are asked whether they are well. */
export const probeChecks = [
  containerCheck({
    id: 'WL20',
    title: 'The liveness probe asks somebody else',
    family: 'workloads',
    severity: 'warning',
    source:
      'https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/',
    date: '2026-11-28',
    wrong: ({ hostFields = [] }) => {
      const field = hostFields.find(path => path.startsWith('livenessProbe'));
      return field ? { field, value: 'another host' } : undefined;
    },
    cause: containers =>
      `${containers} is restarted whenever another host does not answer, which mends nothing and takes all copies down together.`,
    remedy:
      'Let the liveness probe ask the container itself, and leave dependencies to the readiness probe.',
  }),
  containerCheck({
    id: 'SG03',
    title: 'A container has no readiness or no liveness probe',
    family: 'safeguards',
    severity: 'warning',
    judges: LONG_RUNNING,
    source: 'https://learn.microsoft.com/azure/aks/deployment-safeguards',
    date: '2026-06-02',
    wrong: ({ runs, probes }) => {
      const missing = (['readiness', 'liveness'] as const).filter(
        probe => !probes.includes(probe),
      );
      return runs === 'main' && missing.length > 0
        ? { field: `${missing[0]}Probe`, value: 'absent' }
        : undefined;
    },
    cause: containers =>
      `${containers} lacks a probe. Without readiness, requests reach it before it can answer; without liveness, one that hangs is never restarted. AKS Automatic refuses it.`,
    remedy:
      'Write a readinessProbe and a livenessProbe; the second must not ask for anything that the first is for, such as a database.',
  }),
];
