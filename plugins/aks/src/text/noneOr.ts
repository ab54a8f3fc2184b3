import { Unseen } from '@backstage-aks/insight';
import { AksTranslate } from '../translation';

/**
 * What stands where nothing is to be told: the word for none only where it was
 * looked up, and otherwise why it was not.
 */
export function noneOr(
  unseen: Unseen | undefined,
  none: string,
  t: AksTranslate,
): string {
  return unseen ? t(`unseen.${unseen}`) : none;
}
