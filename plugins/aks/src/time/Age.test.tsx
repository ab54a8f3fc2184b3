import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { Age } from './Age';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

describe('Age', () => {
  it.each([
    [0, 'less than a minute'],
    [-5 * minute, 'less than a minute'],
    [minute, '1 min'],
    [119 * minute, '119 min'],
    [2 * hour, '2 h'],
    [47 * hour, '47 h'],
    [2 * day, '2 d'],
    [400 * day, '400 d'],
  ])('says %i ms as "%s"', async (age, words) => {
    const since = new Date(Date.now() - age).toISOString();
    renderInTestApp(<Age since={since} />);

    expect(await screen.findByText(words)).toHaveAttribute('dateTime', since);
  });
});
