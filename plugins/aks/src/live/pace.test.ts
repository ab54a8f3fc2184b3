import { MAX_PAUSE_MS, nextLookIn, POLL_MS, SAFETY_POLL_MS } from './pace';

describe('nextLookIn', () => {
  const now = Date.parse('2026-11-22T12:00:00Z');
  const calm = { now, failures: 0, signalled: false };

  it.each([
    { name: 'polls without signals', pace: {}, expected: POLL_MS },
    {
      name: 'looks seldom where signals reach the page',
      pace: { signalled: true },
      expected: SAFETY_POLL_MS,
    },
    {
      name: 'looks when time changes the view',
      pace: { signalled: true, validUntil: '2026-11-22T12:00:05Z' },
      expected: 5_250,
    },
    {
      name: 'does not wait for a far moment',
      pace: { signalled: true, validUntil: '2027-11-22T12:00:00Z' },
      expected: SAFETY_POLL_MS,
    },
    {
      name: 'does not hurry for a moment in the past',
      pace: { validUntil: '2026-11-22T11:00:00Z' },
      expected: POLL_MS,
    },
    {
      name: 'does not hurry for what is no moment',
      pace: { validUntil: 'soon' },
      expected: POLL_MS,
    },
    {
      name: 'waits longer after a failure',
      pace: { failures: 1 },
      expected: 4_000,
    },
    {
      name: 'waits longer still after more',
      pace: { failures: 3, signalled: true },
      expected: 16_000,
    },
    {
      name: 'does not wait for ever',
      pace: { failures: 400 },
      expected: MAX_PAUSE_MS,
    },
  ])('$name', ({ pace, expected }) => {
    expect(nextLookIn({ ...calm, ...pace })).toBe(expected);
  });
});
