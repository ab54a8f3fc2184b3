import {
  Manifest,
  RuleFixture,
  ruleFixtures,
} from '@backstage-aks/rule-fixtures';
import { exposuresOf } from '../exposures/exposures';
import { project } from '../project/project';
import { RecordKind } from '../record';
import { RecordSet } from '../RecordSet';
import { NOW } from '../testing/shop';
import { exposureRules, ruleCatalog } from './catalog';

const PLACE = { namespace: 'shop', other: 'warehouse' };

function judge({ root }: RuleFixture, manifests: Manifest[]) {
  const records = manifests.map(manifest => {
    const projection = project(manifest.kind as RecordKind, manifest);
    if (!projection) {
      throw new Error(`A ${manifest.kind} of the fixture has no usable name`);
    }
    return projection.record;
  });
  const { exposures } = exposuresOf({
    records: new RecordSet(records),
    roots: [{ kind: 'Pod', name: 'checkout-a' }, ...(root ? [root] : [])].map(
      ref => ({ ...ref, namespace: PLACE.namespace }),
    ),
    freshness: () => ({ state: 'live' }),
    now: NOW,
  });
  return {
    exposures,
    findings: exposures.flatMap(({ hops }) =>
      hops.flatMap(({ kind, finding, otherFindings = [] }) =>
        [...(finding ? [finding] : []), ...otherFindings].map(
          ({ rule, severity }) => ({ hop: kind, rule, severity }),
        ),
      ),
    ),
  };
}

describe.each(
  ruleFixtures.map(fixture => [fixture.rule, fixture.name, fixture] as const),
)('%s: %s', (rule, _, fixture) => {
  it('is found where it is', () => {
    const { findings } = judge(fixture, fixture.broken(PLACE));
    const { hop, severity } = fixture;
    expect(findings).toContainEqual({ hop, rule, severity });
  });

  it('is not found in the twin, nor anything above a note', () => {
    const { exposures, findings } = judge(fixture, fixture.healthy(PLACE));
    expect(exposures.length).toBeGreaterThan(0);
    expect(exposures.map(({ verdict }) => verdict)).not.toContain('unknown');
    expect(
      findings.filter(
        found =>
          found.severity !== 'info' && !fixture.alsoFound?.includes(found.rule),
      ),
    ).toEqual([]);
    expect(findings).not.toContainEqual(expect.objectContaining({ rule }));
  });
});

describe('the fixtures', () => {
  it('are of rules that there are', () => {
    const known = ruleCatalog.map(({ id }) => id);
    expect(known).toEqual(
      expect.arrayContaining(ruleFixtures.map(({ rule }) => rule)),
    );
  });

  it('leave out no rule about ways in', () => {
    const covered = new Set(ruleFixtures.map(({ rule }) => rule));
    expect(
      exposureRules
        .filter(({ family, id }) => family === 'ingress' && !covered.has(id))
        .map(({ id }) => id),
    ).toEqual([]);
  });
});
