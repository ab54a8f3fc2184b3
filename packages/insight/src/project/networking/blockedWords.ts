import { BlockedWord } from '../../records/ingress';

// annotation-value-word-blocklist as the operator of application routing sets it:
// Azure/aks-app-routing-operator, pkg/manifests (read on 2026-11-24); the same
// list is in https://learn.microsoft.com/azure/aks/app-routing#limitations.
const BLOCKED = [
  'load_module',
  'lua_package',
  '_by_lua',
  'location',
  'root',
  'proxy_pass',
  'serviceaccount',
  '{',
  '}',
  "'",
];

const NGINX_ANNOTATION =
  /^nginx\.ingress\.kubernetes\.io\/[A-Za-z0-9][-_.A-Za-z0-9]{0,62}$/;

/**
 * Annotations for NGINX that hold a word on the blocklist of application routing,
 * with the first such word. The values themselves are not kept.
 */
export function blockedWordsIn(
  annotations: Readonly<Record<string, string>>,
): BlockedWord[] {
  return Object.entries(annotations).flatMap(([annotation, value]) => {
    const word = NGINX_ANNOTATION.test(annotation)
      ? BLOCKED.find(blocked => value.includes(blocked))
      : undefined;
    return word === undefined ? [] : [{ annotation, word }];
  });
}
