import { Freshness } from '@backstage-aks/insight';
import { LoggerService } from '@backstage/backend-plugin-api';

/** Logs that the freshness of a source has changed. */
export function describeFreshness(
  logger: LoggerService,
  source: string,
  freshness: Freshness,
): void {
  if (freshness.state === 'live') {
    logger.debug(`${source}: live`);
  } else {
    logger.warn(`${source}: ${freshness.state}. ${freshness.message ?? ''}`);
  }
}
