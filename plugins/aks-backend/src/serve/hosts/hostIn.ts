/**
 * The host name or address in what somebody looks for: a pasted URL is taken for
 * its host. What is neither stays as it is.
 */
export function hostIn(text: string): string {
  const trimmed = text.trim();
  const rest = trimmed.replace(/^(?:[a-z][a-z0-9+.-]*:)?\/\//i, '');
  const [authority] = rest.split(/[/?#]/);
  const host = withoutPort(authority.slice(authority.lastIndexOf('@') + 1), {
    isUrl: rest !== trimmed,
  });
  return host === '' ? trimmed : host;
}

// An IPv6 address, of which only the beginning may have been typed, has colons of
// its own; before a port it stands in brackets, and in a URL always.
function withoutPort(authority: string, { isUrl }: { isUrl: boolean }): string {
  const bracketed = /^\[([0-9a-f:.]+)\](?::\d*)?$/i.exec(authority);
  if (bracketed) {
    return bracketed[1];
  }
  const withPort = isUrl ? /^([^:]*):\d*$/ : /^([^:]*\.[^:]*):\d*$/;
  return authority.replace(withPort, '$1');
}
