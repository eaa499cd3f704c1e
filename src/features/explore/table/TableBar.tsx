import { useTranslation } from 'react-i18next'
import type { KindId } from '@/domain/sources/kinds/kind'
import type { TableColumn } from '@/questions/table-columns'
import { useOpened } from '@/store/chentu'
import { useKindTexts } from '@/store/words/kinds'
import { Button } from '@/ui/controls/Button'
import { Select } from '@/ui/controls/Select'
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
      <Select
        label={t('table.kind')}
        labelled="hidden"
        value={kind ?? ''}
        options={[
          { value: '', label: t('table.allKinds') },
          ...dataset.kinds.map(({ id }) => ({
            value: id,
            label: kindTexts.title(id),
            note: String(counts.facets.kinds.get(id) ?? 0),
          })),
        ]}
        onChange={(next) => onKind(next || null)}
      />
      <Select
        label={t('table.group')}
        labelled="hidden"
        value={group ?? ''}
        options={[
          { value: '', label: t('table.noGroup') },
          ...columns
            .filter(({ name }) => !UNIQUE.includes(name))
            .map(({ name }) => ({ value: name, label: t('table.groupBy', { column: heading(name) }) })),
        ]}
        onChange={(next) => onGroup(next || null)}
      />
      <TableColumns kind={kind ?? 'all'} columns={all} heading={heading} />
      <Button onClick={onCopy}>{t('table.copy')}</Button>
      {copied === 'refused' && <span role="alert">{t('table.copyRefused')}</span>}
      {copied !== 'refused' && copied > 0 && (
        <span role="status">{t(copied < shown.total ? 'table.copiedFirst' : 'table.copied', { count: copied })}</span>
      )}
      <Button weight="quiet" className={classes.close} onClick={onClose}>
        {t('table.close')}
      </Button>
    </div>
  )
}
