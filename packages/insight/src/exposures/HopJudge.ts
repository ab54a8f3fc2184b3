import { HopKind } from '../exposure';
import { Freshness } from '../freshness';
import { RecordKind } from '../record';
import { applyRules, Judgement, withoutYielding } from '../rules/applyRules';
import { exposureRules } from '../rules/catalog';
import {
  ExposureRule,
  HostRule,
  isAbout,
  RouteRule,
  SharedRule,
} from '../rules/ExposureRule';
import { Rule, RuleContext } from '../rules/Rule';
import { ExposurePath, SharedPath } from './ExposurePath';
import {
  hopsOf,
  JudgeableHop,
  routeDescription,
  SharedHop,
  sharedHopDescription,
} from './hopDescriptions';
import { JudgedHop, judgedHop, unjudgedHop } from './JudgedHop';
import { oncePerPath } from './oncePerPath';
import { GATEWAY_ROUTE_KINDS } from './Route';

// Behind a listener that does not listen there is nothing to reach. Endpoints
// and pods explain each other, so neither hides the other; and a missing address
// says nothing about what is inside the cluster.
const HIDES_WHAT_FOLLOWS: readonly HopKind[] = ['listener', 'route', 'service'];

const routeRules = exposureRules.filter(
  (rule): rule is RouteRule => rule.hop === 'route',
);
const otherRules = exposureRules.filter(
  (rule): rule is HostRule | SharedRule => rule.hop !== 'route',
);
const hostRules = otherRules.filter(
  (rule): rule is HostRule => rule.ofHost === true,
);
const sharedRules = otherRules.filter(
  (rule): rule is SharedRule => !rule.ofHost,
);

/**
 * Judges paths hop by hop, each up to the first that lets nothing through. A hop
 * that several paths share is judged once and is the same object in all of them.
 */
export class HopJudge {
  readonly #context: RuleContext;
  readonly #freshness: (kind: RecordKind) => Freshness;
  readonly #shared = oncePerPath((path, kind: SharedHop) =>
    this.#described(kind, path, this.#ask(sharedRules, kind, path)),
  );
  readonly #sharedUnjudged = oncePerPath((path, kind: SharedHop) =>
    unjudgedHop(
      kind,
      sharedHopDescription(kind, path).describe(path, this.#context.knows),
    ),
  );

  constructor(
    context: RuleContext,
    freshness: (kind: RecordKind) => Freshness,
  ) {
    this.#context = context;
    this.#freshness = freshness;
  }

  judge(path: ExposurePath): JudgedHop[] {
    let hidden = false;
    return hopsOf(path).map(kind => {
      if (hidden) {
        return this.#notJudged(kind, path);
      }
      const judged =
        kind === 'route' ? this.#route(path) : this.#other(kind, path);
      hidden =
        judged.hop.verdict === 'broken' && HIDES_WHAT_FOLLOWS.includes(kind);
      return judged;
    });
  }

  #route(path: ExposurePath): JudgedHop {
    const { reads, describe } = routeDescription(path);
    return judgedHop(
      'route',
      describe(path, this.#context.knows),
      this.#ask(routeRules, 'route', path),
      reads,
      this.#freshness,
    );
  }

  #other(kind: SharedHop, path: ExposurePath): JudgedHop {
    const { faults, unread } = this.#ask(hostRules, kind, path);
    return faults.length + unread.length > 0
      ? this.#described(kind, path, this.#ask(otherRules, kind, path))
      : this.#shared(path.shared, kind);
  }

  #described(
    kind: SharedHop,
    path: SharedPath,
    judgement: Judgement<ExposureRule>,
  ): JudgedHop {
    const { reads, describe } = sharedHopDescription(kind, path);
    const facts = describe(path, this.#context.knows);
    return judgedHop(kind, facts, judgement, reads, this.#freshness);
  }

  #notJudged(kind: JudgeableHop, path: ExposurePath): JudgedHop {
    return kind === 'route'
      ? unjudgedHop(
          kind,
          routeDescription(path).describe(path, this.#context.knows),
        )
      : this.#sharedUnjudged(path.shared, kind);
  }

  #ask<Path extends SharedPath, Asked extends ExposureRule & Rule<Path>>(
    rules: readonly Asked[],
    kind: JudgeableHop,
    path: Path,
  ): Judgement<Asked> {
    const asked = rules.filter(
      rule => rule.hop === kind && isAbout(rule, path.route.record.kind),
    );
    const context = { ...this.#context, knows: this.#kindsKnownTo(kind, path) };
    return withoutYielding(applyRules(asked, path, context));
  }

  // The record of the route is at hand, so its kind is known; the other kinds of
  // routes say nothing about it. And the address of a Gateway stands in its
  // status, whether or not the Service can be seen that was made for it.
  #kindsKnownTo(
    kind: JudgeableHop,
    { route }: SharedPath,
  ): RuleContext['knows'] {
    const own: readonly RecordKind[] = route.attachment
      ? [
          ...GATEWAY_ROUTE_KINDS,
          ...(kind === 'address' ? ['Service' as const] : []),
        ]
      : [];
    return wanted => own.includes(wanted) || this.#context.knows(wanted);
  }
}
