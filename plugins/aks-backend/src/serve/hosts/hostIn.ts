/**
 * The host name or address in what somebody looks for: a pasted URL is taken for
 * its host. What is neither stays as it is.
 */
export function hostIn(text: string): string {
  const trimmed = text.trim();
  const [authority] = trimmed
    .replace(/^(?:[a-z][a-z0-9+.-]*:)?\/\//i, '')
    .split(/[/?#]/);
  const host = withoutPort(authority.slice(authority.lastIndexOf('@') + 1));
  return host === '' ? trimmed : host;
}

// An IPv6 address, of which only the beginning may have been typed, has colons of
// its own; before a port it stands in brackets.
function withoutPort(authority: string): string {
  const bracketed = /^\[([0-9a-f:.]+)\](?::\d*)?$/i.exec(authority);
  return bracketed
    ? bracketed[1]
    : authority.replace(/^([^:]*\.[^:]*):\d*$/, '$1');
}
