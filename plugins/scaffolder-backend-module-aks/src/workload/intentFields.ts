/**
 * What each field of an intent is for, as the list of installed actions shows it. The
 * intent's own schema is what judges it: its messages name the field and say why.
 */
export const intentFields = {
  name: 'What it is called: name of all its objects',
  namespace: 'Where it runs',
  image: 'The image, with a tag other than latest or with a digest',
  answers:
    'What decides the kind: completion, schedule, placement, trigger, identity, storage, copies',
  command: 'What the container runs in place of what the image says',
  args: 'Arguments of the command',
  ports: 'List of { name, port, protocol, servicePort }',
  environment: 'Plain variables by name; nothing secret',
  resources: 'cpu, memory, cpuLimit, memoryLimit',
  probes: 'readiness, liveness, startup: http, tcp, grpc or command',
  security: 'runAsUser, fsGroup, readOnlyRootFilesystem, writablePaths, …',
  terminationGraceSeconds: 'Seconds to finish after it was told to stop',
  configuration:
    'ConfigMaps: maps, and how a change reaches the pods (rollout)',
  secrets: 'Where secrets come from: key-vault, external-secret, existing',
  identity: 'The managed identity that the pods sign in to Azure as',
  usesKubernetesApi: 'Whether it talks to the API server of its cluster',
  scaling: 'fixed, hpa, keda or keda-jobs',
  nodePaths: 'Directories of the node that an agent reads, for DaemonSets',
  recommendRequests: 'A VerticalPodAutoscaler that measures only',
  storage: 'What outlives a pod: own-disks, one-disk or shared',
  run: 'How a Job runs: completions, parallelism, retries, deadline, …',
  schedule: 'When a CronJob starts: cron, timeZone, overlap, …',
  update: 'How a new version takes over',
  disruption: 'How many pods may be away at once',
  placement: 'On which nodes it runs',
  exposure: 'How others reach it: none, gateway, ingress, load-balancer',
  network: 'Who may reach the pods, and whom they may call',
  environments: 'What differs in each environment',
  catalog: 'The entity in the catalog: owner, system, title, lifecycle, …',
  partOf: 'What it is part of',
} as const;
