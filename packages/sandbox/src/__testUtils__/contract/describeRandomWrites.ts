// These tests are run by whoever has a server to run them on.
/* eslint-disable jest/no-export */
import { eventually } from '../request';
import { ContractClient } from './ContractClient';
import {
  changesIn,
  ObjectsByName,
  selectedEvents,
  versionOf,
} from './ObjectHistory';
import { RandomRun } from './RandomRun';
import { Selection } from './randomSelections';

/**
 * Two clients write at random. Whatever they do, versions grow, watches miss
 * and repeat nothing, and lists agree with watches at every version.
 */
export function describeRandomWrites(client: () => ContractClient): void {
  describe.each([1, 2, 3])('random writes with seed %s', seed => {
    let run: RandomRun;

    beforeAll(async () => {
      run = new RandomRun(client(), seed);
      await run.run();
    });
    afterAll(() => run.end());

    it('are answered as valid requests are', () => {
      expect(run.told.surprises).toEqual([]);
      // A good part of them changed something.
      expect(run.told.writes.length).toBeGreaterThan(50);
    });

    it('come to the state that the lists show', async () => {
      for (const selection of run.selections) {
        await caughtUp(run, selection);
        const { objects, version } = await run.list(selection);
        expect(run.stateOf(selection, version)).toEqual(objects);
      }
    });

    it('are told in the order of growing versions, each once', () => {
      for (const selection of run.selections) {
        let last = run.start;
        for (const { type, object } of run.eventsOf(selection)) {
          // A bookmark may stand where the last event did, events may not.
          expect(versionOf(object)).toBeGreaterThanOrEqual(
            type === 'BOOKMARK' ? last : last + 1,
          );
          last = versionOf(object);
        }
      }
    });

    it('are all told as they were confirmed', () => {
      for (const { kind, object, after, isNew } of run.told.writes) {
        const version = versionOf(object);
        const said = changesIn(run.eventsOf(run.wholeOf(kind)))
          .map(event => event.object)
          .filter(seen => versionOf(seen) === version);
        expect(said).toEqual([object]);
        // Versions count the writes of all kinds.
        expect(!isNew || version > after).toBe(true);
      }
    });

    it('come and go in watches with a selector', () => {
      for (const selection of run.selections) {
        const whole = run.wholeOf(selection.kind);
        expect(changesIn(run.eventsOf(selection))).toEqual(
          selectedEvents(
            run.beforeOf(whole),
            run.eventsOf(whole),
            selection.selects,
          ),
        );
      }
    });

    it('leave a list in pages as it was when it began', () => {
      expect(run.pagedLists).not.toEqual([]);
      for (const { selection, version, objects } of run.pagedLists) {
        expect(objects).toEqual(run.stateOf(selection, version));
      }
    });

    it('can be watched again from any point', async () => {
      const points = run.points(seed);
      expect(points.length).toBeGreaterThan(run.selections.length);
      const replays = await Promise.all(
        points.map(async ({ selection, version }) => {
          const tail = () =>
            changesIn(run.eventsOf(selection)).filter(
              ({ object }) => versionOf(object) > version,
            );
          const known = tail();
          const again = await run.watch(
            selection,
            `resourceVersion=${version}&timeoutSeconds=1`,
          );
          await again.until(() => false);
          const told = changesIn(again.events);
          return { known, told, expected: tail().slice(0, told.length) };
        }),
      );
      for (const { known, told, expected } of replays) {
        expect(told.length).toBeGreaterThanOrEqual(known.length);
        expect(told).toEqual(expected);
      }
    });

    it('can be listed as they were at any point', async () => {
      for (const { selection, version } of run.points(seed + 1)) {
        const list = await run.listAt(selection, version);
        expect([list.status, list.version]).toEqual([200, version]);
        expect(list.objects).toEqual(run.stateOf(selection, version));
      }
    });
  });
}

/** Waits until a watch has told of all that is there, or for too long. */
async function caughtUp(run: RandomRun, selection: Selection): Promise<void> {
  await eventually(async () => {
    const { objects } = await run.list(selection);
    return sameText(objects, run.stateOf(selection));
  }).catch(() => undefined);
}

function sameText(left: ObjectsByName, right: ObjectsByName): boolean {
  const text = (objects: ObjectsByName) =>
    JSON.stringify([...objects].sort(([a], [b]) => (a < b ? -1 : 1)));
  return text(left) === text(right);
}
