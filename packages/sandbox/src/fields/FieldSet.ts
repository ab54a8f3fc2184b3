import { FieldsTree } from '../objects/KubernetesObject';

/**
 * A set of field paths. A segment is written as in `managedFields`: `f:name`,
 * `k:{…}` for a list item, `v:…` for a value of a set.
 */
export class FieldSet {
  readonly children = new Map<string, FieldSet>();

  /** @param member - whether the path that leads here is in the set */
  constructor(public member: boolean = false) {}

  static fromTree(tree: FieldsTree): FieldSet {
    const segments = Object.keys(tree);
    const set = new FieldSet('.' in tree || segments.length === 0);
    for (const segment of segments) {
      if (segment !== '.') {
        set.children.set(segment, FieldSet.fromTree(tree[segment]));
      }
    }
    return set;
  }

  toTree(): FieldsTree {
    const tree: FieldsTree = {};
    if (this.member && this.children.size > 0) {
      tree['.'] = {};
    }
    for (const segment of [...this.children.keys()].sort()) {
      const child = this.children.get(segment);
      if (child && !child.isEmpty()) {
        tree[segment] = child.toTree();
      }
    }
    return tree;
  }

  /** The part below a segment, created where absent. */
  at(segment: string): FieldSet {
    let child = this.children.get(segment);
    if (!child) {
      child = new FieldSet();
      this.children.set(segment, child);
    }
    return child;
  }

  isEmpty(): boolean {
    return (
      !this.member &&
      [...this.children.values()].every(child => child.isEmpty())
    );
  }

  union(other: FieldSet): FieldSet {
    if (other.isEmpty()) {
      return this;
    }
    return this.combine(other, (here, there) => here || there);
  }

  difference(other: FieldSet): FieldSet {
    if (other.isEmpty()) {
      return this;
    }
    return this.combine(other, (here, there) => here && !there);
  }

  intersection(other: FieldSet): FieldSet {
    return this.combine(other, (here, there) => here && there);
  }

  /** Without the paths of the other set and all below them. */
  without(other: FieldSet): FieldSet {
    const result = new FieldSet(this.member);
    for (const [segment, child] of this.children) {
      const removed = other.children.get(segment);
      if (!removed) {
        result.children.set(segment, child);
      } else if (!removed.member) {
        result.children.set(segment, child.without(removed));
      }
    }
    return result;
  }

  equals(other: FieldSet): boolean {
    return this.difference(other).isEmpty() && other.difference(this).isEmpty();
  }

  /** All paths in the set, as lists of segments. */
  paths(prefix: string[] = []): string[][] {
    return [
      ...(this.member ? [prefix] : []),
      ...[...this.children].flatMap(([segment, child]) =>
        child.paths([...prefix, segment]),
      ),
    ];
  }

  private combine(
    other: FieldSet | undefined,
    rule: (here: boolean, there: boolean) => boolean,
  ): FieldSet {
    const result = new FieldSet(rule(this.member, other?.member ?? false));
    const segments = new Set([
      ...this.children.keys(),
      ...(other?.children.keys() ?? []),
    ]);
    for (const segment of segments) {
      const child = (this.children.get(segment) ?? new FieldSet()).combine(
        other?.children.get(segment),
        rule,
      );
      if (!child.isEmpty()) {
        result.children.set(segment, child);
      }
    }
    return result;
  }
}
