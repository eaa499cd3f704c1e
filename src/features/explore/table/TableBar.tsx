import { useTranslation } from 'react-i18next'
import type { KindId } from '@/domain/sources/kinds/kind'
import type { TableColumn } from '@/questions/table-columns'
import { useOpened } from '@/store/chentu'
import { useKindTexts } from '@/store/words/kinds'
import { TableColumns } from './TableColumns'
import classes from './TablePanel.module.css'

/** Columns with a different value in every row, which can't group rows. */
const UNIQUE = ['name', 'code', 'lon', 'lat']

interface Props {
  readonly kind: KindId | null
  onKind(kind: KindId | null): void
  readonly group: string | null
  onGroup(column: string | null): void
  readonly all: readonly TableColumn[]
  /** Those of them that are shown. */
  readonly columns: readonly TableColumn[]
  heading(name: string): string
  onCopy(): void
  /** So many rows were copied, or the browser refused. */
  readonly copied: number | 'refused'
  onClose(): void
}

/** What the table is of: kind, groups, columns; and what is done with it. */
export function TableBar(props: Props) {
  const { kind, onKind, group, onGroup, all, columns, heading, onCopy, copied, onClose } = props
  const { t } = useTranslation()
  const { dataset, shown, counts } = useOpened()
  const kindTexts = useKindTexts()
  return (
    <div className={classes.bar}>
      <h2>{t('table.title')}</h2>
      <span role="status">{t('table.rows', { count: shown.total })}</span>
      <select aria-label={t('table.kind')} value={kind ?? ''} onChange={(event) => onKind(event.target.value || null)}>
        <option value="">{t('table.allKinds')}</option>
        {dataset.kinds.map(({ id }) => (
          <option key={id} value={id}>
            {`${kindTexts.title(id)} ${counts.facets.kinds.get(id) ?? 0}`}
          </option>
        ))}
      </select>
      <select
        aria-label={t('table.group')}
        value={group ?? ''}
        onChange={(event) => onGroup(event.target.value || null)}
      >
        <option value="">{t('table.noGroup')}</option>
        {columns
          .filter(({ name }) => !UNIQUE.includes(name))
          .map(({ name }) => (
            <option key={name} value={name}>
              {t('table.groupBy', { column: heading(name) })}
            </option>
          ))}
      </select>
      <TableColumns kind={kind ?? 'all'} columns={all} heading={heading} />
      <button type="button" onClick={onCopy}>
        {t('table.copy')}
      </button>
      {copied === 'refused' && <span role="alert">{t('table.copyRefused')}</span>}
      {copied !== 'refused' && copied > 0 && (
        <span role="status">{t(copied < shown.total ? 'table.copiedFirst' : 'table.copied', { count: copied })}</span>
      )}
      <button type="button" className={classes.close} onClick={onClose}>
        {t('table.close')}
      </button>
    </div>
  )
}
