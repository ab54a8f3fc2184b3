/**
 * The wire contract of the AKS plugins: schemas, client, permissions and
 * annotations.
 *
 * @packageDocumentation
 */
export * from './annotations';
export * from './client';
export * from './exposureAnswer';
export * from './permissions';
export * from './schemas/exposure';
export * from './schemas/fleet';
export * from './schemas/hosts';
export * from './schemas/parts';
export * from './schemas/summary';
export * from './serviceSelector';
export * from './signals';
