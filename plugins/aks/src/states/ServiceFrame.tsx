import { Entity } from '@backstage/catalog-model';
import { ViewFrame } from '@backstage-aks/plugin-aks-common';
import { ReactNode } from 'react';
import { LiveView } from '../live/useLiveView';
import { FailureNotice } from './FailureNotice';
import { HiddenNotice } from './HiddenNotice';
import { NotFoundState } from './NotFoundState';
import { OutdatedNotice } from './OutdatedNotice';
import { SourceNotices } from './SourceNotices';
import styles from './states.module.css';
import { UnannotatedState } from './UnannotatedState';

/**
 * What every view of a service has in common: it may be on its way, missing,
 * partly hidden, partly known or out of date.
 *
 * @param props - `skeleton` has the shape of what is on its way; `children`
 * draws the view of a service that was found.
 */
export function ServiceFrame<TView extends ViewFrame>(props: {
  entity: Entity;
  live: LiveView<TView>;
  skeleton: ReactNode;
  children: (view: TView) => ReactNode;
}) {
  const { entity, live } = props;
  const { view, error, checkedAt, refresh } = live;
  if (!view) {
    return error ? (
      <FailureNotice error={error} onRetry={refresh} />
    ) : (
      <>{props.skeleton}</>
    );
  }
  // Where something is hidden, it may be the very thing that was not found.
  const notFound = view.service === 'not-found' && view.hidden.count === 0;
  return (
    <div className={styles.frame}>
      {error && checkedAt !== undefined && (
        <OutdatedNotice error={error} checkedAt={checkedAt} onRetry={refresh} />
      )}
      <HiddenNotice hidden={view.hidden} />
      <SourceNotices sources={sourcesThatMatter(view)} />
      {view.service === 'unannotated' && <UnannotatedState entity={entity} />}
      {notFound && <NotFoundState entity={entity} view={view} />}
      {view.service === 'found' && props.children(view)}
    </div>
  );
}

/** Where a service was found, what is elsewhere is not missing from its page. */
function sourcesThatMatter({ service, sources }: ViewFrame) {
  return service === 'found'
    ? sources.filter(source => source.service !== 'not-found')
    : sources;
}
