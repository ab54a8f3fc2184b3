import { Verdict } from '@backstage-aks/insight';

const order: Verdict[] = ['broken', 'warning', 'unknown', 'ok'];

/** Sorts the worst first and leaves the rest as it was. */
export function worstFirst<T extends { verdict: Verdict }>(items: T[]): T[] {
  return [...items].sort(
    (a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict),
  );
}
