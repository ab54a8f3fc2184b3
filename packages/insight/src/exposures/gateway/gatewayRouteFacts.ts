import { refOf } from '../../RecordSet';
import { named } from '../../rules/words';
import { ExposurePath } from '../ExposurePath';
import { HopFacts } from '../HopFacts';
import { backendLabel, Route } from '../Route';
import { currentCondition } from './Attachment';
import { conditionEvidence } from './gatewayFacts';

/** What a route of the Gateway API takes, where it sends it, and its status. */
export function gatewayRouteFacts({ route }: ExposurePath): HopFacts {
  const { record, host, paths, fields, share, attachment } = route;
  const [first] = paths;
  const more = paths.length > 1 ? ` and ${paths.length - 1} more` : '';
  const label = backendLabel(route);
  const open = openRoute(route);
  return {
    object: refOf(record),
    subject: first
      ? `${record.name} ${first.path} ${first.pathType}${more}`
      : record.name,
    status: share
      ? `leads to ${label}, ${share.weight} of ${share.of}`
      : `leads to ${label}`,
    evidence: [
      ...(host
        ? [{ object: refOf(record), field: 'spec.hostnames', value: host }]
        : []),
      ...fields
        .slice(0, 5)
        .map(field => ({ object: refOf(record), field, value: label })),
      ...(attachment?.statuses ?? []).flatMap(({ conditions }) =>
        conditionEvidence(
          record,
          conditions,
          `status.parents[${attachment?.parent.to.name}]`,
        ),
      ),
    ],
    ...(open !== undefined && { open }),
  };
}

function openRoute({ record, attachment }: Route): string | undefined {
  const conditions = (attachment?.statuses ?? []).flatMap(
    status => status.conditions,
  );
  if (conditions.some(({ outdated }) => outdated)) {
    return `the controller has not yet looked at the newest version of the ${named(
      record,
    )}`;
  }
  return currentCondition(conditions, 'Accepted')?.status === 'True'
    ? undefined
    : `no controller says that it accepts the ${named(record)}`;
}
