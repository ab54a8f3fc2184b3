import { hostIn } from './hostIn';

describe('hostIn', () => {
  it.each([
    ['https://shop.contoso.example/api/catalog', 'shop.contoso.example'],
    ['HTTPS://Shop.Contoso.example', 'Shop.Contoso.example'],
    ['https://shop.contoso.example:8443/?a=b#c', 'shop.contoso.example'],
    ['https://mona:secret@shop.contoso.example/', 'shop.contoso.example'],
    ['grpc://shop.contoso.example', 'shop.contoso.example'],
    ['//shop.contoso.example/api', 'shop.contoso.example'],
    ['http://localhost:8080/x', 'localhost'],
    ['//shop:8080/api', 'shop'],
    ['http://mona:secret@shop:8080', 'shop'],
    ['http://[::1]:8080/x', '::1'],
    [' shop.contoso.example/api ', 'shop.contoso.example'],
    ['shop.contoso.example?a=b', 'shop.contoso.example'],
    ['shop.contoso.example:443', 'shop.contoso.example'],
    ['shop.contoso.example:', 'shop.contoso.example'],
    ['20.61.7.10:80', '20.61.7.10'],
    ['http://20.61.7.10/', '20.61.7.10'],
    ['https://[2001:db8::1]:443/api', '2001:db8::1'],
    ['[2001:db8::1]', '2001:db8::1'],
  ])('of %s is %s', (text, host) => {
    expect(hostIn(text)).toBe(host);
  });

  it.each([
    '',
    'shop',
    'shop.contoso.example',
    '*.contoso.example',
    '20.61.',
    '2001:db8::1',
    '2001:12',
    'fd00:8080',
    // Nothing would match everything.
    '/api/catalog',
    'https://',
  ])('leaves %p as it is', text => {
    expect(hostIn(text)).toBe(text);
  });
});
