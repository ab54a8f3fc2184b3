import { objectsIn, valueAt } from '../../objects/json';
import { ContractClient } from './ContractClient';
import { ContractNamespace } from './ContractNamespace';
import { byName, ObjectsByName, stateAfter, versionOf } from './ObjectHistory';
import { Selection, randomSelections } from './randomSelections';
import { Confirmations, RandomWriter } from './RandomWriter';
import { SeededRandom } from './SeededRandom';
import { WatchLine, WatchStream } from './WatchStream';

/** A list that was read in pages while others wrote. */
export interface PagedList {
  selection: Selection;
  version: number;
  objects: ObjectsByName;
}

const WRITES = 120;
const PAGED_LISTS = 12;
const POINTS = 4;

/** Two clients that write at random, and everything that watches told of it. */
export class RandomRun {
  readonly namespace: ContractNamespace;
  readonly selections: Selection[];
  readonly told = new Confirmations();
  readonly pagedLists: PagedList[] = [];
  /** The version from which the watches begin. */
  start = 0;
  private readonly streams = new Map<Selection, WatchStream>();
  private readonly before = new Map<Selection, ObjectsByName>();

  constructor(readonly client: ContractClient, private readonly seed: number) {
    this.namespace = new ContractNamespace(client);
    this.selections = randomSelections(this.namespace);
  }

  /** Opens the watches, and writes and lists until all is done. */
  async run(): Promise<void> {
    await this.namespace.create();
    await this.namespace.furnished();
    ({ version: this.start } = await this.list(this.selections[0]));
    this.told.version = this.start;
    for (const selection of this.selections) {
      const { objects } = await this.listAt(selection, this.start);
      this.before.set(selection, objects);
      this.streams.set(
        selection,
        await this.watch(
          selection,
          `resourceVersion=${this.start}&timeoutSeconds=300`,
        ),
      );
    }
    const writer = (seed: number) =>
      new RandomWriter(this.client, this.namespace, this.told, seed);
    await Promise.all([
      writer(this.seed).write(WRITES),
      writer(this.seed + 1000).write(WRITES),
      this.readPages(new SeededRandom(this.seed)),
    ]);
  }

  async end(): Promise<void> {
    this.streams.forEach(stream => stream.close());
    await this.namespace.release('configmaps');
    await this.namespace.remove();
  }

  /** One list, or one page of it. */
  async list(selection: Selection, query = '') {
    const { status, body } = await this.client.get(
      `${selection.path}?${selection.query}&${query}`,
    );
    return {
      status,
      version: versionOf(body),
      objects: byName(objectsIn(body.items)),
      next: String(valueAt(body, 'metadata.continue') ?? ''),
    };
  }

  listAt(selection: Selection, version: number) {
    return this.list(
      selection,
      `resourceVersion=${version}&resourceVersionMatch=Exact`,
    );
  }

  watch(selection: Selection, query: string): Promise<WatchStream> {
    return this.client.openWatch(
      `${selection.path}?watch=1&allowWatchBookmarks=true&${selection.query}&${query}`,
    );
  }

  /** What the watch of a selection has told so far. */
  eventsOf(selection: Selection): WatchLine[] {
    return this.streams.get(selection)?.events ?? [];
  }

  /** What there was before the watch of a selection. */
  beforeOf(selection: Selection): ObjectsByName {
    return this.before.get(selection) ?? new Map();
  }

  /** The state of a selection at a version, or the latest, by its watch. */
  stateOf(selection: Selection, version?: number): ObjectsByName {
    return stateAfter(
      this.beforeOf(selection),
      this.eventsOf(selection),
      version,
    );
  }

  /** The selection of everything of a kind. */
  wholeOf(kind: Selection['kind']): Selection {
    const whole = this.selections.find(
      selection => selection.kind === kind && selection.query === '',
    );
    if (!whole) {
      throw new Error(`no selection takes all ${kind}`);
    }
    return whole;
  }

  /** Some of the versions at which each watch told something. */
  points(seed: number): { selection: Selection; version: number }[] {
    const random = new SeededRandom(seed);
    return this.selections
      .map(selection => ({ selection, events: this.eventsOf(selection) }))
      .filter(({ events }) => events.length > 0)
      .flatMap(({ selection, events }) =>
        Array.from({ length: POINTS }, () => ({
          selection,
          version: versionOf(random.oneOf(events).object),
        })),
      );
  }

  private async readPages(random: SeededRandom): Promise<void> {
    for (let round = 0; round < PAGED_LISTS; round++) {
      const selection = random.oneOf(this.selections);
      const first = await this.list(selection, 'limit=1');
      const objects = new Map(first.objects);
      for (let { next } = first; next; ) {
        const page = await this.list(
          selection,
          `limit=2&continue=${encodeURIComponent(next)}`,
        );
        page.objects.forEach((object, name) => objects.set(name, object));
        next = page.next;
      }
      this.pagedLists.push({ selection, version: first.version, objects });
    }
  }
}
