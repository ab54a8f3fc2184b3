import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { ViewFrame } from '@backstage-aks/plugin-aks-common';
import { listBriefly } from '../text/listBriefly';
import { aksTranslationRef } from '../translation';

/** More names than these are counted. */
const NAMED = 5;

/** Says that something is kept from this person, and whom to ask. */
export function HiddenNotice({ hidden }: Pick<ViewFrame, 'hidden'>) {
  const { t } = useTranslationRef(aksTranslationRef);
  if (hidden.count === 0) {
    return null;
  }
  const named =
    hidden.namespaces.length > 0 &&
    t('notices.hiddenNamed', {
      namespaces: listBriefly(hidden.namespaces, NAMED, t),
    });
  return (
    <Alert
      status="info"
      icon
      title={t('notices.hidden', { count: hidden.count })}
      description={
        <>
          {named} {t('notices.hiddenAsk')}
        </>
      }
    />
  );
}
