import {
  isApplicationGatewayForContainers,
  listenerOwner,
} from '../../exposures/gateway/Attachment';
import { GATEWAY_ROUTE_KINDS } from '../../exposures/Route';
import { refOf } from '../../RecordSet';
import { change } from '../../remedy/remedies';
import { ExposureRule } from '../ExposureRule';
import { named } from '../words';

const PORTS = [80, 443];

const unservedPort: ExposureRule = {
  id: 'IN64',
  title: 'Application Gateway for Containers does not serve the port',
  family: 'ingress',
  hop: 'listener',
  routeKind: GATEWAY_ROUTE_KINDS,
  severity: 'error',
  reads: ['Gateway', 'GatewayClass'],
  fact: {
    source:
      'https://learn.microsoft.com/azure/application-gateway/for-containers/overview',
    date: '2025-07-21',
    verified: true,
  },
  judge({ route: { attachment } }) {
    const owner = attachment && listenerOwner(attachment);
    const { listener, gatewayClass } = attachment ?? {};
    if (
      !owner ||
      !gatewayClass ||
      !isApplicationGatewayForContainers(gatewayClass) ||
      listener?.port === undefined ||
      PORTS.includes(listener.port)
    ) {
      return undefined;
    }
    return {
      status: 'port not served',
      clause: `the listener ${listener.name} of the ${named(
        owner,
      )} has the port ${
        listener.port
      }, which Application Gateway for Containers does not serve`,
      cause: `${named(owner)}: the listener ${listener.name} has the port ${
        listener.port
      }. Application Gateway for Containers listens on the ports 80 and 443 alone.`,
      remedy: change(owner, {
        text: `Give the listener ${listener.name} the port 80 (HTTP) or 443 (HTTPS).`,
      }),
      evidence: [
        {
          object: refOf(owner),
          field: `spec.listeners[${listener.name}].port`,
          value: `${listener.port}`,
        },
      ],
    };
  },
};

/** What Application Gateway for Containers makes of listeners. */
export const containersListenerRules: readonly ExposureRule[] = [unservedPort];
