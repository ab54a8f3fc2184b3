import { foldEvents } from './foldEvents';
import { project } from './project/project';
import { EventRecord } from './records/observations';

function event(
  reason: string,
  lastTimestamp: string,
  fields = {},
): EventRecord {
  const projection = project('Event', {
    metadata: { name: `${reason}-${lastTimestamp}`, namespace: 'web' },
    involvedObject: {
      apiVersion: 'v1',
      kind: 'Pod',
      namespace: 'web',
      name: 'shop-1',
    },
    type: 'Warning',
    reason,
    firstTimestamp: lastTimestamp,
    lastTimestamp,
    count: 2,
    ...fields,
  });
  if (projection?.record.kind !== 'Event') {
    throw new Error('An Event of trouble has a record');
  }
  return projection.record;
}

describe('Events', () => {
  it('of one reason about one object are one trouble, the latest first', () => {
    const early = '2026-11-02T08:00:00Z';
    const late = '2026-11-02T09:00:00Z';
    const later = '2026-11-02T10:00:00Z';
    const troubles = foldEvents([
      event('FailedScheduling', late, { message: '1 Insufficient cpu' }),
      event('Unhealthy', later),
      event('FailedScheduling', early, { message: '1 Insufficient memory' }),
    ]);
    expect(troubles).toMatchObject([
      { reason: 'Unhealthy', count: 2 },
      {
        reason: 'FailedScheduling',
        count: 4,
        firstAt: early,
        lastAt: late,
        signals: ['insufficient-cpu', 'insufficient-memory'],
      },
    ]);
  });

  it.each([
    ['Normal', 'Scheduled', false],
    ['Normal', 'NotTriggerScaleUp', true],
    ['Warning', 'Unhealthy', true],
    ['Warning', 'a sentence', false],
  ])('of type %s for the reason %s are kept: %s', (type, reason, kept) => {
    const projection = project('Event', {
      metadata: { name: 'e', namespace: 'web' },
      involvedObject: { kind: 'Pod', name: 'shop-1', namespace: 'web' },
      type,
      reason,
    });
    expect(projection !== undefined).toBe(kept);
  });
});
