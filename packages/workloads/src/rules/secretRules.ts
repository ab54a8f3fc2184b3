import { SecretIntent } from '../intent/configuration';
import { WorkloadIntent } from '../intent/WorkloadIntent';
import { fieldPath, Problem } from '../plan/Problem';
import { WorkloadPlan } from '../plan/WorkloadPlan';
import { Settings } from './settings';

/** What is wrong with where secrets come from. */
export function secretProblems({ intent }: WorkloadPlan): Problem[] {
  return intent.secrets.flatMap((secret, index) => {
    const at = (...steps: (string | number)[]) =>
      fieldPath(['secrets', index, ...steps]);
    const keys = keysOf(secret);
    const list = secret.source === 'key-vault' ? 'objects' : 'keys';
    return [
      ...keys.flatMap((key, position) =>
        keys.indexOf(key) < position
          ? [
              {
                field:
                  secret.source === 'existing'
                    ? at(list, position)
                    : at(list, position, 'key'),
                message: 'is a key that another entry has too',
              },
            ]
          : [],
      ),
      ...(intent.secrets.findIndex(({ name }) => name === secret.name) < index
        ? [{ field: at('name'), message: 'is the name of another entry' }]
        : []),
      ...(secret.source === 'key-vault' && !intent.identity
        ? [
            {
              field: 'identity',
              message:
                'is required to read a key vault: the managed identity of the pods, with the role Key Vault Secrets User',
            },
          ]
        : []),
    ];
  });
}

/** How the program gets at each source of secrets. */
export function secretSettings({ secrets }: WorkloadIntent): Settings[] {
  return secrets.map((secret, index) => ({
    path: ['secrets', index],
    use: secret.use,
    keys: keysOf(secret),
    binaryKeys: [],
  }));
}

/** The keys under which the program sees its secrets. */
export function keysOf(secret: SecretIntent): string[] {
  switch (secret.source) {
    case 'key-vault':
      return secret.objects.map(({ key }) => key);
    case 'external-secret':
      return secret.keys.map(({ key }) => key);
    default:
      return secret.keys;
  }
}
