import {
  KubernetesObject,
  KubernetesObjectApi,
  PatchStrategy,
} from '@kubernetes/client-node';
import { SeededRandom } from './SeededRandom';

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f'];
const KINDS = ['Service', 'Deployment', 'Ingress'] as const;

type Kind = (typeof KINDS)[number];

/** Creates, changes and deletes objects at random, from a seed. */
export class RandomChanges {
  readonly #api: KubernetesObjectApi;
  readonly #random: SeededRandom;
  readonly #namespaces: readonly string[];
  readonly #existing = new Set<string>();

  constructor(options: {
    api: KubernetesObjectApi;
    random: SeededRandom;
    /** Exist already, and hold nothing else of these kinds. */
    namespaces: readonly string[];
  }) {
    this.#api = options.api;
    this.#random = options.random;
    this.#namespaces = options.namespaces;
  }

  async make(): Promise<void> {
    const random = this.#random;
    const kind = random.oneOf(KINDS);
    const namespace = random.oneOf(this.#namespaces);
    const name = random.oneOf(NAMES);
    const key = `${kind}/${namespace}/${name}`;
    const object = bodyOf(kind, namespace, name, random);
    if (!this.#existing.has(key)) {
      await this.#api.create(object);
      this.#existing.add(key);
    } else if (random.next() < 0.4) {
      await this.#api.delete(object);
      this.#existing.delete(key);
    } else {
      await this.#api.patch(
        object,
        undefined,
        undefined,
        undefined,
        undefined,
        PatchStrategy.MergePatch,
      );
    }
  }
}

function bodyOf(
  kind: Kind,
  namespace: string,
  name: string,
  random: SeededRandom,
): KubernetesObject & { spec: object } {
  const app = random.oneOf(NAMES);
  const metadata = { name, namespace, labels: { app } };
  switch (kind) {
    case 'Service':
      return {
        apiVersion: 'v1',
        kind,
        metadata,
        spec: { selector: { app }, ports: [{ port: 80 + random.below(9) }] },
      };
    case 'Deployment':
      return {
        apiVersion: 'apps/v1',
        kind,
        metadata,
        spec: {
          replicas: random.below(3),
          // A selector can never change.
          selector: { matchLabels: { app: name } },
          template: {
            metadata: { labels: { app: name } },
            spec: {
              containers: [
                {
                  name: 'web',
                  image: `registry.invalid/web:${random.below(4)}`,
                },
              ],
            },
          },
        },
      };
    default:
      return {
        apiVersion: 'networking.k8s.io/v1',
        kind,
        metadata,
        spec: {
          rules: [
            {
              host: `${app}.${namespace}.invalid`,
              http: {
                paths: [
                  {
                    path: '/',
                    pathType: 'Prefix',
                    backend: {
                      service: { name: app, port: { number: 80 } },
                    },
                  },
                ],
              },
            },
          ],
        },
      };
  }
}
