/** How long ago something was, as kubectl prints it: `2m35s`, `3d4h`, `5y`. */
export function ageText(timestamp: string | undefined, now: number): string {
  if (!timestamp) {
    return '<unknown>';
  }
  const seconds = Math.floor((now - Date.parse(timestamp)) / 1000);
  if (seconds < -1) {
    return '<invalid>';
  }
  return durationText(Math.max(seconds, 0));
}

/** A duration with as much detail as its length deserves. */
export function durationText(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  const years = Math.floor(days / 365);
  if (seconds < 120) {
    return `${seconds}s`;
  }
  if (minutes < 10) {
    return withRest(minutes, 'm', seconds % 60, 's');
  }
  if (minutes < 180) {
    return `${minutes}m`;
  }
  if (hours < 8) {
    return withRest(hours, 'h', minutes % 60, 'm');
  }
  if (hours < 48) {
    return `${hours}h`;
  }
  if (hours < 192) {
    return withRest(days, 'd', hours % 24, 'h');
  }
  if (days < 730) {
    return `${days}d`;
  }
  return years < 8 ? withRest(years, 'y', days % 365, 'd') : `${years}y`;
}

function withRest(
  count: number,
  unit: string,
  rest: number,
  restUnit: string,
): string {
  return rest === 0 ? `${count}${unit}` : `${count}${unit}${rest}${restUnit}`;
}
