import { MetricsService } from '@backstage/backend-plugin-api/alpha';

/**
 * Where figures go: Backstage's metrics service, and through it OpenTelemetry.
 * The service is alpha in Backstage 1.55, so nothing else names it but the
 * plugin that asks for it.
 */
export type Meter = Pick<
  MetricsService,
  'createCounter' | 'createHistogram' | 'createObservableGauge'
>;
