import {
  ClusterExposure,
  ExposureView,
} from '@backstage-aks/plugin-aks-common';
import { exposuresByEnvironment } from '../exposureView';
import { ServiceView } from '../ServiceViews';
import { fitting, shortened } from './fitting';
import { notCurrent } from './notCurrent';

const ORDER = ['broken', 'warning', 'unknown', 'ok'];
const PATHS = 5;
const SOURCES = 10;
const NAMESPACES = 10;

// Long enough for every sentence and command that rules make of usual names.
const TEXT = 600;

/** What the action `get-service-exposure` tells. */
export type ServiceExposure = ReturnType<typeof serviceExposure>;

/** The view that the action `get-service-exposure` answers. */
export function serviceExposureView(order: readonly string[]): ServiceView {
  return {
    name: 'service-exposure',
    version: 2,
    compose: (service): ServiceExposure =>
      serviceExposure(exposuresByEnvironment(service, order)),
  };
}

function serviceExposure(view: ExposureView) {
  const all = view.environments
    .flatMap(({ name, exposures }) =>
      exposures.map(exposure => told(name, exposure)),
    )
    .sort((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict));
  const frame = {
    entityRef: view.entityRef,
    service: view.service,
    ...(view.selector && { selector: shortened(view.selector, TEXT) }),
    environments: view.environments
      .slice(0, SOURCES)
      .map(({ name, verdict }) => ({ name, verdict })),
    notCurrent: notCurrent(view.sources),
    hiddenNamespaces: view.hidden.namespaces.slice(0, NAMESPACES),
    total: all.length,
    note: '',
  };
  // The note is measured at its longest.
  const exposures = fitting(all, { ...frame, note: noteOn(all.length, 0) });
  return { ...frame, exposures, note: noteOn(all.length, exposures.length) };
}

function noteOn(total: number, shown: number): string {
  return shown === total
    ? 'Nothing was left out.'
    : `${
        total - shown
      } of ${total} ways in are left out to keep the answer short; the worst come first. GET /api/aks/v1/entities/{kind}/{namespace}/{name}/exposure has them all.`;
}

function told(environment: string, exposure: ClusterExposure) {
  const { host, paths, route, cluster, verdict, brokenAt, hops } = exposure;
  const hop = hops.find(({ kind }) => kind === brokenAt);
  const finding = hop?.finding;
  return {
    host,
    paths: paths.slice(0, PATHS).map(({ path }) => shortened(path, 100)),
    environment,
    cluster: cluster.name,
    route: `${route.kind} ${route.namespace}/${route.name}`,
    verdict,
    sentence: shortened(exposure.sentence, TEXT),
    ...(brokenAt && { brokenAt }),
    ...(finding && {
      finding: {
        rule: finding.rule,
        severity: finding.severity,
        title: finding.title,
        cause: shortened(finding.cause, TEXT),
        remedy: shortened(finding.remedy.text, TEXT),
        ...(finding.remedy.command && {
          command: shortened(finding.remedy.command, 2 * TEXT),
        }),
      },
    }),
  };
}
