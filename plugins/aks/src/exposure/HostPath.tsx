import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RiArrowDownSLine, RiArrowRightSLine } from '@remixicon/react';
import { ClusterExposure } from '@backstage-aks/plugin-aks-common';
import { useId } from 'react';
import { listBriefly } from '../text/listBriefly';
import { aksTranslationRef, AksTranslate } from '../translation';
import { VerdictBadge } from '../verdict/VerdictBadge';
import styles from './HostPath.module.css';
import { HopList } from './HopList';

const PATHS_SHOWN = 4;

/** One host name: what is true of it, and the path it takes when open. */
export function HostPath(props: {
  exposure: ClusterExposure;
  withCluster: boolean;
  open: boolean;
  onToggle: () => void;
}) {
  const { t } = useTranslationRef(aksTranslationRef);
  const { exposure, open } = props;
  const bodyId = useId();
  const host = exposure.host || t('exposure.anyHost');
  const paths = exposure.paths.map(({ path, pathType }) =>
    `${path} ${pathType}`.trim(),
  );
  return (
    <article className={styles.host} aria-label={host}>
      <div className={styles.header}>
        <h3 className={styles.title}>
          <button
            type="button"
            className={styles.toggle}
            aria-expanded={open}
            aria-controls={open ? bodyId : undefined}
            onClick={props.onToggle}
          >
            {open ? (
              <RiArrowDownSLine size="1.2em" aria-hidden />
            ) : (
              <RiArrowRightSLine size="1.2em" aria-hidden />
            )}
            {host}
          </button>
        </h3>
        <VerdictBadge
          verdict={exposure.verdict}
          word={verdictInWords(exposure, t)}
        />
        <span className={styles.meta}>
          {paths.length > 0
            ? listBriefly(paths, PATHS_SHOWN, t)
            : t('exposure.everyPath')}
          {' · '}
          {exposure.tls ? t('exposure.tls') : t('exposure.noTls')}
          {props.withCluster && ` · ${exposure.cluster.name}`}
        </span>
      </div>
      {open && (
        <div id={bodyId} className={styles.body}>
          <p className={styles.sentence}>{exposure.sentence}</p>
          <HopList exposure={exposure} label={t('exposure.hops', { host })} />
        </div>
      )}
    </article>
  );
}

function verdictInWords(
  { verdict, brokenAt }: ClusterExposure,
  t: AksTranslate,
): string {
  return verdict === 'ok' || !brokenAt
    ? t(`verdict.${verdict}`)
    : t(`verdict.${verdict}At`, { hop: t(`hop.${brokenAt}`) });
}
