import { Report } from './Report';

/** The whole report, for programs. */
export function formatJson(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
