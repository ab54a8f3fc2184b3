import { AksTranslate } from '../translation';

/** Names the first few and counts the others: `/, /api and 3 more`. */
export function listBriefly(items: string[], shown: number, t: AksTranslate) {
  const named = items.slice(0, shown).join(', ');
  const left = items.length - shown;
  return left > 0 ? `${named} ${t('more', { value: String(left) })}` : named;
}
