import { WorkloadIntentInput } from '../intent/WorkloadIntent';
import { hostileTexts } from './hostile';
import { Random } from './Random';

type Secrets = NonNullable<WorkloadIntentInput['secrets']>;
type Use = Secrets[number]['use'];

/** ConfigMaps that go with each other and with the secrets of `randomSecrets`. */
export function randomConfiguration(
  random: Random,
): WorkloadIntentInput['configuration'] {
  return {
    rollout: random.one(['immutable', 'checksum'] as const),
    maps: random.several(random.whole(0, 2), index => {
      const key = `CONFIG_${index}`;
      const files = random.chance(0.4);
      const contents: Record<string, { text: string } | { base64: string }> =
        files
          ? { 'logo.png': { base64: 'iVBORw0KGgo=' }, 'a.txt': { text: 'a\n' } }
          : {};
      return {
        name: `map-${index}`,
        literals: {
          [key]: random.one(hostileTexts),
          ...(files ? { '017': random.one(hostileTexts) } : {}),
        },
        files: contents,
        envFile: random.maybe(() => `# comment\nFROM_FILE_${index}="x"\n`),
        use: randomUse(random, key, `config-${index}`, !files),
      };
    }),
  };
}

/** Sources of secrets, each with variables or paths of its own. */
export function randomSecrets(random: Random): Secrets {
  return random.several(random.whole(0, 2), index => {
    const key = `SECRET_${index}`;
    const use = randomUse(random, key, `secret-${index}`, true);
    switch (random.whole(0, 2)) {
      case 0:
        return {
          source: 'key-vault',
          name: `vault-${index}`,
          vault: 'shop-vault',
          tenantId: '11111111-2222-3333-4444-555555555555',
          objects: [{ name: 'db-password', key }],
          use,
          mountPath: `/mnt/vault-${index}`,
        };
      case 1:
        return {
          source: 'external-secret',
          name: `external-${index}`,
          store: { name: 'azure', kind: 'ClusterSecretStore' },
          keys: [
            { key, remote: 'secret/db', property: random.maybe(() => 'x') },
          ],
          use,
        };
      default:
        return {
          source: 'existing',
          name: random.one([`a.b.${index}`, `own-${index}`]),
          keys: [key],
          use,
        };
    }
  });
}

function randomUse(
  random: Random,
  key: string,
  place: string,
  all: boolean,
): Use {
  const uses: Use[] = [
    { as: 'variables', variables: { [`V_${key}`]: key } },
    { as: 'files', mountPath: `/etc/${place}` },
    { as: 'file', key, mountPath: `/etc/${place}/file` },
  ];
  return random.one(
    all ? [...uses, { as: 'all-variables', prefix: 'P_' }] : uses,
  );
}
