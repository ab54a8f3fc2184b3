/** A fault that is known, and that no rule of the catalog finds. */
export interface OpenRule {
  id: string;
  /** The fault in one line. */
  title: string;
  /** `not-in-records`: nothing that is collected shows it. */
  state: 'not-in-records' | 'not-yet';
  /** Why records cannot show it, or what is missing until a rule can. */
  because: string;
}

const AZURE =
  'It shows in Azure only, and the portal reads no network objects of Azure yet.';

/**
 * Every fault of the ingress family without a rule in the catalog. An id stands
 * either here or there.
 */
export const openRules: readonly OpenRule[] = [
  {
    id: 'IN16',
    title: 'The controller answers 404 from its default backend',
    state: 'not-in-records',
    because:
      'Which address and path a client asked for stands in the access log of the controller. Rules and paths that can match nothing are found by other rules.',
  },
  {
    id: 'IN18',
    title: 'A request is too large for the controller (413)',
    state: 'not-in-records',
    because:
      'How large requests are stands in the access log of the controller, not in any object.',
  },
  {
    id: 'IN22',
    title: 'The Application Gateway has other backends than the Service',
    state: 'not-in-records',
    because: AZURE,
  },
  {
    id: 'IN34',
    title: 'A network security group bars the pods of the Gateway',
    state: 'not-in-records',
    because: AZURE,
  },
];
