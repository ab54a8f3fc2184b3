import { Fields, isFields } from './fields';

/** Sources of secrets as an intent has them. */
export function secretsOfForm(secrets: readonly unknown[]): unknown[] {
  const vaults = secrets.filter(isVault).length;
  return secrets
    .map(withPlainKeys)
    .map(secret => (vaults > 1 ? withOwnPlace(secret) : secret));
}

/**
 * A form cannot give one field two shapes, so it asks for the keys of a Secret that
 * exists as it asks for those of an external one: as `{ key }`.
 */
function withPlainKeys(secret: unknown): unknown {
  return isFields(secret) &&
    secret.source === 'existing' &&
    Array.isArray(secret.keys)
    ? {
        ...secret,
        keys: secret.keys.map(each => (isFields(each) ? each.key : each)),
      }
    : secret;
}

function isVault(secret: unknown): secret is Fields {
  return isFields(secret) && secret.source === 'key-vault';
}

/**
 * A form does not ask where the files of a key vault are that are used as
 * variables only: two of them cannot be in the same place.
 */
function withOwnPlace(secret: unknown): unknown {
  return isVault(secret) && secret.mountPath === undefined
    ? { ...secret, mountPath: `/mnt/secrets/${secret.name}` }
    : secret;
}
