import { KubernetesObject } from '../objects/KubernetesObject';

/** Objects by key, listed in key order as etcd lists them. */
export class SortedCollection {
  private readonly objects = new Map<string, KubernetesObject>();
  private keys: string[] | undefined;

  get(key: string): KubernetesObject | undefined {
    return this.objects.get(key);
  }

  set(key: string, object: KubernetesObject): void {
    if (!this.objects.has(key)) {
      this.keys = undefined;
    }
    this.objects.set(key, object);
  }

  delete(key: string): void {
    this.objects.delete(key);
    this.keys = undefined;
  }

  list(prefix: string): KubernetesObject[] {
    return this.entries(prefix).map(([, object]) => object);
  }

  entries(prefix: string): [string, KubernetesObject][] {
    const keys = this.sortedKeys();
    const found: [string, KubernetesObject][] = [];
    for (let at = this.firstAt(keys, prefix); at < keys.length; at++) {
      const object = this.objects.get(keys[at]);
      if (!object || !keys[at].startsWith(prefix)) {
        break;
      }
      found.push([keys[at], object]);
    }
    return found;
  }

  private sortedKeys(): string[] {
    this.keys ??= [...this.objects.keys()].sort();
    return this.keys;
  }

  private firstAt(keys: string[], prefix: string): number {
    let low = 0;
    let high = keys.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (keys[middle] < prefix) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
