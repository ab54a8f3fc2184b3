import { z } from 'zod';

const DOMAIN =
  '(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*(?::[0-9]+)?/)?';
const PART = '[a-z0-9]+(?:(?:\\.|_{1,2}|-+)[a-z0-9]+)*';
const REFERENCE = new RegExp(
  `^${DOMAIN}${PART}(?:/${PART})*(?::(?<tag>[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?(?:@(?<digest>sha256:[a-f0-9]{64}))?$`,
);

/**
 * An image with a version. Without one, or with `latest`, two nodes may run
 * different programs under one name, and AKS deployment safeguards refuse it.
 */
export const image = z
  .string()
  .max(512, 'must have at most 512 characters')
  .regex(
    REFERENCE,
    'must be an image, such as registry.azurecr.io/shop/front:1.4.2',
  )
  .refine(value => isPinned(value), {
    message: 'must have a tag other than latest, or a digest',
  });

function isPinned(value: string): boolean {
  const { tag, digest } = REFERENCE.exec(value)?.groups ?? {};
  return digest !== undefined || (tag !== undefined && tag !== 'latest');
}

/** The tag of an image, for `app.kubernetes.io/version`; a label may be shorter. */
export function imageVersion(value: string): string | undefined {
  const tag = REFERENCE.exec(value)?.groups?.tag;
  return tag && /^[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/.test(tag)
    ? tag
    : undefined;
}
