import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Focusable, Tooltip, TooltipTrigger } from '@backstage/ui';
import { Hop } from '@backstage-aks/insight';
import { MiddleEllipsis } from '../text/MiddleEllipsis';
import { aksTranslationRef } from '../translation';
import { VerdictBadge } from '../verdict/VerdictBadge';
import styles from './HopBox.module.css';

const SEPARATOR = ' · ';
/** Longer than this, a subject takes two lines. */
const LONG = 32;

/** One hop, and the line that leads on to the next. */
export function HopBox(props: {
  hop: Hop;
  next?: Hop;
  open: boolean;
  panelId: string;
  onToggle: () => void;
  /** Told by the arrow keys: on to the next hop, or back. */
  onMove: (steps: 1 | -1) => void;
}) {
  const { t } = useTranslationRef(aksTranslationRef);
  const { hop, next, open } = props;
  const look = [
    styles.box,
    hop.judged && styles[hop.verdict],
    !hop.judged && styles.behind,
    open && styles.open,
  ];
  return (
    <div className={styles.hop}>
      <TooltipTrigger>
        <Focusable>
          <button
            type="button"
            className={look.filter(Boolean).join(' ')}
            data-hop={hop.kind}
            aria-expanded={open}
            aria-controls={open ? props.panelId : undefined}
            onClick={props.onToggle}
            onKeyDown={({ key }) => {
              if (key === 'ArrowRight') {
                props.onMove(1);
              } else if (key === 'ArrowLeft') {
                props.onMove(-1);
              }
            }}
          >
            <span className={styles.name}>{t(`hop.${hop.kind}`)}</span>{' '}
            <Subject text={hop.subject} />{' '}
            {hop.judged ? (
              <VerdictBadge verdict={hop.verdict} word={hop.status} />
            ) : (
              <VerdictBadge verdict="unknown" word={t('verdict.notJudged')} />
            )}
          </button>
        </Focusable>
        <Tooltip>{hop.subject}</Tooltip>
      </TooltipTrigger>
      {next && (
        <span
          aria-hidden="true"
          className={`${styles.line} ${
            breaks(hop, next) ? styles.brokenLine : ''
          }`}
        >
          {breaks(hop, next) && <span className={styles.cross}>✕</span>}
        </span>
      )}
    </div>
  );
}

/**
 * What stands at a hop. A long one such as `app routing · Gateway API ·
 * partners/https:443` loses the name at its end last, on a line of its own.
 */
function Subject({ text }: { text: string }) {
  const cut = text.length > LONG ? text.lastIndexOf(SEPARATOR) : -1;
  if (cut < 0) {
    return <MiddleEllipsis text={text} />;
  }
  return (
    <span className={styles.subject}>
      <MiddleEllipsis text={text.slice(0, cut)} />{' '}
      <MiddleEllipsis text={text.slice(cut + SEPARATOR.length)} />
    </span>
  );
}

function breaks(hop: Hop, next: Hop): boolean {
  return hop.judged && hop.verdict === 'broken' && !next.judged;
}
