import {
  createTranslationRef,
  TranslationFunction,
  TranslationRef,
} from '@backstage/frontend-plugin-api';

/**
 * Every text of the AKS plugin that does not come from the backend, by key.
 *
 * @public
 */
export const aksMessages = {
  'age.moments': 'less than a minute',
  'age.minutes': '{{value}} min',
  'age.hours': '{{value}} h',
  'age.days': '{{value}} d',
  'age.since': 'since {{time}} ({{age}} ago)',

  'verdict.ok': 'ok',
  'verdict.warning': 'warning',
  'verdict.broken': 'broken',
  'verdict.unknown': 'unknown',
  'verdict.notJudged': 'not judged',
  'verdict.brokenAt': 'broken at {{hop}}',
  'verdict.warningAt': 'warning at {{hop}}',
  'verdict.unknownAt': 'unknown at {{hop}}',
  'verdict.brokenOf': '{{value}} of {{total}} broken',
  'verdict.warningOf': '{{value}} of {{total}} with a warning',
  'verdict.unknownOf': '{{value}} of {{total}} unknown',
  'verdict.asOf': 'as of {{time}}',
  'verdict.partlyAsOf': 'partly as of {{time}}',
  'verdict.stale': 'not up to date',
  'verdict.partlyStale': 'partly not up to date',

  'hop.upstream': 'Upstream',
  'hop.address': 'Address',
  'hop.listener': 'Listener',
  'hop.route': 'Route',
  'hop.service': 'Service',
  'hop.endpoints': 'Endpoints',
  'hop.pods': 'Pods',

  'unseen.not-visible': 'not visible to you',
  'unseen.not-known': 'not known',

  more: 'and {{value}} more',

  'way.loadBalancer': 'Load balancer of {{name}}',
  'way.anyHost': 'Any host name of {{kind}} {{name}}',

  'copy.action': 'Copy',
  'copy.done': 'Copied',
  'copy.byHand': 'Selected: press Ctrl+C or ⌘C',

  'ingress.title': 'Ingress',
  'ingress.loading': 'Loading how this service is reached',
  'ingress.openExposure': 'See every hop',
  'ingress.noRoute': 'no route',
  'ingress.paths': 'Paths',
  'ingress.className': 'Class',
  'ingress.address': 'Address',
  'ingress.age': 'Age',
  'ingress.place': 'Cluster',
  'ingress.everyPath': 'every path',
  'ingress.noClassName': 'default',
  'ingress.noAddress': 'none yet',
  'ingress.moreIngresses_one': 'and {{count}} more Ingress',
  'ingress.moreIngresses_other': 'and {{count}} more Ingresses',

  'exposure.title': 'Exposure',
  'exposure.loading': 'Loading the path from host name to pods',
  'exposure.everyPath': 'every path',
  'exposure.tls': 'HTTPS',
  'exposure.noTls': 'HTTP',
  'exposure.hops': 'Path of {{host}} to its pods',
  'exposure.hosts_one': '{{count}} host name',
  'exposure.hosts_other': '{{count}} host names',
  'exposure.ways_one': '{{count}} way in',
  'exposure.ways_other': '{{count}} ways in',
  'exposure.noRoute': 'The service is there, but no host name leads to it.',
  'exposure.noRouteHint':
    'That is right for a service that only others in the cluster call. To make it reachable from outside, let an HTTPRoute or an Ingress lead to its Service. How its pods run is not shown here.',

  'exposure.notLookedAt':
    'DNS records and certificates are not looked at: where the path is good, a host name still needs both.',
  'exposure.filterLabel': 'Find ways in',
  'exposure.search': 'Host name, path, address or cluster',
  'exposure.byState': 'Only one state',
  'exposure.noneMatches': 'No way in matches.',
  'exposure.showMore': 'Show {{value}} more',

  'stack.title': 'Who lets the traffic in',
  'stack.supported': 'supported',
  'stack.ending': 'support ends',
  'stack.ended': 'support has ended',
  'stack.self-managed': 'not supported by Microsoft',
  'stack.not-known': 'support not known',
  'stack.until': 'supported until {{value}}',
  'stack.endedOn': 'unsupported since {{value}}',
  'stack.successor': 'Move to {{value}}.',
  'stack.docs': 'Read about {{value}}',

  'evidence.label': 'What the cluster says about {{hop}} of {{way}}',
  'evidence.behindBreak':
    'Not judged: the path is already broken at {{hop}}. Repair that first.',
  'evidence.notJudged': 'Not judged.',
  'evidence.upstream':
    'The platform declares that it stands in front of the cluster. The portal does not look at it.',
  'evidence.remedy': 'What to do',
  'evidence.command': 'Command',
  'evidence.kubernetes': 'Open the Kubernetes tab',
  'evidence.azurePortal': 'Open {{cluster}} in the Azure portal',
  'evidence.heading': 'What the objects say',

  'hosts.title': 'Hosts',
  'hosts.label': 'Host names of the fleet',
  'hosts.loading': 'Loading the host names of the fleet',
  'hosts.searchLabel': 'Find host names',
  'hosts.search': 'Host name or IP address',
  'hosts.searchExample': 'shop.example.com or 20.61.7.10',
  'hosts.any': 'any',
  'hosts.host': 'Host',
  'hosts.state': 'State',
  'hosts.owner': 'Owner',
  'hosts.address': 'Address',
  'hosts.className': 'Class',
  'hosts.cluster': 'Cluster',
  'hosts.place': 'Where',
  'hosts.noOwner': 'no owner bound',
  'hosts.noAddress': 'none yet',
  'hosts.noClassName': 'none',
  'hosts.count_one': '{{count}} way in',
  'hosts.count_other': '{{count}} ways in',
  'hosts.countJudged_one':
    '{{count}} way in, of {{judged}} looked at; {{total}} match the other filters',
  'hosts.countJudged_other':
    '{{count}} ways in, of {{judged}} looked at; {{total}} match the other filters',
  'hosts.pages': 'Pages',
  'hosts.first': 'First page',
  'hosts.next': 'Next page',
  'hosts.none': 'No cluster lets traffic in under any host name.',
  'hosts.noneMatches': 'Nothing matches.',
  'hosts.noneYet':
    'None among those that were looked at. The next page goes on from there.',
  'hosts.noCluster':
    'There is no cluster that you may see. Ask your platform team for the permission aks.cluster.read.',
  'hosts.onlyVisible':
    'Host names in namespaces that you may not see are left out.',
  'hosts.badRequest': 'This cannot be looked for',

  'status.title': 'Status',
  'status.loading': 'Loading how well each cluster is known',
  'status.noCluster':
    'There is no cluster that you may see. Clusters are named under aks.clusters in the configuration; to see one takes the permission aks.cluster.read.',
  'status.allLive': 'Every kind is live.',
  'status.kindsLive_one': '{{count}} kind is live.',
  'status.kindsLive_other': '{{count}} kinds are live.',
  'status.sameReason_one': '{{count}} kind is not, for the same reason.',
  'status.sameReason_other': '{{count}} kinds are not, for the same reason.',
  'status.notInstalled_one':
    '{{count}} more kind is not installed on this cluster.',
  'status.notInstalled_other':
    '{{count}} more kinds are not installed on this cluster.',
  'status.shared': '{{value}} clusters are in the same trouble',
  'status.remedy': 'What to do:',
  'status.details': 'Technical details',
  'status.triesAt': 'tries again at {{time}}',
  'status.triesNow': 'is trying again now',
  'status.elsewhere': 'Another replica of the portal reads this cluster.',
  'status.absent': 'What {{cluster}} does not serve',
  'status.gaps': 'What is not live on {{cluster}}',
  'status.all': 'All kinds of {{cluster}}',
  'status.showAll_one': 'Show {{count}} kind',
  'status.showAll_other': 'Show all {{count}} kinds',
  'status.kind': 'Kind',
  'status.state': 'State',
  'status.records': 'Objects',
  'status.lists': 'Listings',
  'status.malformed': 'Unreadable',
  'status.lastError': 'Newest failure',

  'freshness.label': 'How fresh this is',
  'freshness.live': 'live',
  'freshness.stale': 'stale',
  'freshness.forbidden': 'forbidden',
  'freshness.absent': 'absent',
  'freshness.unreachable': 'unreachable',
  'freshness.pending': 'first reading under way',
  'freshness.notUpdated': 'not updated',
  'freshness.heading': 'Not updated',

  'notices.label': 'What is missing from this page',
  'notices.stale': '{{name}} is not up to date',
  'notices.forbidden': '{{name}} may not be read',
  'notices.absent': '{{name}} does not exist there',
  'notices.unreachable': '{{name}} cannot be reached',
  'notices.pending': '{{name}} is being read for the first time',
  'notices.staleTogether': '{{names}} are not up to date',
  'notices.forbiddenTogether': '{{names}} may not be read',
  'notices.absentTogether': '{{names}} do not exist there',
  'notices.unreachableTogether': '{{names}} cannot be reached',
  'notices.pendingTogether': '{{names}} are being read for the first time',
  'notices.several': '{{value}} sources are not up to date',
  'notices.kindOfCluster': '{{kind}} on {{cluster}}',
  'notices.hidden_one': '{{count}} namespace is not visible to you',
  'notices.hidden_other': '{{count}} namespaces are not visible to you',
  'notices.hiddenNamed':
    "Named in this entity's annotations: {{namespaces}}. What is named there may also not exist.",
  'notices.hiddenAsk':
    'Ask the team that owns the namespace, or your platform team, for the permission aks.namespace.read on it.',

  'unannotated.title':
    'The portal does not know which workloads belong to {{name}}',
  'unannotated.label':
    'Add this annotation to its catalog-info.yaml, and the same label to its Deployment (or other workload) and the Service in front of it:',
  'unannotated.selector':
    'Workloads that carry other labels are found by a selector instead, and both can be limited to namespaces:',
  'unannotated.edit': 'Edit catalog-info.yaml',

  'notFound.title': 'Nothing on the clusters matches',
  'notFound.selector': 'Looked for',
  'notFound.clusters': 'On clusters',
  'notFound.namespaces': 'In namespaces',
  'notFound.everywhere': 'all that the portal reads',
  'notFound.causes': 'Likely causes',
  'notFound.label':
    'The label stands on neither the workload nor its Service. A label on the pod template alone is not seen.',
  'notFound.value': 'The annotation and the label differ in spelling or case.',
  'notFound.namespace':
    'The workload runs in a namespace that the annotation omits.',
  'notFound.cluster':
    'No cluster of the portal has the name in the annotation.',
  'notFound.notDeployed': 'It has not been deployed yet.',

  'failure.annotation': 'This entity’s annotations cannot be used',
  'failure.refused': 'You may not see this',
  'failure.missing': 'The portal does not know this entity',
  'failure.unreachable': 'The portal’s backend did not answer',
  'failure.unreachableHint':
    'Check your connection; if others see this too, tell your platform team. The page tries again by itself.',
  'failure.other': 'The AKS backend could not answer',
  'failure.retry': 'Try again',
} as const;

/**
 * By which apps translate the texts of the AKS plugin.
 *
 * @public
 */
export const aksTranslationRef: TranslationRef<'aks', typeof aksMessages> =
  createTranslationRef({ id: 'aks', messages: aksMessages });

/** The function that looks up the plugin's texts. */
export type AksTranslate = TranslationFunction<typeof aksTranslationRef.T>;
