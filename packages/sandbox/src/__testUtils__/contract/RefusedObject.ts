/** An object that every API server refuses, and the field that it names. */
export interface RefusedObject {
  what: string;
  /** As in the paths of requests: `deployments.apps`. */
  resource: string;
  object: object;
  field: string;
}

/** Fields of an object, whatever they are. */
export type Fields = Record<string, unknown>;

export const labels = { app: 'refused' };
export const container = { name: 'app', image: 'app:1' };

export const podSpec = (change: Fields = {}, of: Fields = {}) => ({
  containers: [{ ...container, ...of }],
  ...change,
});

export const workload = (
  spec: Fields = {},
  pod: Fields = {},
  of: Fields = {},
) => ({
  metadata: { name: 'refused' },
  spec: {
    selector: { matchLabels: labels },
    template: { metadata: { labels }, spec: podSpec(pod, of) },
    ...spec,
  },
});
