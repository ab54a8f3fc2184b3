import { fields, list, named, plain, Shape } from '../Shape';
import { conditions, object, reference, selector } from './common';

const headers = list(fields(plain('name')));

// Which headers are compared or set is kept, what they hold is not.
const modifiedHeaders = fields({
  add: headers,
  set: headers,
  remove: list('plain'),
});

const changedPath = fields({
  type: 'plain',
  replaceFullPath: 'path',
  replacePrefixMatch: 'path',
});

const filters = list(
  fields({
    type: 'plain',
    requestHeaderModifier: modifiedHeaders,
    responseHeaderModifier: modifiedHeaders,
    requestMirror: fields({
      backendRef: reference,
      percent: 'plain',
      fraction: fields(plain('denominator', 'numerator')),
    }),
    cors: fields({
      ...plain('allowCredentials', 'maxAge'),
      allowMethods: list('plain'),
    }),
    requestRedirect: fields({
      ...plain('port', 'scheme', 'statusCode'),
      hostname: 'name',
      path: changedPath,
    }),
    urlRewrite: fields({ hostname: 'name', path: changedPath }),
    extensionRef: reference,
  }),
);

// What is compared is kept, the values it is compared with are not.
const compared = list(fields(plain('name', 'type')));

function route(matches: { [field: string]: Shape }): Shape {
  return object({
    spec: fields({
      parentRefs: list(reference),
      hostnames: list('name'),
      rules: list(
        fields({
          name: 'plain',
          matches: list(fields({ ...matches, headers: compared })),
          filters,
          backendRefs: list(fields({ ...reference.fields, filters })),
          timeouts: fields(plain('backendRequest', 'request')),
        }),
      ),
    }),
    status: fields({
      parents: list(
        fields({
          parentRef: reference,
          controllerName: 'plain',
          conditions,
        }),
      ),
    }),
  });
}

const allowedRoutes = fields({
  kinds: list(fields(plain('group', 'kind'))),
  namespaces: fields({ from: 'plain', selector }),
});

const listeners = list(
  fields({
    ...plain('name', 'port', 'protocol'),
    hostname: 'name',
    allowedRoutes,
    tls: fields({ mode: 'plain', certificateRefs: list(reference) }),
  }),
);

const listenerStatuses = list(
  fields({
    ...plain('name', 'attachedRoutes'),
    supportedKinds: list(fields(plain('group', 'kind'))),
    conditions,
  }),
);

const peer = list(
  fields({ ...plain('group', 'kind'), ...named('name', 'namespace') }),
);

const GROUP = 'gateway.networking.k8s.io';

/** The Gateway API. */
export const gatewayShapes: Record<string, Shape> = {
  [`${GROUP}/GatewayClass`]: object({
    spec: fields({ controllerName: 'plain', parametersRef: reference }),
    status: fields({ conditions }),
  }),
  [`${GROUP}/Gateway`]: object({
    spec: fields({
      gatewayClassName: 'name',
      addresses: list(fields({ type: 'plain', value: 'name' })),
      allowedListeners: fields({
        namespaces: fields({ from: 'plain', selector }),
      }),
      listeners,
    }),
    status: fields({
      attachedListenerSets: 'plain',
      addresses: list(fields({ type: 'plain', value: 'name' })),
      conditions,
      listeners: listenerStatuses,
    }),
  }),
  [`${GROUP}/ListenerSet`]: object({
    spec: fields({ parentRef: reference, listeners }),
    status: fields({ conditions, listeners: listenerStatuses }),
  }),
  [`${GROUP}/HTTPRoute`]: route({
    path: fields(plain('type', 'value')),
    method: 'plain',
    queryParams: compared,
  }),
  [`${GROUP}/GRPCRoute`]: route({
    method: fields(plain('type', 'service', 'method')),
  }),
  [`${GROUP}/ReferenceGrant`]: object({
    spec: fields({ from: peer, to: peer }),
  }),
};
