import { exposuresOf, RecordSet } from '@backstage-aks/insight';
import { Manifest, Place, ruleFixtures } from '@backstage-aks/rule-fixtures';
import { randomBytes } from 'node:crypto';
import { AppliedFixture } from './collect/__testUtils__/AppliedFixture';
import { defineKinds } from './collect/__testUtils__/defineKinds';
import {
  WritableCluster,
  writableClusters,
} from './collect/__testUtils__/writableCluster';

jest.setTimeout(300_000);

const HOUR = 3_600_000;

describe.each(writableClusters)('fixtures of rules on %s', (_, open) => {
  const suite = open ? describe : describe.skip;
  suite('are judged as they are without a cluster', () => {
    let cluster: WritableCluster;
    let takeBack: () => Promise<void>;
    const namespaces: string[] = [];

    const namespace = (name: string) => ({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name },
    });

    beforeAll(async () => {
      cluster = await open!({ idle: true });
      const at = { namespace: 'one', other: 'two' };
      takeBack = await defineKinds(
        cluster,
        new Set(
          ruleFixtures
            .flatMap(({ broken, healthy }) => [...broken(at), ...healthy(at)])
            .map(({ kind }) => kind),
        ),
      );
    });

    afterAll(async () => {
      for (const name of namespaces) {
        await cluster.api.delete(namespace(name));
      }
      await takeBack();
      await cluster.close();
    });

    async function place(): Promise<Place> {
      const name = `aks-portal-test-${randomBytes(4).toString('hex')}`;
      const found = { namespace: name, other: `${name}-other` };
      for (const each of Object.values(found)) {
        namespaces.push(each);
        await cluster.api.create(namespace(each));
      }
      return found;
    }

    async function judge(
      at: Place,
      manifests: Manifest[],
      root: { kind: string; name: string } | undefined,
    ) {
      const applied = await AppliedFixture.create(cluster, manifests);
      try {
        const { exposures } = exposuresOf({
          records: new RecordSet(await applied.records()),
          roots: [
            { kind: 'Pod', name: 'checkout-a' },
            ...(root ? [root] : []),
          ].map(ref => ({ ...ref, namespace: at.namespace })),
          freshness: () => ({ state: 'live' }),
          // What has just been made may be waiting still.
          now: new Date(Date.now() + HOUR),
        });
        return exposures.flatMap(({ hops }) =>
          hops.flatMap(({ kind, finding, otherFindings = [] }) =>
            [...(finding ? [finding] : []), ...otherFindings].map(
              ({ rule, severity }) => `${rule} ${severity} at ${kind}`,
            ),
          ),
        );
      } finally {
        await applied.remove();
      }
    }

    it.each(
      ruleFixtures.map(
        fixture => [fixture.rule, fixture.name, fixture] as const,
      ),
    )('%s: %s', async (rule, __, fixture) => {
      const { root, hop, severity, alsoFound = [] } = fixture;
      const one = await place();
      const broken = await judge(one, fixture.broken(one), root);
      expect(broken).toContain(`${rule} ${severity} at ${hop}`);

      const two = await place();
      const healthy = await judge(two, fixture.healthy(two), root);
      expect(
        healthy.filter(
          found =>
            !found.includes(' info ') &&
            !alsoFound.some(other => found.startsWith(other)),
        ),
      ).toEqual([]);
    });
  });
});
