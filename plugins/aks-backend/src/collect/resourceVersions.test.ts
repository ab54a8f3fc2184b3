import { isOlder } from './resourceVersions';

describe('isOlder', () => {
  it.each<[string, string, boolean]>([
    ['9', '10', true],
    ['10', '9', false],
    ['10', '10', false],
    ['9007199254740993', '9007199254740994', true],
    ['abc', '10', false],
    ['10', 'abd', false],
  ])('%s than %s: %s', (version, than, expected) => {
    expect(isOlder(version, than)).toBe(expected);
  });
});
