import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isToFix, type ProblemGroup } from '@/domain/intake/rows/problem-log'
import { useDeskWords } from '@/features/import/role-label'
import { Button } from '@/ui/controls/Button'
import { ProblemCells } from '@/ui/ProblemLine'
import { saveFile } from '@/ui/save-file'
import { Why } from '@/ui/Why'
import { datasetWorker } from '@/workers/client'
import type { ItemTable } from '@/workspace/import/item-view'
import classes from './Report.module.css'
import { RowEditor } from './RowEditor'

const COUNTS = ['read', 'taken', 'repaired', 'voided', 'refused', 'skipped', 'unplaced'] as const

/** Cells of measurements that say "no data": counted as skipped, and reported with another action. */
const isSkippedCell = ({ action, code }: ProblemGroup) =>
  code === 'old-value-stays' || code === 'published-stays' || (code === 'absent-mark' && action === 'emptied')

interface Props {
  readonly id: number
  readonly file: string
  readonly table: ItemTable
}

/**
 * The quality report: row counts by outcome, and all problems by kind, worst first. Rows can be opened and corrected.
 */
export function Report({ id, file, table }: Props) {
  const { t } = useTranslation()
  const words = useDeskWords()
  const [row, setRow] = useState<number | null>(null)
  const { counts, groups } = table
  // For measurements, count the points without a position instead of the rows.
  const unplaced = table.brings ? table.brings.unplaced.length : counts.unplaced
  const sumOf = (counted: (group: ProblemGroup) => boolean) =>
    groups.reduce((sum, group) => sum + (counted(group) ? group.count : 0), 0)
  const figures = { ...counts, unplaced, voided: sumOf(({ action }) => action === 'voided') }
  const named = sumOf((group) => group.action === 'skipped' || isSkippedCell(group))
  const blank = Math.max(0, counts.skipped - named)
  const fixable = groups.some(isToFix)

  async function download() {
    saveFile(
      await datasetWorker().writeBadRows(id, words()),
      `${file.replace(/\.\w+$/, '')}-${t('data.badReason')}.xlsx`,
    )
  }

  return (
    <section aria-label={t('data.report')} className={classes.report}>
      <h3>
        {t('data.report')}
        <Why of={t('data.report')}>
          <p>{t('data.countsWhy')}</p>
        </Why>
      </h3>
      <dl className={classes.counts}>
        {COUNTS.filter((name) => name !== 'voided' || figures.voided > 0).map((name) => (
          <div key={name} data-count={name}>
            <dt>{t(`data.counts.${name}`)}</dt>
            <dd>{figures[name].toLocaleString('en')}</dd>
          </div>
        ))}
      </dl>
      {groups.length === 0 && <p>{t(table.read ? 'data.noProblems' : 'data.notRead')}</p>}
      {groups.map((group) => (
        <Group key={`${group.action} ${group.code} ${group.column}`} group={group} onRow={setRow} />
      ))}
      {blank > 0 && (
        <p className={classes.blank} data-action="skipped">
          <b>{t('data.blankRows')}</b>
          <span className={classes.action}>{t('data.action.skipped')}</span>
          <span className={classes.count}>{t('data.times', { count: blank })}</span>
        </p>
      )}
      {fixable && (
        <p className={classes.fix}>
          <Button onClick={() => void download()}>{t('data.badRows')}</Button>
          <span className="quiet">{t('data.badRowsHelp')}</span>
        </p>
      )}
      {row !== null && <RowEditor id={id} file={file} table={table} row={row} onClose={() => setRow(null)} />}
    </section>
  )
}

function Group({ group, onRow }: { readonly group: ProblemGroup; onRow(row: number): void }) {
  const { t } = useTranslation()
  // Hundreds of rows are rendered only once the group is opened.
  const [open, setOpen] = useState(false)
  const { action, code, column, count, first } = group
  return (
    <details
      className={classes.group}
      data-action={action}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        <b>{t(`problem.${code}`)}</b>
        {column && <span>{t('problem.column', { column })}</span>}
        <span className={classes.action}>{t(`data.action.${action}`)}</span>
        <span className={classes.count}>{t('data.times', { count })}</span>
      </summary>
      {open && (
        <ul>
          {first.map((problem, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the order is fixed, and two rows may say the same
            <li key={i}>
              {problem.row === undefined ? null : (
                <Button
                  weight="quiet"
                  onClick={() => onRow(problem.row!)}
                  aria-label={t('data.openRow', { row: problem.row })}
                >
                  {t('data.row', { row: problem.row })}
                </Button>
              )}
              <ProblemCells problem={problem} />
            </li>
          ))}
          {count > first.length && <li className="quiet">{t('data.more', { count: count - first.length })}</li>}
        </ul>
      )}
    </details>
  )
}
