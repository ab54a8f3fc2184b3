import {
  createTranslationRef,
  TranslationFunction,
} from '@backstage/frontend-plugin-api';

/**
 * Every text of the AKS plugin that does not come from the backend.
 *
 * @public
 */
export const aksTranslationRef = createTranslationRef({
  id: 'aks',
  messages: {
    age: {
      moments: 'less than a minute',
      minutes: '{{value}} min',
      hours: '{{value}} h',
      days: '{{value}} d',
      since: 'since {{time}} ({{age}} ago)',
    },
    verdict: {
      ok: 'ok',
      warning: 'warning',
      broken: 'broken',
      unknown: 'unknown',
      notJudged: 'not judged',
      brokenAt: 'broken at {{hop}}',
      warningAt: 'warning at {{hop}}',
      unknownAt: 'unknown at {{hop}}',
      brokenOf: '{{value}} of {{total}} broken',
      warningOf: '{{value}} of {{total}} with a warning',
      unknownOf: '{{value}} of {{total}} unknown',
    },
    hop: {
      address: 'Address',
      listener: 'Listener',
      route: 'Route',
      service: 'Service',
      endpoints: 'Endpoints',
      pods: 'Pods',
    },
    more: 'and {{value}} more',
    copy: {
      action: 'Copy',
      done: 'Copied',
      byHand: 'Selected: press Ctrl+C or ⌘C',
    },
    ingress: {
      title: 'Ingress',
      loading: 'Loading how this service is reached',
      openExposure: 'See every hop',
      noRoute: 'no route',
      anyHost: 'any host name',
      paths: 'Paths',
      className: 'Class',
      address: 'Address',
      age: 'Age',
      place: 'Cluster',
      everyPath: 'every path',
      noClassName: 'default',
      noAddress: 'none yet',
      moreIngresses_one: 'and {{count}} more Ingress',
      moreIngresses_other: 'and {{count}} more Ingresses',
    },
    exposure: {
      title: 'Exposure',
      loading: 'Loading the path from host name to pods',
      anyHost: 'Any host name',
      everyPath: 'every path',
      tls: 'HTTPS',
      noTls: 'HTTP',
      hops: 'Path of {{host}} to its pods',
      hosts_one: '{{count}} host name',
      hosts_other: '{{count}} host names',
      noRoute: 'The service is there, but no host name leads to it.',
      noRouteHint:
        'That is right for a service that only others in the cluster call. To make it reachable from outside, add an Ingress whose backend is its Service, in the namespace of the Service.',
    },
    evidence: {
      label: 'What the cluster says about {{hop}}',
      behindBreak:
        'Not judged: the path is already broken at {{hop}}. Repair that first.',
      notJudged: 'Not judged.',
      remedy: 'What to do',
      command: 'Command',
      heading: 'What the objects say',
    },
    freshness: {
      label: 'How fresh this is',
      live: 'live',
      stale: 'stale',
      forbidden: 'forbidden',
      absent: 'absent',
      unreachable: 'unreachable',
      pending: 'first reading under way',
      notUpdated: 'not updated',
      heading: 'Not updated',
    },
    notices: {
      label: 'What is missing from this page',
      stale: '{{name}} is not up to date',
      forbidden: '{{name}} may not be read',
      absent: '{{name}} does not exist there',
      unreachable: '{{name}} cannot be reached',
      pending: '{{name}} is being read for the first time',
      kindOfCluster: '{{kind}} on {{cluster}}',
      hidden_one: '{{count}} namespace is not visible to you',
      hidden_other: '{{count}} namespaces are not visible to you',
      hiddenNamed:
        "Named in this entity's annotations: {{namespaces}}. What is named there may also not exist.",
      hiddenAsk:
        'Ask the team that owns the namespace, or your platform team, for the permission aks.namespace.read on it.',
    },
    unannotated: {
      title: 'The portal does not know which workloads belong to {{name}}',
      label:
        'Add this annotation to its catalog-info.yaml, and the same label to its Deployment (or other workload) and the Service in front of it:',
      selector:
        'Workloads that carry other labels are found by a selector instead, and both can be limited to namespaces:',
      edit: 'Edit catalog-info.yaml',
    },
    notFound: {
      title: 'Nothing on the clusters matches',
      selector: 'Looked for',
      clusters: 'On clusters',
      namespaces: 'In namespaces',
      everywhere: 'all that the portal reads',
      causes: 'Likely causes',
      label:
        'The label stands on neither the workload nor its Service. A label on the pod template alone is not seen.',
      value: 'The annotation and the label differ in spelling or case.',
      namespace: 'The workload runs in a namespace that the annotation omits.',
      cluster: 'No cluster of the portal has the name in the annotation.',
      notDeployed: 'It has not been deployed yet.',
    },
    failure: {
      refused: 'You may not see this',
      missing: 'The portal does not know this entity',
      unreachable: 'The portal’s backend did not answer',
      unreachableHint:
        'Check your connection; if others see this too, tell your platform team. The page tries again by itself.',
      other: 'The AKS backend could not answer',
      retry: 'Try again',
    },
  },
});

/** The function that looks up the plugin's texts. */
export type AksTranslate = TranslationFunction<typeof aksTranslationRef.T>;
