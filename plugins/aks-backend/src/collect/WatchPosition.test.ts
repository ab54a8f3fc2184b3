import { KindScope } from './KindScope';
import { WatchPosition } from './WatchPosition';

const scopes: KindScope[] = [{ path: '/a' }, { path: '/b' }];

describe('WatchPosition', () => {
  it.each([
    ['9', '10', '9'],
    ['10', '9', '9'],
    ['7', '7', '7'],
    ['one', 'one', 'one'],
    ['one', 'two', ''],
    ['9', 'two', ''],
  ])('goes on from %s and %s at "%s"', (first, second, common) => {
    const position = WatchPosition.at(first, scopes);
    position.reach(scopes[1], second);
    expect(position.common).toBe(common);
    expect(scopes.map(scope => position.of(scope))).toEqual([first, second]);
  });
});
