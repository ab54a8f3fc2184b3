import { useSearchParams } from 'react-router-dom';

const WANTED = 'host';

/** The host name that somebody came for, kept in the page's address. */
export function useWantedHost(): string | undefined {
  const [parameters] = useSearchParams();
  return parameters.get(WANTED) || undefined;
}

/** What leads to one host name, behind the address of the Exposure tab. */
export function wantedHostQuery(host: string): string {
  return host ? `?${new URLSearchParams({ [WANTED]: host })}` : '';
}
