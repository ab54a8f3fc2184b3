import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Container } from '@backstage/ui';
import { HostList, HostListQuery } from '@backstage-aks/plugin-aks-common';
import { LiveView } from '../../live/useLiveView';
import { FailureNotice } from '../../states/FailureNotice';
import { FreshnessFooter } from '../../states/FreshnessFooter';
import { OutdatedNotice } from '../../states/OutdatedNotice';
import { SourceNotices } from '../../states/SourceNotices';
import { Bones } from '../../text/Bones';
import { aksTranslationRef } from '../../translation';
import { HostFilters } from './HostFilters';
import styles from './Hosts.module.css';
import { HostTable } from './HostTable';
import { NoHosts } from './NoHosts';
import { PageSteps } from './PageSteps';

/** The page as it stands: the search stays, whatever becomes of the list. */
export function HostsPageView(props: {
  live: LiveView<HostList>;
  query: HostListQuery;
  /** The last list, for the choices that it offers. */
  choices?: HostList;
  onNarrow: (changes: Partial<HostListQuery>) => void;
  onGoTo: (cursor: string | undefined) => void;
}) {
  const { t } = useTranslationRef(aksTranslationRef);
  const { live, query, choices } = props;
  const { view, error, checkedAt, refresh } = live;
  return (
    <Container>
      <main className={styles.page}>
        <HostFilters
          query={query}
          choices={choices}
          onNarrow={props.onNarrow}
        />
        {!view && error && (
          <FailureNotice
            error={error}
            badRequest={t('hosts.badRequest')}
            onRetry={refresh}
          />
        )}
        {!view && !error && (
          <Bones
            label={t('hosts.loading')}
            widths={['100%', '100%', '100%', '100%', '100%']}
          />
        )}
        {view && (
          <>
            {error && checkedAt !== undefined && (
              <OutdatedNotice
                error={error}
                checkedAt={checkedAt}
                onRetry={refresh}
              />
            )}
            <SourceNotices sources={view.sources} />
            <Found view={view} query={query} />
            <PageSteps
              view={view}
              cursor={query.cursor}
              onGoTo={props.onGoTo}
            />
            <FreshnessFooter
              sources={view.sources}
              clusters={[]}
              outdated={error && checkedAt}
            />
          </>
        )}
      </main>
    </Container>
  );
}

function Found(props: { view: HostList; query: HostListQuery }) {
  const { t } = useTranslationRef(aksTranslationRef);
  const { view, query } = props;
  return (
    <>
      <p className={styles.count} role="status">
        {query.verdict?.length
          ? t('hosts.countJudged', {
              count: view.items.length,
              judged: String(view.judged),
              total: String(view.totalItems),
            })
          : t('hosts.count', { count: view.totalItems })}
      </p>
      {view.items.length > 0 ? (
        <HostTable hosts={view.items} sources={view.sources} />
      ) : (
        <NoHosts view={view} query={query} />
      )}
    </>
  );
}
