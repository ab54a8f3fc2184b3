import { isIP } from 'node:net';
import { forbiddenField, invalidValue, required } from '../errors/fieldErrors';
import { FieldError } from '../errors/refusals';
import { isJsonObject, JsonObject, objectsIn, valueAt } from '../objects/json';
import { KindBehaviour } from '../registry/KindBehaviour';
import { portErrors } from './portRules';

/** NetworkPolicies (networking.k8s.io/v1). */
export const networkPolicy: KindBehaviour = {
  validate: object =>
    (
      [
        ['ingress', 'from'],
        ['egress', 'to'],
      ] as const
    ).flatMap(([list, peers]) =>
      objectsIn(valueAt(object, `spec.${list}`)).flatMap((rule, index) =>
        ruleErrors(rule, peers, `spec.${list}[${index}]`),
      ),
    ),
};

function ruleErrors(
  rule: JsonObject,
  peers: 'from' | 'to',
  path: string,
): FieldError[] {
  return [
    ...objectsIn(rule.ports).flatMap(({ port }, index) =>
      port === undefined
        ? []
        : portErrors(port, `${path}.ports[${index}].port`),
    ),
    ...objectsIn(rule[peers]).flatMap((peer, index) =>
      peerErrors(peer, `${path}.${peers}[${index}]`),
    ),
  ];
}

function peerErrors(peer: JsonObject, path: string): FieldError[] {
  const { ipBlock } = peer;
  const selects =
    isJsonObject(peer.podSelector) || isJsonObject(peer.namespaceSelector);
  if (!isJsonObject(ipBlock)) {
    return selects ? [] : [required(path, 'must specify a peer')];
  }
  const cidr = String(ipBlock.cidr ?? '');
  return [
    ...(selects
      ? [forbiddenField(path, 'may not specify both ipBlock and another peer')]
      : []),
    ...(isCidr(cidr)
      ? []
      : [
          invalidValue(
            `${path}.ipBlock.cidr`,
            cidr,
            'must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)',
          ),
        ]),
  ];
}

/** Whether a text is a network, such as `10.0.0.0/8`. */
export function isCidr(text: string): boolean {
  const [address, length, ...more] = text.split('/');
  const family = isIP(address);
  return (
    more.length === 0 &&
    family !== 0 &&
    /^\d{1,3}$/.test(length ?? '') &&
    Number(length) <= (family === 4 ? 32 : 128)
  );
}
