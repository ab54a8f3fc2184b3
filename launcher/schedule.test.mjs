import assert from 'node:assert/strict';
import { test } from 'node:test';
import { schedule, selectSteps } from './schedule.mjs';

/** Runs steps that end when told to, and notes the order of events. */
function recorder(failing = []) {
  const events = [];
  const pending = new Map();
  const run = ({ id }) => {
    events.push(`start ${id}`);
    return new Promise(resolve => {
      pending.set(id, () => {
        events.push(`end ${id}`);
        resolve({ id, ok: !failing.includes(id) });
      });
    });
  };
  const skip = ({ id }, need) => {
    events.push(`skip ${id}`);
    return { id, ok: false, need };
  };
  const end = async id => {
    pending.get(id)();
    // The scheduler goes on in the promises that follow.
    await new Promise(resolve => setImmediate(resolve));
  };
  return { events, run, skip, end };
}

test('light steps run side by side, a heavy one alone', async () => {
  const { events, run, skip, end } = recorder();
  const steps = [{ id: 'a' }, { id: 'b' }, { id: 'c' }, { id: 'd', cores: 2 }];
  const done = schedule(steps, 2, run, skip);
  assert.deepEqual(events, ['start a', 'start b']);
  await end('b');
  assert.deepEqual(events.slice(2), ['end b', 'start c']);
  await end('c');
  assert.deepEqual(events.slice(4), ['end c']);
  await end('a');
  assert.deepEqual(events.slice(5), ['end a', 'start d']);
  await end('d');
  const results = await done;
  assert.deepEqual(
    results.map(({ id }) => id),
    ['a', 'b', 'c', 'd'],
  );
});

test('a step waits for what it needs', async () => {
  const { events, run, skip, end } = recorder();
  const steps = [{ id: 'types' }, { id: 'api', needs: ['types'] }];
  const done = schedule(steps, 2, run, skip);
  assert.deepEqual(events, ['start types']);
  await end('types');
  assert.deepEqual(events.at(-1), 'start api');
  await end('api');
  await done;
});

test('what needs a failed step is skipped, the rest runs', async () => {
  const { events, run, skip, end } = recorder(['types']);
  const steps = [
    { id: 'types' },
    { id: 'build', needs: ['types'] },
    { id: 'image', needs: ['build'] },
    { id: 'unit' },
  ];
  const done = schedule(steps, 1, run, skip);
  await end('types');
  assert.deepEqual(events.slice(2), ['skip build', 'skip image', 'start unit']);
  await end('unit');
  const results = await done;
  assert.deepEqual(
    results.map(({ id, ok, need }) => [id, ok, need]),
    [
      ['types', false, undefined],
      ['build', false, 'it needs types, which did not pass'],
      ['image', false, 'it needs build, which did not pass'],
      ['unit', true, undefined],
    ],
  );
});

test('a heavy step runs on a machine with one core', async () => {
  const { events, run, skip, end } = recorder();
  const done = schedule([{ id: 'unit', cores: 2 }], 1, run, skip);
  assert.deepEqual(events, ['start unit']);
  await end('unit');
  await done;
});

test('choosing a step chooses what it needs, in order', () => {
  const steps = [
    { id: 'types' },
    { id: 'unit' },
    { id: 'build', needs: ['types'] },
    { id: 'image', needs: ['build'] },
  ];
  assert.deepEqual(
    selectSteps(steps, ['image']).map(({ id }) => id),
    ['types', 'build', 'image'],
  );
});
