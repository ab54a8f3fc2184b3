import { execFileSync } from 'child_process';
import { shellQuote } from './shellQuote';

describe('shellQuote', () => {
  it.each([
    ['checkout', 'checkout'],
    ['--namespace=shop', '--namespace=shop'],
    ['pod/checkout-1-a', 'pod/checkout-1-a'],
    ['', "''"],
    ['two words', "'two words'"],
    ['$(reboot)', "'$(reboot)'"],
    ["it's", String.raw`'it'\''s'`],
    ['~root', "'~root'"],
    ['=ls', "'=ls'"],
    ['a;b&c|d>e', "'a;b&c|d>e'"],
    ['*', "'*'"],
    ['{a,b}', "'{a,b}'"],
    ['# comment', "'# comment'"],
    ['line\nbreak', "'line?break'"],
    ['paste\u001b[201~', "'paste?[201~'"],
    ['\u202egpj.exe', "'?gpj.exe'"],
  ])('writes %j as %s', (text, quoted) => {
    expect(shellQuote(text)).toBe(quoted);
  });

  it('gives a shell back what was quoted', () => {
    const hostile = Array.from({ length: 95 }, (_, index) =>
      String.fromCharCode(32 + index),
    );
    const words = [...hostile, hostile.join(''), "''", '`id`', 'ä☃'];
    const output = execFileSync('sh', [
      '-c',
      `printf '%s\\n' ${words.map(shellQuote).join(' ')}`,
    ]).toString();
    expect(output).toBe(words.map(word => `${word}\n`).join(''));
  });
});
