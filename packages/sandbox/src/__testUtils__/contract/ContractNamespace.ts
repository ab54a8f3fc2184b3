import { randomUUID } from 'node:crypto';
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

  async remove(): Promise<void> {
    await this.client.delete(`/api/v1/namespaces/${this.name}`);
  }

  /** A path in the namespace: `at('configmaps', 'a')`. */
  at(resource: string, name?: string, subresource?: string): string {
    const [plural, group] = resource.split('.', 2);
    const root = group
      ? `/apis/${resource.slice(plural.length + 1)}/v1`
      : '/api/v1';
    return [root, 'namespaces', this.name, plural, name, subresource]
      .filter(Boolean)
      .join('/');
  }
}
