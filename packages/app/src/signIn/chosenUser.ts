const KEY = 'sandbox-user';

// A tab keeps its user over reloads; another tab may be somebody else, so that
// rights can be compared side by side.

/** The user that this tab signed in as, if any. */
export function chosenUser(): string | undefined {
  return window.sessionStorage.getItem(KEY) ?? undefined;
}

/** Keeps the choice for this tab. */
export function rememberUser(userRef: string): void {
  window.sessionStorage.setItem(KEY, userRef);
}

/** Lets the next load ask again. */
export function forgetUser(): void {
  window.sessionStorage.removeItem(KEY);
}
