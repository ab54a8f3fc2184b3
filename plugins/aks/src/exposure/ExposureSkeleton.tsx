import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Card, CardBody, Skeleton } from '@backstage/ui';
import { Bones } from '../text/Bones';
import { aksTranslationRef } from '../translation';
import styles from './Exposure.module.css';

const HOPS = 6;

/** The shape of one path, while it is on its way. */
export function ExposureSkeleton() {
  const { t } = useTranslationRef(aksTranslationRef);
  return (
    <Card>
      <CardBody>
        <div className={styles.hosts}>
          <Bones label={t('exposure.loading')} widths={['12rem', '24rem']} />
          <div className={styles.hopBones} aria-hidden="true">
            {Array.from({ length: HOPS }, (_, hop) => (
              <Skeleton
                key={hop}
                className={styles.hopBone}
                width="100%"
                height="5rem"
              />
            ))}
          </div>
        </div>{' '}
      </CardBody>
    </Card>
  );
}
