import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Hop, HopKind, IngressStack } from '@backstage-aks/insight';
import { ClusterRef } from '@backstage-aks/plugin-aks-common';
import { aksTranslationRef } from '../translation';
import styles from './EvidencePanel.module.css';
import { EvidenceList } from './EvidenceList';
import { FindingNote } from './FindingNote';
import { HopLinks } from './HopLinks';

/** Why a hop is judged as it is: the finding, then what the objects say. */
export function EvidencePanel(props: {
  id: string;
  /** The way in that the hop is on. */
  way: string;
  hop: Hop;
  brokenAt?: HopKind;
  stack?: IngressStack;
  cluster: ClusterRef;
}) {
  const { t } = useTranslationRef(aksTranslationRef);
  const { hop, brokenAt } = props;
  const name = t(`hop.${hop.kind}`);
  const notJudged = () => {
    if (hop.kind === 'upstream') {
      return t('evidence.upstream');
    }
    return brokenAt
      ? t('evidence.behindBreak', { hop: t(`hop.${brokenAt}`) })
      : t('evidence.notJudged');
  };
  return (
    <section
      id={props.id}
      className={`${styles.panel} ${hop.judged ? styles[hop.verdict] : ''}`}
      aria-label={t('evidence.label', { hop: name, way: props.way })}
    >
      {!hop.judged && <p className={styles.text}>{notJudged()}</p>}
      {findingsOf(hop).map(finding => (
        <FindingNote key={finding.rule + finding.cause} finding={finding} />
      ))}
      <p className={styles.text}>
        <span className={styles.label}>{name}</span> {hop.subject}
      </p>
      {hop.evidence.length > 0 && <EvidenceList evidence={hop.evidence} />}
      <HopLinks hop={hop} stack={props.stack} cluster={props.cluster} />
    </section>
  );
}

function findingsOf({ finding, otherFindings = [] }: Hop) {
  return finding ? [finding, ...otherFindings] : otherFindings;
}
