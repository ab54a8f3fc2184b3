import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { CompoundEntityRef, Entity } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';

/** @throws NotFoundError for an entity that is not there, or may not be read. */
export async function readableEntity(
  catalog: CatalogService,
  { kind, namespace, name }: CompoundEntityRef,
  credentials: BackstageCredentials,
): Promise<Entity> {
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
