import { Instant } from './Instant';

describe('Instant', () => {
  const noon = new Date('2026-11-22T12:00:00Z');
  const at = (time: string) => new Date(`2026-11-22T${time}Z`);

  it.each([
    ['11:59:59', true],
    ['12:00:00', true],
    ['12:00:01', false],
  ])('has reached %s: %s', (time, reached) => {
    expect(new Instant(noon).hasReached(at(time))).toBe(reached);
  });

  it('remembers the first moment that will change an answer', () => {
    const instant = new Instant(noon);
    expect(instant.nextChange).toBeUndefined();
    for (const time of ['11:00:00', '14:00:00', '13:00:00', '15:00:00']) {
      instant.hasReached(at(time));
    }
    expect(instant.nextChange).toEqual(at('13:00:00'));
  });

  it('never reaches a date that is none', () => {
    const instant = new Instant(noon);
    expect(instant.hasReached(new Date('never'))).toBe(false);
    expect(instant.nextChange).toBeUndefined();
  });
});
