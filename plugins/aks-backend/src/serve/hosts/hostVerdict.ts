import { Exposure, worstVerdict } from '@backstage-aks/insight';
import { HostEntry } from '@backstage-aks/plugin-aks-common';

/** What is said of one host name of one object. */
export type HostVerdict = Pick<
  HostEntry,
  | 'className'
  | 'addresses'
  | 'unseen'
  | 'tls'
  | 'verdict'
  | 'sentence'
  | 'brokenAt'
  | 'finding'
>;

/**
 * The verdict on one host name of one object, which may lead to several
 * Services: that of the worst of these ways.
 */
export function hostVerdict(exposures: readonly Exposure[]): HostVerdict {
  const verdict = worstVerdict(exposures.map(exposure => exposure.verdict));
  const worst = exposures.find(exposure => exposure.verdict === verdict);
  if (!worst) {
    return {
      addresses: [],
      unseen: { addresses: 'not-known', className: 'not-known' },
      tls: false,
      verdict: 'unknown',
      sentence:
        'No Service that the portal can follow stands behind this host name.',
    };
  }
  const { className, addresses, unseen, tls, sentence, brokenAt, hops } = worst;
  const finding = hops.find(({ kind }) => kind === brokenAt)?.finding;
  return {
    ...(className && { className }),
    addresses,
    ...(unseen && { unseen }),
    tls,
    verdict,
    sentence,
    ...(brokenAt && { brokenAt }),
    ...(finding && {
      finding: {
        rule: finding.rule,
        title: finding.title,
        remedy: finding.remedy.text,
      },
    }),
  };
}
