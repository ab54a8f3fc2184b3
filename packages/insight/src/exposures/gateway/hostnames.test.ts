import { commonHosts } from './hostnames';

describe('commonHosts', () => {
  // The examples of the description of HTTPRouteSpec.Hostnames, and beyond.
  it.each<[string | undefined, string[], string[]]>([
    [undefined, [], ['']],
    [undefined, ['a.example', 'b.example'], ['a.example', 'b.example']],
    ['*.example', [], ['*.example']],
    ['test.example.com', ['test.example.com'], ['test.example.com']],
    ['test.example.com', ['*.example.com'], ['test.example.com']],
    ['*.example.com', ['*.example.com'], ['*.example.com']],
    ['*.example.com', ['test.example.com'], ['test.example.com']],
    ['*.example.com', ['foo.test.example.com'], ['foo.test.example.com']],
    ['*.example.com', ['example.com', 'test.example.net'], []],
    [
      '*.example.com',
      ['test.example.com', 'test.example.net'],
      ['test.example.com'],
    ],
    ['*.example.com', ['*.test.example.com'], ['*.test.example.com']],
    ['*.test.example.com', ['*.example.com'], ['*.test.example.com']],
    ['*.test.example.com', ['*.other.example.com'], []],
    ['Shop.Example', ['shop.example'], ['shop.example']],
    ['*.example.com', ['badexample.com'], []],
    ['a.example', ['a.example', '*.example'], ['a.example']],
  ])('of listener %s and route %j are %j', (listener, route, expected) => {
    expect(commonHosts(listener, route)).toEqual(expected);
  });
});
