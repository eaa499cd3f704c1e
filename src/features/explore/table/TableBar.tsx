import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useOpened } from '@/store/chentu'
import { useKindTexts } from '@/store/words/kinds'
import { Button } from '@/ui/controls/Button'
import { HelpLink } from '@/ui/controls/HelpLink'
import { IconButton } from '@/ui/controls/IconButton'
import { Select } from '@/ui/controls/Select'
import { canGroup } from './grouped-places'
import classes from './TableBar.module.css'
import { TableColumns } from './TableColumns'
import type { TableState } from './use-table'

/** Stands for "none" in selects; no kind id or column name equals it. */
const NONE = '-'

interface Props {
  readonly table: TableState
  heading(name: string): string
  onCopy(): void
  /** Makes a round of the rows in their order. */
  onRound(): void
  /** Number of rows copied, or 'refused' if the browser denied access to the clipboard. */
  readonly copied: number | 'refused'
  onClose(): void
}

/** The table's toolbar: kind, grouping and columns, and the actions for its rows. */
export function TableBar({ table, heading, onCopy, onRound, copied, onClose }: Props) {
  const { t } = useTranslation()
  const { dataset, shown, counts } = useOpened()
  const kindTexts = useKindTexts()
  const { kind, columns, grouping } = table
  return (
    <div className={classes.bar}>
      <div className={classes.title}>
        <h2>{t('table.title')}</h2>
        <HelpLink page="table" />
        <span role="status">{t('table.rows', { count: shown.total })}</span>
      </div>
      <div className={classes.tools}>
        <Select
          label={t('table.kind')}
          labelled="hidden"
          options={[
            { value: NONE, label: t('table.allKinds') },
            ...kindTexts.grouped(dataset.kinds).flatMap(({ title: group, kinds }) =>
              kinds.map(({ id }) => ({
                value: id,
                label: kindTexts.title(id),
                note: String(counts.facets.kinds.get(id) ?? 0),
                group,
              })),
            ),
          ]}
          value={kind ?? NONE}
          onChange={(next) => table.ofKind(next === NONE ? null : next)}
        />
        <Select
          label={t('table.group')}
          labelled="hidden"
          options={[
            { value: NONE, label: t('table.noGroup') },
            ...columns
              .filter(({ name }) => canGroup(name))
              .map(({ name }) => ({ value: name, label: t('table.groupBy', { column: heading(name) }) })),
          ]}
          value={grouping?.name ?? NONE}
          onChange={(next) => table.groupBy(next === NONE ? null : next)}
        />
        <TableColumns columns={table.all} left={table.left} heading={heading} onLeave={table.leaveOut} />
        <Button onClick={onCopy}>{t('table.copy')}</Button>
        <Button disabled={shown.total === 0} onClick={onRound}>
          {t('orders.giveTable')}
        </Button>
      </div>
      {copied === 'refused' && <span role="alert">{t('table.copyRefused')}</span>}
      {copied !== 'refused' && copied > 0 && (
        <span role="status">{t(copied < shown.total ? 'table.copiedFirst' : 'table.copied', { count: copied })}</span>
      )}
      {table.request.sort.length === 1 && <p className={classes.hint}>{t('table.sortMore')}</p>}
      <IconButton className={classes.close} label={t('table.close')} onClick={onClose}>
        <IconX size={18} aria-hidden="true" />
      </IconButton>
    </div>
  )
}
