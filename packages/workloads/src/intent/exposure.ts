import { z } from 'zod';
import {
  dnsLabel,
  dnsSubdomain,
  hostName,
  line,
  portName,
  whole,
} from './names';

const tls = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('none') }),
  z.strictObject({
    by: z.literal('cert-manager'),
    issuer: dnsSubdomain,
    issuerKind: z.enum(['Issuer', 'ClusterIssuer']).default('ClusterIssuer'),
  }),
  z.strictObject({
    by: z.literal('key-vault'),
    /** The certificate's address in the vault, best without a version. */
    certificate: z
      .string()
      .regex(
        /^https:\/\/[a-zA-Z0-9-]{3,24}\.vault\.(azure\.net|azure\.cn|usgovcloudapi\.net)\/certificates\/[0-9a-zA-Z-]{1,127}(\/[0-9a-f]{32})?$/,
        'must be the address of a certificate, such as https://shop.vault.azure.net/certificates/shop',
      ),
    /** Whose workload identity reads it; needed with a Gateway only. */
    serviceAccount: dnsSubdomain.optional(),
  }),
  z.strictObject({ by: z.literal('secret'), name: dnsSubdomain }),
]);

/** @public */
export type TlsIntent = z.output<typeof tls>;

const path = line(1024)
  .regex(/^\//, 'must begin with a slash')
  .refine(value => !/\/\/|\/\.\.?(\/|$)|%2f|#/i.test(value), {
    message: 'must not contain //, /./, /../, %2F or #',
  })
  // As the API server wants it in an HTTPRoute (Gateway API 1.5).
  .regex(
    /^([-A-Za-z0-9/._~!$&'()*+,;=:@]|%[0-9A-Fa-f]{2})+$/,
    "must be written as in an address: other characters than letters, digits and -._~!$&'()*+,;=:@ as % and two digits",
  );

const web = {
  hosts: z
    .array(hostName)
    .min(1, 'must name at least one host')
    .max(16)
    .refine(hosts => new Set(hosts).size === hosts.length, {
      message: 'must not name a host twice',
    }),
  path: path.default('/'),
  port: portName,
  tls,
  dns: z
    .strictObject({
      /**
       * The external-dns that runs: from 0.22 its annotations are under
       * external-dns.kubernetes.io, before under external-dns.alpha.kubernetes.io.
       */
      version: z.string().regex(/^0\.\d{1,3}(\.\d{1,3})?$/, {
        message: 'must be a version of external-dns, such as 0.22',
      }),
      ttlSeconds: whole(1, 2_147_483_647).optional(),
    })
    .optional(),
};

const gateway = z.discriminatedUnion('use', [
  z.strictObject({
    use: z.literal('own'),
    stack: z
      .enum(['app-routing', 'istio', 'application-gateway-for-containers'])
      .default('app-routing'),
    internal: z.boolean().default(false),
    /** The ApplicationLoadBalancer that Azure's controller is to use. */
    loadBalancer: z
      .strictObject({ namespace: dnsLabel(), name: dnsSubdomain })
      .optional(),
  }),
  z.strictObject({
    use: z.literal('shared'),
    name: dnsSubdomain,
    namespace: dnsLabel(),
    listener: dnsSubdomain.optional(),
  }),
]);

/** How others reach it from outside the cluster. */
export const exposure = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('none') }),
  z.strictObject({
    type: z.literal('gateway'),
    ...web,
    gateway: gateway.prefault({ use: 'own' }),
  }),
  z.strictObject({
    type: z.literal('ingress'),
    ...web,
    className: dnsSubdomain,
    /** Where the controller's pods run, so that they are let in. */
    controllerNamespace: dnsLabel().default('app-routing-system'),
  }),
  z.strictObject({
    type: z.literal('load-balancer'),
    internal: z.boolean().default(true),
    /** Which addresses are let in; everybody where left out. */
    sourceRanges: z
      .array(
        z.union(
          [z.cidrv4(), z.cidrv6()],
          'must be a network, such as 10.0.0.0/8',
        ),
      )
      .max(64)
      .default([]),
    keepClientAddress: z.boolean().default(false),
  }),
]);

/** @public */
export type ExposureIntent = z.output<typeof exposure>;
