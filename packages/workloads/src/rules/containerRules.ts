import { ProbeIntent } from '../intent/container';
import { amountOf } from '../intent/quantity';
import { WorkloadIntent } from '../intent/WorkloadIntent';
import { Problem } from '../plan/Problem';
import { ends, WorkloadPlan } from '../plan/WorkloadPlan';

/** What is wrong with ports, probes and resources taken together. */
export function containerProblems(plan: WorkloadPlan): Problem[] {
  const { intent } = plan;
  return [
    ...portProblems(intent),
    ...resourceProblems(intent),
    ...probeProblems(plan),
    ...sizeProblems(intent),
  ];
}

// An object has to fit into a request to etcd, which takes 1.5 MiB. A client-side
// `kubectl apply` stops earlier, at the 256 KiB of its annotation; `--server-side`
// does not.
const MOST_BYTES = 1_000_000;

function sizeProblems({
  command = [],
  args = [],
  environment,
}: WorkloadIntent): Problem[] {
  const sizeOf = (value: object) =>
    new TextEncoder().encode(JSON.stringify(value)).length;
  const sizes = {
    command: sizeOf(command),
    args: sizeOf(args),
    environment: sizeOf(environment),
  };
  const total = sizes.command + sizes.args + sizes.environment;
  const [largest] = Object.entries(sizes).sort(([, a], [, b]) => b - a);
  return total > MOST_BYTES
    ? [
        {
          field: largest[0],
          message: `takes ${total} bytes with the command line and the variables, and the cluster stores about 1 MB at most; put it into a ConfigMap or the image`,
        },
      ]
    : [];
}

function portProblems({ ports }: WorkloadIntent): Problem[] {
  return ports.flatMap((port, index) => {
    const before = ports.slice(0, index);
    const at = `ports[${index}]`;
    const same = before.filter(({ protocol }) => protocol === port.protocol);
    const problems: Problem[] = [];
    if (before.some(({ name }) => name === port.name)) {
      problems.push({
        field: `${at}.name`,
        message: 'is the name of another port',
      });
    }
    if (same.some(other => other.port === port.port)) {
      problems.push({
        field: `${at}.port`,
        message: 'is the number of another port',
      });
    } else if (same.some(other => outerPort(other) === outerPort(port))) {
      problems.push({
        field: `${at}.servicePort`,
        message: 'is where the Service has another port',
      });
    }
    return problems;
  });
}

function outerPort({ servicePort, port }: WorkloadIntent['ports'][number]) {
  return servicePort ?? port;
}

function resourceProblems({ resources }: WorkloadIntent): Problem[] {
  const { cpu, cpuLimit, memory, memoryLimit } = resources;
  return [
    ...above('resources.cpuLimit', cpu, cpuLimit),
    ...above('resources.memoryLimit', memory, memoryLimit),
  ];
}

function above(field: string, request: string, limit?: string): Problem[] {
  return limit !== undefined &&
    (amountOf(limit) ?? 0) < (amountOf(request) ?? 0)
    ? [{ field, message: `must not be below the request of ${request}` }]
    : [];
}

function probeProblems({ intent, kind, oncePerNode }: WorkloadPlan): Problem[] {
  const { probes, ports } = intent;
  if (oncePerNode || ends(kind)) {
    return (['readiness', 'liveness', 'startup'] as const).flatMap(id =>
      probes[id]
        ? [
            {
              field: `probes.${id}`,
              message:
                'has no meaning for a program that ends: a deadline stops one that hangs',
            },
          ]
        : [],
    );
  }
  const unanswered =
    !ports.some(({ protocol }) => protocol === 'TCP') && !probes.liveness;
  return [
    ...(['readiness', 'liveness', 'startup'] as const).flatMap(id =>
      targetProblem(intent, probes[id], `probes.${id}.port`),
    ),
    ...(unanswered
      ? [
          {
            field: 'probes.liveness',
            message:
              'is required where no TCP port can be asked: a command that fails when the program hangs',
          },
        ]
      : []),
  ];
}

function targetProblem(
  { ports }: WorkloadIntent,
  probe: ProbeIntent | undefined,
  field: string,
): Problem[] {
  if (!probe || probe.type === 'command') {
    return [];
  }
  const port = ports.find(({ name }) => name === probe.port);
  return port?.protocol === 'TCP'
    ? []
    : [{ field, message: 'must be the name of a TCP port in ports' }];
}
