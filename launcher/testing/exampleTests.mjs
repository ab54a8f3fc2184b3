// Tests with every result there is, for the test of the report's reader. The
// name keeps the runner from finding them by itself.
import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';

describe('a suite', () => {
  it('passes inside', () => {});
  it('fails inside', () => assert.equal(1, 2));
});
test('passes', () => {});
test('is skipped', { skip: 'no recording here' }, () => {});
test('has # and - in its name', () => {});
