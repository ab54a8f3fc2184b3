import { intentFilter } from './intentFilter';

describe('aksIntent', () => {
  it('takes the fields of an intent out of parameters', () => {
    expect(
      intentFilter.filter({
        name: 'shop-front',
        repoUrl: 'github.com?owner=contoso&repo=shop',
        answers: { completion: 'ends' },
        ports: [{ name: 'http', port: 80 }],
      }),
    ).toEqual({ name: 'shop-front', answers: { completion: 'ends' } });
  });
});
