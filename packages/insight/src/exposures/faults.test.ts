import {
  Changes,
  checkoutExposure,
  endpoint,
  hopLine,
  ingressClass,
  metadata,
  pod,
  waitingFor,
} from '../testing/shop';

const HEALTHY =
  'address:ok listener:ok route:ok service:ok endpoints:ok pods:ok';

function rule(backend: object) {
  return {
    host: 'checkout.contoso.example',
    http: { paths: [{ path: '/', pathType: 'Prefix', backend }] },
  };
}

function service(name: string, port: object) {
  return { service: { name, port } };
}

const NOT_READY = [
  endpoint('checkout-1-a', false),
  endpoint('checkout-1-b', false),
];

function bothPods(status: object): Changes {
  return {
    pods: [pod('checkout-1-a', { status }), pod('checkout-1-b', { status })],
    endpoints: NOT_READY,
  };
}

describe('a fault', () => {
  it.each<{
    name: string;
    changes: Changes;
    hops: string;
    at: string;
    rule: string;
    sentence: string;
    command?: string;
  }>([
    {
      name: 'an Ingress that has waited long for an address',
      changes: { ingressStatus: {} },
      hops: 'address:broken listener:ok route:ok service:ok endpoints:ok pods:ok',
      at: 'address',
      rule: 'IN35',
      sentence:
        'checkout.contoso.example does not reach a pod: the Ingress checkout has no address.',
      command: 'kubectl --namespace=shop describe ingress/checkout',
    },
    {
      name: 'a class that does not exist',
      changes: { ingress: { ingressClassName: 'nginx' }, ingressStatus: {} },
      hops: 'address:broken listener:broken route:- service:- endpoints:- pods:-',
      at: 'listener',
      rule: 'IN14',
      sentence:
        'checkout.contoso.example does not reach a pod: the Ingress checkout names the class nginx, which does not exist.',
      command: `kubectl --namespace=shop patch ingress/checkout --type=merge '--patch={"spec":{"ingressClassName":"traefik"}}'`,
    },
    {
      name: 'a class that is gone, with an address left from before',
      changes: { ingress: { ingressClassName: 'nginx' } },
      hops: 'address:ok listener:warning route:ok service:ok endpoints:ok pods:ok',
      at: 'listener',
      rule: 'IN14',
      sentence:
        'It is doubtful whether checkout.contoso.example reaches its pods: the Ingress checkout names the class nginx, which does not exist.',
      command: `kubectl --namespace=shop patch ingress/checkout --type=merge '--patch={"spec":{"ingressClassName":"traefik"}}'`,
    },
    {
      name: 'no class and no default one',
      changes: {
        ingress: { ingressClassName: undefined },
        ingressStatus: {},
      },
      hops: 'address:broken listener:broken route:- service:- endpoints:- pods:-',
      at: 'listener',
      rule: 'IN14',
      sentence:
        'checkout.contoso.example does not reach a pod: the Ingress checkout names no class and the cluster has no default one.',
      command: `kubectl --namespace=shop patch ingress/checkout --type=merge '--patch={"spec":{"ingressClassName":"traefik"}}'`,
    },
    {
      name: 'a class named in the field and in the annotation',
      changes: {
        ingressMetadata: {
          annotations: { 'kubernetes.io/ingress.class': 'nginx' },
        },
      },
      hops: 'address:ok listener:warning route:ok service:ok endpoints:ok pods:ok',
      at: 'listener',
      rule: 'IN15',
      sentence:
        'checkout.contoso.example reaches its pods, but the Ingress checkout names its class twice.',
      command: `kubectl --namespace=shop patch ingress/checkout --type=merge '--patch={"metadata":{"annotations":{"kubernetes.io/ingress.class":null}}}'`,
    },
    {
      name: 'a Service that does not exist',
      changes: { instead: { Service: [], EndpointSlice: [] } },
      hops: 'address:ok listener:ok route:broken service:- endpoints:- pods:-',
      at: 'route',
      rule: 'IN36',
      sentence:
        'checkout.contoso.example does not reach a pod: the Service checkout does not exist.',
      command: 'kubectl --namespace=shop get services',
    },
    {
      name: 'a port number that the Service does not have',
      changes: {
        ingress: { rules: [rule(service('checkout', { number: 8080 }))] },
      },
      hops: 'address:ok listener:ok route:broken service:- endpoints:- pods:-',
      at: 'route',
      rule: 'IN37',
      sentence:
        'checkout.contoso.example does not reach a pod: the Service checkout has no port 8080.',
      command: `kubectl --namespace=shop patch ingress/checkout --type=json '--patch=[{"op":"add","path":"/spec/rules/0/http/paths/0/backend/service/port","value":{"name":"http"}}]'`,
    },
    {
      name: 'a port name that the Service does not have',
      changes: {
        ingress: { rules: [rule(service('checkout', { name: 'https' }))] },
        service: {
          ports: [
            { name: 'http', port: 80, targetPort: 'web' },
            { name: 'metrics', port: 9090, targetPort: 'web' },
          ],
        },
      },
      hops: 'address:ok listener:ok route:broken service:- endpoints:- pods:-',
      at: 'route',
      rule: 'IN37',
      sentence:
        'checkout.contoso.example does not reach a pod: the Service checkout has no port https.',
    },
    {
      name: 'a backend without a port',
      changes: { ingress: { rules: [rule(service('checkout', {}))] } },
      hops: 'address:ok listener:ok route:broken service:- endpoints:- pods:-',
      at: 'route',
      rule: 'IN37',
      sentence:
        'checkout.contoso.example does not reach a pod: the Ingress checkout names no port of the Service checkout.',
      command: `kubectl --namespace=shop patch ingress/checkout --type=json '--patch=[{"op":"add","path":"/spec/rules/0/http/paths/0/backend/service/port","value":{"name":"http"}}]'`,
    },
    {
      name: 'a named target port that no container has',
      changes: {
        service: { ports: [{ name: 'http', port: 80, targetPort: 'https' }] },
        endpoints: [],
        slicePorts: [],
      },
      hops: 'address:ok listener:ok route:ok service:broken endpoints:- pods:-',
      at: 'service',
      rule: 'IN13',
      sentence:
        'checkout.contoso.example does not reach a pod: the Service checkout sends to the port https, which no container has.',
      command: `kubectl --namespace=shop patch service/checkout --type=json '--patch=[{"op":"replace","path":"/spec/ports/0/targetPort","value":"web"}]'`,
    },
    {
      name: 'a target port number that the containers do not declare',
      changes: {
        service: { ports: [{ name: 'http', port: 80, targetPort: 9999 }] },
      },
      hops: 'address:ok listener:ok route:ok service:warning endpoints:ok pods:ok',
      at: 'service',
      rule: 'IN13',
      sentence:
        'It is doubtful whether checkout.contoso.example reaches its pods: no container declares the port 9999 to which the Service checkout sends.',
      command: `kubectl --namespace=shop patch service/checkout --type=json '--patch=[{"op":"replace","path":"/spec/ports/0/targetPort","value":"web"}]'`,
    },
    {
      name: 'a selector that matches nothing',
      changes: { service: { selector: { app: 'chekout' } }, endpoints: [] },
      hops: 'address:ok listener:ok route:ok service:ok endpoints:broken pods:unknown',
      at: 'endpoints',
      rule: 'IN12',
      sentence:
        'checkout.contoso.example does not reach a pod: the Service checkout selects app=chekout, and no pod has these labels.',
      command: 'kubectl --namespace=shop get pods --show-labels',
    },
    {
      name: 'ready pods of which no slice says so',
      changes: { endpoints: NOT_READY },
      hops: 'address:ok listener:ok route:ok service:ok endpoints:broken pods:ok',
      at: 'endpoints',
      rule: 'IN12',
      sentence:
        'checkout.contoso.example does not reach a pod: the cluster has made no endpoint of the pods of checkout.',
      command:
        'kubectl --namespace=shop get endpointslices --selector=kubernetes.io/service-name=checkout',
    },
    {
      name: 'a Deployment scaled to zero',
      changes: {
        deployment: { replicas: 0 },
        deploymentStatus: { readyReplicas: 0, updatedReplicas: 0 },
        pods: [],
        endpoints: [],
      },
      hops: 'address:ok listener:ok route:ok service:ok endpoints:broken pods:broken',
      at: 'pods',
      rule: 'PS34',
      sentence:
        'checkout.contoso.example does not reach a pod: the Deployment checkout is scaled to zero.',
      command:
        'kubectl --namespace=shop get events --field-selector=involvedObject.kind=Deployment,involvedObject.name=checkout',
    },
    {
      name: 'a Deployment scaled to zero whose pods are ending',
      changes: {
        deployment: { replicas: 0 },
        pods: [
          pod('checkout-1-a', {
            metadata: { deletionTimestamp: '2026-11-22T12:00:00Z' },
          }),
        ],
        endpoints: [endpoint('checkout-1-a', false)],
      },
      hops: 'address:ok listener:ok route:ok service:ok endpoints:broken pods:broken',
      at: 'pods',
      rule: 'PS34',
      sentence:
        'checkout.contoso.example does not reach a pod: the Deployment checkout is scaled to zero.',
      command:
        'kubectl --namespace=shop get events --field-selector=involvedObject.kind=Deployment,involvedObject.name=checkout',
    },
    {
      name: 'pods that crash',
      changes: bothPods(
        waitingFor('CrashLoopBackOff', {
          restartCount: 7,
          lastState: { terminated: { reason: 'OOMKilled', exitCode: 137 } },
        }),
      ),
      hops: 'address:ok listener:ok route:ok service:ok endpoints:broken pods:broken',
      at: 'pods',
      rule: 'PS25',
      sentence:
        'checkout.contoso.example does not reach a pod: the pod checkout-1-a crashes again and again (it last ended with OOMKilled, exit code 137).',
      command:
        'kubectl --namespace=shop logs pod/checkout-1-a --container=app --previous',
    },
    {
      name: 'pods whose image cannot be pulled',
      changes: bothPods(waitingFor('ImagePullBackOff')),
      hops: 'address:ok listener:ok route:ok service:ok endpoints:broken pods:broken',
      at: 'pods',
      rule: 'PS17',
      sentence:
        'checkout.contoso.example does not reach a pod: the pod checkout-1-a cannot pull an image (ImagePullBackOff).',
      command: 'kubectl --namespace=shop describe pod/checkout-1-a',
    },
    {
      name: 'pods that lack a ConfigMap',
      changes: bothPods(waitingFor('CreateContainerConfigError')),
      hops: 'address:ok listener:ok route:ok service:ok endpoints:broken pods:broken',
      at: 'pods',
      rule: 'PS23',
      sentence:
        'checkout.contoso.example does not reach a pod: the pod checkout-1-a refers to a ConfigMap, a Secret or a key that is missing.',
      command: 'kubectl --namespace=shop describe pod/checkout-1-a',
    },
    {
      name: 'pods with a wrong command',
      changes: bothPods(waitingFor('RunContainerError')),
      hops: 'address:ok listener:ok route:ok service:ok endpoints:broken pods:broken',
      at: 'pods',
      rule: 'PS24',
      sentence:
        'checkout.contoso.example does not reach a pod: the pod checkout-1-a cannot start a container (RunContainerError): its command or its mounts are wrong.',
      command: 'kubectl --namespace=shop describe pod/checkout-1-a',
    },
    {
      name: 'pods that fit on no node',
      changes: {
        pods: ['checkout-1-a', 'checkout-1-b'].map(name =>
          pod(name, {
            spec: { nodeName: undefined },
            status: {
              phase: 'Pending',
              conditions: [
                {
                  type: 'PodScheduled',
                  status: 'False',
                  reason: 'Unschedulable',
                },
              ],
            },
          }),
        ),
        endpoints: [],
      },
      hops: 'address:ok listener:ok route:ok service:ok endpoints:broken pods:broken',
      at: 'pods',
      rule: 'PS01',
      sentence:
        'checkout.contoso.example does not reach a pod: the pod checkout-1-a fits on no node: too little room, or taints, selectors or volumes that exclude every node.',
      command: 'kubectl --namespace=shop describe pod/checkout-1-a',
    },
    {
      name: 'pods whose readiness probe fails',
      changes: bothPods({
        phase: 'Running',
        conditions: [{ type: 'Ready', status: 'False' }],
        containerStatuses: [
          { name: 'app', ready: false, state: { running: {} } },
        ],
      }),
      hops: 'address:ok listener:ok route:ok service:ok endpoints:broken pods:broken',
      at: 'pods',
      rule: 'PS28',
      sentence:
        'checkout.contoso.example does not reach a pod: the pod checkout-1-a runs, and its readiness probe (or a readiness gate) does not succeed.',
      command: 'kubectl --namespace=shop describe pod/checkout-1-a',
    },
    {
      name: 'one of two pods starting',
      changes: {
        pods: [
          pod('checkout-1-a'),
          pod('checkout-1-b', { status: waitingFor('ContainerCreating') }),
        ],
        endpoints: [
          endpoint('checkout-1-a', true),
          endpoint('checkout-1-b', false),
        ],
      },
      hops: 'address:ok listener:ok route:ok service:ok endpoints:ok pods:warning',
      at: 'pods',
      rule: 'PS37',
      sentence:
        'checkout.contoso.example reaches its pods, but the pod checkout-1-b has not started yet (phase Pending).',
      command: 'kubectl --namespace=shop describe pod/checkout-1-b',
    },
    {
      name: 'fewer pods than wanted',
      changes: { deployment: { replicas: 3 } },
      hops: 'address:ok listener:ok route:ok service:ok endpoints:ok pods:warning',
      at: 'pods',
      rule: 'PS36',
      sentence:
        'checkout.contoso.example reaches its pods, but 2 of the 3 wanted pods exist.',
      command:
        'kubectl --namespace=shop get events --field-selector=involvedObject.kind=ReplicaSet',
    },
    {
      name: 'a rollout under way',
      changes: { deploymentStatus: { updatedReplicas: 1 } },
      hops: 'address:ok listener:ok route:ok service:ok endpoints:ok pods:warning',
      at: 'pods',
      rule: 'PS35',
      sentence:
        'checkout.contoso.example reaches its pods, but a rollout of the Deployment checkout is under way.',
      command: 'kubectl --namespace=shop rollout status deployment/checkout',
    },
    {
      name: 'a paused rollout',
      changes: {
        deployment: { paused: true },
        deploymentStatus: { updatedReplicas: 1 },
      },
      hops: 'address:ok listener:ok route:ok service:ok endpoints:ok pods:warning',
      at: 'pods',
      rule: 'PS35',
      sentence:
        'checkout.contoso.example reaches its pods, but a rollout of the Deployment checkout is paused.',
      command: 'kubectl --namespace=shop rollout resume deployment/checkout',
    },
    {
      name: 'a stuck rollout',
      changes: {
        deploymentStatus: {
          updatedReplicas: 1,
          conditions: [
            {
              type: 'Progressing',
              status: 'False',
              reason: 'ProgressDeadlineExceeded',
            },
          ],
        },
      },
      hops: 'address:ok listener:ok route:ok service:ok endpoints:ok pods:warning',
      at: 'pods',
      rule: 'PS31',
      sentence:
        'checkout.contoso.example reaches its pods, but the rollout of the Deployment checkout is stuck.',
      command: 'kubectl --namespace=shop rollout status deployment/checkout',
    },
  ])('$name', ({ changes, hops, at, rule: id, sentence, command }) => {
    const exposure = checkoutExposure(changes);
    expect(hopLine(exposure)).toBe(hops);
    expect(exposure.brokenAt).toBe(at);
    expect(exposure.sentence).toBe(sentence);
    const finding = exposure.hops.find(({ kind }) => kind === at)?.finding;
    expect(finding?.rule).toBe(id);
    expect(finding?.remedy.command).toBe(command);
    expect(finding?.remedy.text).toMatch(/\w.*\.$/);
    expect(finding?.cause).toMatch(/checkout.*\.$/s);
    for (const { evidence } of exposure.hops) {
      const facts = evidence.map(item => JSON.stringify(item));
      expect(facts).toEqual([...new Set(facts)]);
    }
  });

  it('hides nothing of what rules found on one hop', () => {
    const exposure = checkoutExposure({
      pods: [
        pod('checkout-1-a', { status: waitingFor('CrashLoopBackOff') }),
        pod('checkout-1-b', { status: waitingFor('ErrImagePull') }),
      ],
      endpoints: NOT_READY,
      deploymentStatus: { updatedReplicas: 1 },
    });
    const pods = exposure.hops.find(({ kind }) => kind === 'pods');
    expect([pods?.finding, ...(pods?.otherFindings ?? [])]).toMatchObject([
      { rule: 'PS17', severity: 'error' },
      { rule: 'PS25', severity: 'error' },
      { rule: 'PS35', severity: 'warning' },
    ]);
  });
});

describe('no fault', () => {
  it.each<{ name: string; changes: Changes }>([
    {
      name: 'an Ingress without a class where one is the default',
      changes: {
        ingress: { ingressClassName: undefined },
        instead: {
          IngressClass: [
            ingressClass('traefik', 'traefik.io/ingress-controller', true),
          ],
        },
      },
    },
    {
      name: 'the old annotation, taken by a controller without an IngressClass',
      changes: {
        ingress: { ingressClassName: undefined },
        ingressMetadata: {
          annotations: {
            'kubernetes.io/ingress.class': 'azure/application-gateway',
          },
        },
        instead: { IngressClass: [] },
      },
    },
    {
      name: 'a numeric target port where containers declare none',
      changes: {
        service: { ports: [{ name: 'http', port: 80, targetPort: 9999 }] },
        pods: ['checkout-1-a', 'checkout-1-b'].map(name =>
          pod(name, { spec: { containers: [{ name: 'app' }] } }),
        ),
      },
    },
    {
      name: 'a target port that a sidecar declares',
      changes: {
        service: { ports: [{ name: 'http', port: 80, targetPort: 'proxy' }] },
        pods: ['checkout-1-a', 'checkout-1-b'].map(name =>
          pod(name, {
            spec: {
              containers: [{ name: 'app' }],
              initContainers: [
                {
                  name: 'proxy',
                  restartPolicy: 'Always',
                  ports: [{ name: 'proxy', containerPort: 15001 }],
                },
              ],
            },
          }),
        ),
      },
    },
    {
      name: 'finished and evicted pods beside the running ones',
      changes: {
        pods: [
          pod('checkout-1-a'),
          pod('checkout-1-b'),
          pod('checkout-1-c', {
            status: { phase: 'Failed', reason: 'Evicted' },
          }),
        ],
      },
    },
    {
      name: 'a dual-stack Service',
      changes: {
        instead: {
          EndpointSlice: ['IPv4', 'IPv6'].map(addressType => ({
            metadata: metadata(`checkout-${addressType}`, {
              labels: { 'kubernetes.io/service-name': 'checkout' },
            }),
            addressType,
            ports: [{ name: 'http', port: 8080 }],
            endpoints: [
              endpoint('checkout-1-a', true),
              endpoint('checkout-1-b', true),
            ],
          })),
        },
      },
    },
    {
      name: 'a StatefulSet, which is not collected',
      changes: {
        instead: { Deployment: [], ReplicaSet: [] },
        pods: ['checkout-0', 'checkout-1'].map(name =>
          pod(name, {
            metadata: {
              ownerReferences: [
                {
                  apiVersion: 'apps/v1',
                  kind: 'StatefulSet',
                  name: 'checkout',
                  controller: true,
                },
              ],
            },
          }),
        ),
      },
    },
  ])('$name', ({ changes }) => {
    const roots = [
      { kind: 'Deployment', namespace: 'shop', name: 'checkout' },
      { kind: 'StatefulSet', namespace: 'shop', name: 'checkout' },
    ];
    const exposure = checkoutExposure(changes, { roots });
    expect(hopLine(exposure)).toBe(HEALTHY);
    expect(exposure.hops[4].subject).toBe('2 of 2 ready');
    expect(exposure.hops.flatMap(({ finding }) => finding ?? [])).toEqual([]);
  });
});
