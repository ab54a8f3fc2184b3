/** A name in which `*` stands for any characters, as a regular expression. */
export function namePattern(pattern: string): RegExp {
  const parts = pattern
    .split('*')
    .map(part => part.replace(/[.\\^$|?+()[\]{}-]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`);
}
