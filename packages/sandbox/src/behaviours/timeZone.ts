/**
 * Why a time zone is refused. The server looks it up as it is written; JavaScript
 * knows names in any case, and a few that are none.
 */
export function timeZoneError(name: string): string | undefined {
  if (name === '') {
    return 'timeZone must be nil or non-empty string';
  }
  if (name.toLowerCase() === 'local') {
    return 'timeZone must be an explicit time zone as defined in https://www.iana.org/time-zones';
  }
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', {
      timeZone: name,
    }).resolvedOptions();
    const sameButForCase =
      timeZone !== name && timeZone.toLowerCase() === name.toLowerCase();
    return sameButForCase || /^[-+\d]/.test(name)
      ? `unknown time zone ${name}`
      : undefined;
  } catch {
    return `unknown time zone ${name}`;
  }
}
