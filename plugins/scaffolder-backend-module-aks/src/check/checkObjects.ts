import { checkManifests, ManifestOptions } from '@backstage-aks/insight';
import { Judgement, shown } from './judgement';

/** Judges each environment by itself: the same names come again in the next one. */
export function checkObjects(
  environments: readonly {
    environment?: string;
    objects: readonly unknown[];
  }[],
  options: ManifestOptions,
): Judgement {
  const judgements = environments.map(({ environment, objects }) => {
    const { verdicts, unjudged } = checkManifests(objects, options);
    const place = environment ? ` (${environment})` : '';
    return {
      verdicts: verdicts.map(verdict => shown(verdict, { environment })),
      unjudged: unjudged.map(
        ({ kind = 'An object', name = '', because }) =>
          `${`${kind} ${name}`.trimEnd()}${place}: ${because}`,
      ),
    };
  });
  return {
    verdicts: judgements.flatMap(({ verdicts }) => verdicts),
    unjudged: judgements.flatMap(({ unjudged }) => unjudged),
  };
}
