import { InputError } from '@backstage/errors';
import { mockServices } from '@backstage/backend-test-utils';
import { hideUnexpected } from './hideUnexpected';

describe('hideUnexpected', () => {
  it('passes on what is meant for the caller', () => {
    const error = new InputError('the selector is too long');
    expect(hideUnexpected(error, mockServices.logger.mock())).toBe(error);
  });

  it.each([
    Object.assign(new Error("select * from aks_records where id = 'secret'"), {
      name: 'SqliteError',
    }),
    'a secret text',
  ])('keeps %p for the log, under a reference', error => {
    const logger = mockServices.logger.mock();
    const told = hideUnexpected(error, logger);
    expect(told.message).not.toContain('secret');
    const [reference] = /[0-9a-f-]{36}/.exec(told.message) ?? [];
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringContaining(reference ?? 'no reference'),
      expect.objectContaining({ message: expect.stringContaining('secret') }),
    );
  });
});
