import {
  checkoutObjects,
  endpoint,
  exposuresAmong,
  hopLine,
} from '../testing/shop';

function exposures(service: object, changes: object = {}) {
  return exposuresAmong(
    checkoutObjects({ service, ...changes, instead: { Ingress: [] } }),
  ).exposures;
}

const ports = [
  { name: 'http', port: 80, targetPort: 'web', nodePort: 30080 },
  { name: 'more', port: 81, targetPort: 'web' },
];

describe('a Service of type NodePort', () => {
  it('opens a way in at the nodes for each port that has one there', () => {
    const [exposure, ...others] = exposures({ type: 'NodePort', ports });
    expect(others).toEqual([]);
    expect(hopLine(exposure)).toBe(
      'address:ok service:ok endpoints:ok pods:ok',
    );
    expect(exposure.hops[0]).toMatchObject({
      subject: 'port 30080 of every node',
      status: 'open on the nodes',
      evidence: [{ field: 'spec.ports[0].nodePort', value: '30080' }],
    });
    expect(exposure.sentence).toBe(
      'Port 30080 of the nodes reaches its pods: 2 running · 1 zone.',
    );
    expect(exposure.stack).toBeUndefined();
  });

  it('breaks where a load balancer’s would', () => {
    const [exposure] = exposures(
      { type: 'NodePort', ports },
      { endpoints: [endpoint('checkout-1-a', false)] },
    );
    expect(exposure.verdict).toBe('broken');
    expect(exposure.sentence).toContain(
      'Port 30080 of the nodes does not reach a pod',
    );
  });
});

describe('a Service for the cluster alone', () => {
  it.each([
    ['ClusterIP', {}],
    ['ClusterIP', { clusterIP: 'None' }],
    ['ExternalName', { externalName: 'shop.example' }],
  ])('of type %s opens no way in: %j', (type, more) => {
    expect(exposures({ type, ports, ...more })).toEqual([]);
  });
});
