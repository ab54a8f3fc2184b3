import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SearchField, Select } from '@backstage/ui';
import { Verdict } from '@backstage-aks/insight';
import { HostList, HostListQuery } from '@backstage-aks/plugin-aks-common';
import { useEffect, useState } from 'react';
import { aksTranslationRef } from '../../translation';
import styles from './Hosts.module.css';
import { useSettled } from './useSettled';

// Long enough for a word, too short to be waited for.
const TYPING_MS = 250;

const ANY = 'any';
const VERDICTS: Verdict[] = ['broken', 'warning', 'unknown', 'ok'];

/** One field for "who owns this host name or address", and filters beside it. */
export function HostFilters(props: {
  query: HostListQuery;
  choices?: HostList;
  onNarrow: (changes: Partial<HostListQuery>) => void;
}) {
  const { t } = useTranslationRef(aksTranslationRef);
  const { query, choices, onNarrow } = props;
  const any = { id: ANY, label: t('hosts.any') };
  return (
    <search className={styles.filters} aria-label={t('hosts.searchLabel')}>
      <Search query={query.query ?? ''} onSearch={onNarrow} />
      <Filter
        label={t('hosts.state')}
        options={[
          any,
          ...VERDICTS.map(id => ({ id, label: t(`verdict.${id}`) })),
        ]}
        chosen={query.verdict?.[0]}
        onChoose={id => onNarrow({ verdict: id ? [id as Verdict] : undefined })}
      />
      <Filter
        label={t('hosts.className')}
        options={[any, ...named(choices?.classes ?? [], query.class)]}
        chosen={query.class}
        onChoose={id => onNarrow({ class: id })}
      />
      <Filter
        label={t('hosts.cluster')}
        options={[
          any,
          ...(choices?.clusters ?? []).map(({ slug, name }) => ({
            id: slug,
            label: name,
          })),
        ]}
        chosen={query.cluster}
        onChoose={id => onNarrow({ cluster: id })}
      />
    </search>
  );
}

function Search(props: {
  query: string;
  onSearch: (changes: { query: string }) => void;
}) {
  const { t } = useTranslationRef(aksTranslationRef);
  const { query, onSearch } = props;
  const [typed, setTyped] = useState(query);
  const settled = useSettled(typed, TYPING_MS);

  // The address may change without this field: back, or a link.
  useEffect(() => setTyped(query), [query]);
  useEffect(() => {
    if (settled !== query) {
      onSearch({ query: settled });
    }
    // Only what was typed asks; a new address is an answer to that.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [settled]);

  return (
    <SearchField
      className={styles.search}
      label={t('hosts.search')}
      placeholder={t('hosts.searchExample')}
      value={typed}
      onChange={setTyped}
    />
  );
}

function Filter(props: {
  label: string;
  options: { id: string; label: string }[];
  chosen: string | undefined;
  onChoose: (id: string | undefined) => void;
}) {
  return (
    <Select
      className={styles.filter}
      label={props.label}
      options={props.options}
      value={props.chosen ?? ANY}
      onChange={key => props.onChoose(key === ANY ? undefined : String(key))}
    />
  );
}

/** The classes, and the one that is asked for where it is none of them. */
function named(classes: string[], chosen: string | undefined) {
  const all = new Set([...classes, ...(chosen ? [chosen] : [])]);
  return [...all].map(name => ({ id: name, label: name }));
}
