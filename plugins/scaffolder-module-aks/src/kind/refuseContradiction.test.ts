import { createFieldValidation } from '@backstage/plugin-scaffolder-react/alpha';
import { refuseContradiction } from './refuseContradiction';

describe('going on with answers', () => {
  it('is refused where they cannot be had together', () => {
    const field = createFieldValidation();
    refuseContradiction({ schedule: 'set-times' }, field);
    expect(field.__errors).toEqual([
      expect.stringMatching(
        /^Each set time starts another run.* Let the program/,
      ),
    ]);
  });

  it('is allowed where they lead somewhere', () => {
    const field = createFieldValidation();
    refuseContradiction({ schedule: 'set-times', completion: 'ends' }, field);
    refuseContradiction({}, field);
    expect(field.__errors).toEqual([]);
  });
});
