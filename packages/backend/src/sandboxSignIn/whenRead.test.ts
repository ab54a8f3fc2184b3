import { NotFoundError } from '@backstage/errors';
import { whenRead } from './whenRead';

const patience = { attempts: 3, pauseMilliseconds: 1 };

describe('whenRead', () => {
  it('looks again until it is there', async () => {
    const look = jest
      .fn()
      .mockRejectedValueOnce(new NotFoundError('User not found'))
      .mockRejectedValueOnce(new NotFoundError('User not found'))
      .mockResolvedValue('a token');

    await expect(whenRead(look, patience)).resolves.toBe('a token');
  });

  it('gives up in the end', async () => {
    const look = jest.fn().mockRejectedValue(new NotFoundError('not here'));

    await expect(whenRead(look, patience)).rejects.toThrow('not here');
    expect(look).toHaveBeenCalledTimes(3);
  });

  it('does not repeat what failed for another reason', async () => {
    const look = jest.fn().mockRejectedValue(new Error('the database is gone'));

    await expect(whenRead(look, patience)).rejects.toThrow('database');
    expect(look).toHaveBeenCalledTimes(1);
  });
});
