import { randomUUID } from 'node:crypto';
import { objectsIn, valueAt } from '../../objects/json';
import { eventually } from '../request';
import { ContractClient } from './ContractClient';

/** A namespace of the suite's own on the server under test. */
export class ContractNamespace {
  readonly name = `contract-${randomUUID().slice(0, 8)}`;

  constructor(private readonly client: ContractClient) {}

  async create(): Promise<void> {
    const { status, text } = await this.client.post('/api/v1/namespaces', {
      metadata: { name: this.name },
    });
    if (status !== 201) {
      throw new Error(`namespace ${this.name} was refused: ${text}`);
    }
  }

  /**
   * Resolves once controllers have put in what every namespace has; a server
   * that may be bare is not waited for in vain.
   */
  async furnished(): Promise<void> {
    const deadline = Date.now() + 15_000;
    await eventually(async () => {
      const found = await Promise.all([
        this.client.get(this.at('serviceaccounts', 'default')),
        this.client.get(this.at('configmaps', 'kube-root-ca.crt')),
      ]);
      return (
        found.every(({ status }) => status === 200) ||
        (this.client.mayBeBare && Date.now() > deadline)
      );
    }, 30_000);
  }

  /** Lets go of all objects of a kind that finalizers hold. */
  async release(resource: string): Promise<void> {
    const { body } = await this.client.get(this.at(resource));
    for (const item of objectsIn(body.items)) {
      const path = this.at(resource, String(valueAt(item, 'metadata.name')));
      if (valueAt(item, 'metadata.finalizers')) {
        await this.client.patch(path, 'merge', {
          metadata: { finalizers: null },
        });
      }
    }
  }

  async remove(): Promise<void> {
    await this.client.delete(`/api/v1/namespaces/${this.name}`);
  }

  /** A path in the namespace: `at('configmaps', 'a')`. */
  at(resource: string, name?: string, subresource?: string): string {
    const { root, plural } = parse(resource);
    return [root, 'namespaces', this.name, plural, name, subresource]
      .filter(Boolean)
      .join('/');
  }

  /** The path of a kind's objects in all namespaces. */
  everywhere(resource: string): string {
    const { root, plural } = parse(resource);
    return `${root}/${plural}`;
  }
}

/** Reads `deployments.apps` and `deployments.v1.apps`; else the version is v1. */
function parse(resource: string) {
  const [plural, ...rest] = resource.split('.');
  const version = /^v[1-9]/.test(rest[0]) ? rest.shift() : 'v1';
  const root =
    rest.length > 0 ? `/apis/${rest.join('.')}/${version}` : `/api/${version}`;
  return { root, plural };
}
