import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { CompoundEntityRef, Entity } from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';

// Catalogs may have rules of their own for names; these hold for all of them.
const LONGEST = 255;
const UNPRINTABLE = /\p{Cc}/u;

/**
 * @throws InputError for a reference that no entity can have
 * @throws NotFoundError for an entity that is not there, or may not be read.
 */
export async function readableEntity(
  catalog: CatalogService,
  { kind, namespace, name }: CompoundEntityRef,
  credentials: BackstageCredentials,
): Promise<Entity> {
  for (const [part, text] of Object.entries({ kind, namespace, name })) {
    if (text.length > LONGEST || UNPRINTABLE.test(text)) {
      throw new InputError(
        `No entity can have the ${part} ${shown(
          text,
        )}: it is longer than ${LONGEST} characters, or has some that cannot be printed. Open the entity's page from the catalog.`,
      );
    }
  }
  const entity = await catalog.getEntityByRef(
    { kind, namespace, name },
    { credentials },
  );
  if (!entity) {
    throw new NotFoundError(
      `The catalog has no entity ${kind}:${namespace}/${name} that you may read`,
    );
  }
  return entity;
}

function shown(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}
