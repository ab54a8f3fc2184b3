import { FilesReport } from '../checkFiles';

/** What the command found, and with which version of itself. */
export interface Report extends FilesReport {
  /** Paths that were passed over, with the reason. */
  skipped: { path: string; because: string }[];
  version: string;
}
