/** The names that generated services have. */
export function serviceNames(count: number): string[] {
  return Array.from(
    { length: count },
    (_, index) => `service-${String(index).padStart(5, '0')}`,
  );
}

/** The namespace in which a generated service lives, 50 in each. */
export function namespaceOf(service: string): string {
  const index = Math.floor(Number(service.replace(/\D/g, '')) / 50);
  return `team-${String(index).padStart(3, '0')}`;
}
