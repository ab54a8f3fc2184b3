// Nothing among these has a meaning to a POSIX shell, wherever it stands in a
// word that does not start with "~" or "=".
const PLAIN = /^[A-Za-z0-9/_.:@%+,-][A-Za-z0-9/_.:@%+,=-]*$/;

// Control and format characters (the latter turn the direction of text, or are
// not seen at all) and what ends a line.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * One word of a POSIX shell command, whatever characters the text holds.
 * Characters that are not seen become `?`: a terminal acts on some of them when
 * a command is pasted, before a shell sees quotes.
 *
 * @public
 */
export function shellQuote(text: string): string {
  const printable = text.replace(UNSEEN, '?');
  return PLAIN.test(printable)
    ? printable
    : `'${printable.replaceAll("'", String.raw`'\''`)}'`;
}
