import {
  Address,
  EntryRow,
  Evidence,
  Exposure,
  ExposureSummary,
  Freshness,
  Hop,
  HopFinding,
  IngressStack,
  HopKind,
  ObjectRef,
  UnseenFields,
  Verdict,
} from '@backstage-aks/insight';
import { z } from 'zod';
import { toExposureAnswer, toExposureView } from '../exposureAnswer';
import {
  ClusterExposure,
  evidenceSchema,
  exposureAnswerSchema,
  ExposureView,
  hopFindingSchema,
  hopKindSchema,
  hopSchema,
  ingressStackSchema,
  ListedExposure,
} from './exposure';
import {
  addressSchema,
  freshnessSchema,
  objectRefSchema,
  unseenFieldsSchema,
  verdictSchema,
} from './parts';
import { IngressRow, SummaryView } from './summary';

type Mutual<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

// The keys as well: an optional field on one side only is assignable both ways.
type Same<A, B> = Mutual<A, B> extends true ? Mutual<keyof A, keyof B> : false;

/** Does not compile unless what the schema reads is what insight computes. */
function agrees<Computed>() {
  return <Read>(_schema: z.ZodType<Read>, same: Same<Computed, Read>) => same;
}

type Listed = Omit<ListedExposure, 'cluster' | 'hops' | 'stack'>;
type Row = Omit<IngressRow, 'cluster'>;
type Summary = Omit<SummaryView['ingress'], 'rows'>;

describe('the wire contract', () => {
  it('has the types that insight computes', () => {
    const listed: Same<Omit<Exposure, 'hops' | 'stack'>, Listed> = true;
    const rows: Same<EntryRow, Row> = true;
    const summary: Same<ExposureSummary, Summary> = true;
    expect([
      agrees<Address>()(addressSchema, true),
      agrees<ObjectRef>()(objectRefSchema, true),
      agrees<Freshness>()(freshnessSchema, true),
      agrees<UnseenFields>()(unseenFieldsSchema, true),
      agrees<Verdict>()(verdictSchema, true),
      agrees<HopKind>()(hopKindSchema, true),
      agrees<Evidence>()(evidenceSchema, true),
      agrees<HopFinding>()(hopFindingSchema, true),
      agrees<Hop>()(hopSchema, true),
      agrees<IngressStack>()(ingressStackSchema, true),
      listed,
      rows,
      summary,
    ]).not.toContain(false);
  });

  it('loses nothing of an exposure on the way', () => {
    const ref = { kind: 'Ingress', namespace: 'shop', name: 'checkout' };
    const finding: Required<HopFinding> = {
      rule: 'IN35',
      severity: 'error',
      title: 'No controller has given the Ingress an address',
      cause: 'The status of Ingress shop/checkout names no address.',
      remedy: { text: 'See whether it runs.', command: 'kubectl get pods' },
    };
    const hop: Required<Hop> = {
      kind: 'address',
      verdict: 'broken',
      judged: true,
      object: ref,
      subject: 'no address',
      status: 'no address',
      finding,
      otherFindings: [{ ...finding, severity: 'info' }],
      evidence: [{ object: ref, field: 'status', value: 'empty' }],
    };
    const stack: Required<IngressStack> = {
      id: 'app-routing-nginx',
      title: 'app routing · NGINX',
      managedBy: 'Microsoft looks after it.',
      support: 'ending',
      lastDay: '2026-11-30',
      successor: 'the Gateway API of application routing',
      docs: 'https://learn.microsoft.com/azure/aks/app-routing-gateway-api',
    };
    const exposure: Required<ClusterExposure> = {
      id: 'Ingress/shop/checkout/checkout.contoso.example/checkout/http',
      host: 'checkout.contoso.example',
      paths: [{ path: '/', pathType: 'Prefix' }],
      tls: true,
      route: ref,
      className: 'traefik',
      stack,
      addresses: [{ ip: '20.61.7.10' }, { hostname: 'lb.contoso.example' }],
      unseen: { addresses: 'not-visible', className: 'not-known' },
      createdAt: '2026-11-01T08:00:00Z',
      verdict: 'broken',
      sentence: 'checkout.contoso.example does not reach a pod.',
      brokenAt: 'address',
      hops: [hop],
      cluster: { slug: 'weu-1a2b', name: 'weu', environment: 'production' },
    };
    const view: ExposureView = {
      entityRef: 'component:default/checkout',
      service: 'found',
      sources: [],
      hidden: { count: 0, namespaces: [] },
      scopes: [],
      environments: [
        { name: 'production', verdict: 'broken', exposures: [exposure] },
      ],
    };
    const answer = toExposureAnswer(view);
    expect(exposureAnswerSchema.parse(answer)).toEqual(answer);
    expect(toExposureView(answer)).toEqual(view);
  });
});
