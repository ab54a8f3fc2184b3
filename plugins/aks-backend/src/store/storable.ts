/**
 * Text as every database takes it: PostgreSQL refuses the character NUL and
 * halves of surrogate pairs, and no name or label of Kubernetes has them. What
 * a broken server sends must not cost the rest of its batch.
 */
export function storable(text: string): string {
  return text.replace(/\p{Surrogate}|\0/gu, '\uFFFD');
}
