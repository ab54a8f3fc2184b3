import { RecordKind } from '../../record';
import { CheckContext } from '../Check';
import { at, recordCheck, workloadCheck } from '../define';
import { Workload } from '../Workload';

const MEBIBYTE = 1024 * 1024;
const DATE = '2026-11-28';

/** Checks of what pods take their settings from. */
export const configurationChecks = [
  workloadCheck({
    id: 'WL32',
    title: 'Something that the pods need is missing',
    family: 'workloads',
    severity: 'error',
    besides: [
      'ConfigMap',
      'PersistentVolumeClaim',
      'SecretProviderClass',
      'ServiceAccount',
    ],
    source:
      'https://kubernetes.io/docs/concepts/configuration/configmap/#configmaps-and-pods',
    date: DATE,
    judge(workload, context) {
      const { record } = workload;
      const missing = needsOf(workload, context);
      const gone = missing.find(({ certain }) => certain);
      const [first] = gone ? [gone] : missing;
      if (!first) {
        return undefined;
      }
      const { kind, name, key, field } = first;
      const what = `${key ? `key ${key} of the ` : ''}${kind} ${name}`;
      const evidence = [at(record, field, name)];
      return first.certain
        ? {
            cause: `Its pods need the ${what}, which does not exist, and do not start without it.`,
            remedy: {
              text: `Create the ${what}, or name what is there.`,
            },
            evidence,
          }
        : {
            unknown: `Whether the ${what} exists is not known: it is not among these manifests.`,
            evidence,
          };
    },
  }),
  recordCheck({
    id: 'WL34',
    title: 'The ConfigMap is too large',
    family: 'workloads',
    severity: 'error',
    judges: ['ConfigMap'],
    source:
      'https://kubernetes.io/docs/concepts/configuration/configmap/#motivation',
    date: DATE,
    judge(record) {
      const { bytes } = record;
      return bytes > 0.9 * MEBIBYTE
        ? {
            ...(bytes <= MEBIBYTE && { severity: 'warning' as const }),
            cause: `Its keys and values have ${bytes} bytes, and a ConfigMap may have 1 MiB (${MEBIBYTE}).`,
            remedy: {
              text: 'Split it, or put large files into a volume or the image.',
            },
            evidence: [at(record, 'data', `${bytes} bytes`)],
          }
        : undefined;
    },
  }),
];

interface Missing {
  kind: RecordKind;
  name: string;
  key?: string;
  field: string;
  /** False where it may be there without being known. */
  certain: boolean;
}

/** What the pods of a workload need by name, as far as it is not found. */
function needsOf(
  { record: { namespace }, podSpec, path }: Workload,
  { records, knows }: CheckContext,
): Missing[] {
  const absent = (kind: RecordKind, name: string, field: string): Missing[] =>
    records.get({ kind, namespace, name })
      ? []
      : [{ kind, name, field: `${path}.${field}`, certain: knows(kind) }];
  const { serviceAccount } = podSpec;
  return [
    ...(serviceAccount && serviceAccount !== 'default'
      ? absent('ServiceAccount', serviceAccount, 'serviceAccountName')
      : []),
    ...podSpec.claims.flatMap(name =>
      absent('PersistentVolumeClaim', name, 'volumes'),
    ),
    ...podSpec.secretProviders.flatMap(name =>
      absent('SecretProviderClass', name, 'volumes'),
    ),
    ...podSpec.settings
      .filter(({ kind, optional }) => kind === 'ConfigMap' && !optional)
      .flatMap(({ name, keys, via }) => {
        const field = via.startsWith('env') ? 'containers' : 'volumes';
        const config = records.get({ kind: 'ConfigMap', namespace, name });
        return config
          ? keys
              .filter(key => !config.keys.includes(key))
              .map(key => ({
                kind: config.kind,
                name,
                key,
                field: `${path}.${field}`,
                certain: config.cutTo === undefined,
              }))
          : absent('ConfigMap', name, field);
      }),
  ];
}
