import { refOf } from '../RecordSet';
import { kubectl } from '../remedy/remedies';
import { ExposureRule } from './ExposureRule';
import { named } from './words';

const refusedChallenge: ExposureRule = {
  id: 'IN19',
  title: 'The admission of NGINX refuses the path of an ACME challenge',
  family: 'ingress',
  hop: 'listener',
  ofHost: true,
  routeKind: 'Ingress',
  severity: 'warning',
  // Not Challenges: a cluster without cert-manager has none, and lacks nothing.
  reads: ['Ingress'],
  fact: {
    source:
      'https://cert-manager.io/docs/releases/release-notes/release-notes-1.18/ and https://github.com/cert-manager/cert-manager/issues/7791',
    date: '2026-11-28',
    verified: true,
  },
  judge({ route: { record, host } }, { records }) {
    const challenge = records
      .of('Challenge', record.namespace)
      .find(
        ({ dnsName, signals }) =>
          dnsName?.toLowerCase() === host.toLowerCase() &&
          signals.includes('acme-path-refused'),
      );
    if (!challenge) {
      return undefined;
    }
    return {
      status: 'challenge refused',
      clause: `no new certificate can be had for ${host}, as NGINX refuses the path of its challenge`,
      cause: `cert-manager is to prove that ${host} is yours by an Ingress whose path is of type Exact, and the admission of NGINX refuses that: ${named(
        challenge,
      )} cannot be presented. A certificate that is there is served until it expires.`,
      remedy: {
        text: 'Switch off the feature gate ACMEHTTP01IngressPathTypeExact of cert-manager (1.18.1 or later), or strict-validate-path-type in the ConfigMap of NGINX.',
        command: kubectl(
          challenge.namespace,
          'describe',
          `challenge/${challenge.name}`,
        ),
      },
      evidence: [
        {
          object: refOf(challenge),
          field: 'status.reason',
          value: 'cannot be used with pathType Exact',
        },
        {
          object: refOf(challenge),
          field: 'status.state',
          value: challenge.state || 'empty',
        },
      ],
    };
  },
};

/** What bars the certificate of a host. */
export const challengeRules: readonly ExposureRule[] = [refusedChallenge];
