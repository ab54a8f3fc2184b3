import { Alert } from '@backstage/ui';
import { FleetStatus } from '@backstage-aks/plugin-aks-common';
import { Details } from './Details';
import styles from './Status.module.css';
import { TroubleLine } from './TroubleLine';
import { TroubleWords } from './TroubleWords';

/** Says that the portal cannot keep what it reads. */
export function DatabaseNotice(props: {
  database: NonNullable<FleetStatus['database']>;
}) {
  const { message, remedy, since, detail } = props.database;
  return (
    <Alert
      role="alert"
      status="danger"
      icon
      title={message}
      description={
        <div className={styles.body}>
          <TroubleLine freshness={{ since }} />
          <TroubleWords trouble={{ remedy }} />
          <Details details={detail ? [detail] : []} />
        </div>
      }
    />
  );
}
