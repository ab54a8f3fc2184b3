/** The time of day, with the date where that is not today. */
export function clockTime(date: Date, today: Date): string {
  const time = date.toLocaleTimeString([], {
    hour: '2-digit',
    minute: '2-digit',
  });
  return date.toDateString() === today.toDateString()
    ? time
    : `${date.toLocaleDateString()} ${time}`;
}
