import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RiArrowDownSLine, RiArrowRightSLine } from '@remixicon/react';
import { ClusterExposure } from '@backstage-aks/plugin-aks-common';
import { useEffect, useId, useRef } from 'react';
import { listBriefly } from '../text/listBriefly';
import { wayTitle } from '../text/wayTitle';
import { aksTranslationRef, AksTranslate } from '../translation';
import { AsOf } from '../verdict/staleClusters';
import { VerdictBadge } from '../verdict/VerdictBadge';
import styles from './HostPath.module.css';
import { HopList } from './HopList';

const PATHS_SHOWN = 4;

/** One host name: what is true of it, and the path it takes when open. */
export function HostPath(props: {
  exposure: ClusterExposure;
  /** Present where its cluster is not known as it is now. */
  asOf?: AsOf;
  withCluster: boolean;
  /** Whether somebody came for this host name: it is then led up to. */
  wanted: boolean;
  open: boolean;
  onToggle: () => void;
}) {
  const { t } = useTranslationRef(aksTranslationRef);
  const { exposure, open } = props;
  const bodyId = useId();
  const toggle = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (props.wanted) {
      toggle.current?.focus();
    }
  }, [props.wanted]);
  const title = wayTitle(exposure, t);
  return (
    <article className={styles.host} aria-label={title}>
      <div className={styles.header}>
        <h3 className={styles.title}>
          <button
            ref={toggle}
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
            {title}
          </button>
        </h3>
        <VerdictBadge
          verdict={exposure.verdict}
          word={verdictInWords(exposure, t)}
          asOf={props.asOf}
        />
        <span className={styles.meta}>
          {takes(exposure, t)}
          {props.withCluster && ` · ${exposure.cluster.name}`}
        </span>
      </div>
      {open && (
        <div id={bodyId} className={styles.body}>
          <p className={styles.sentence}>{exposure.sentence}</p>
          <HopList exposure={exposure} title={title} />
        </div>
      )}
    </article>
  );
}

/** What the way in takes: of a Service its port, else paths and protocol. */
function takes(
  { route, hops, paths, tls }: ClusterExposure,
  t: AksTranslate,
): string {
  if (route.kind === 'Service') {
    return hops.find(({ kind }) => kind === 'service')?.subject ?? '';
  }
  const taken = paths.map(({ path, pathType }) => `${path} ${pathType}`.trim());
  return [
    taken.length > 0
      ? listBriefly(taken, PATHS_SHOWN, t)
      : t('exposure.everyPath'),
    tls ? t('exposure.tls') : t('exposure.noTls'),
  ].join(' · ');
}

function verdictInWords(
  { verdict, brokenAt }: ClusterExposure,
  t: AksTranslate,
): string {
  return verdict === 'ok' || !brokenAt
    ? t(`verdict.${verdict}`)
    : t(`verdict.${verdict}At`, { hop: t(`hop.${brokenAt}`) });
}
