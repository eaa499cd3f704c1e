import { useTranslation } from 'react-i18next'
import { STATUS_NAMES } from '@/domain/rules/status'
import { countyName } from '@/domain/sources/county'
import { SourceSymbol } from '@/map/overlay/SourceSymbol'
import type { ShownRow } from '@/questions/shown/shown-sources'
import { useChentu, useDataset } from '@/store/chentu'
import { keyOf } from '@/store/view/view'
import { useDataWords } from '@/store/words/data-words'
import { dueText, isLateSinceSeen } from '@/store/words/finding-dates'
import { useRequirementTexts } from '@/store/words/requirements'
import { DOT } from '@/ui/dot'
import classes from './FindingsPanel.module.css'

interface Props {
  readonly row: ShownRow
  readonly isSelected: boolean
  /** Whether the row is in the tab order. */
  readonly isActive: boolean
}

/** A source in the list: what it fails, its county, the lead departments, and since when. */
export function ProblemRow({ row, isSelected, isActive }: Props) {
  const { t, i18n } = useTranslation()
  const dataset = useDataset()
  const setView = useChentu((state) => state.setView)
  const texts = useRequirementTexts()
  const { word, list } = useDataWords()
  const { kind, code, name, county, requirements, leads, overdueDays, since, due } = row
  const status = STATUS_NAMES[row.status]!
  const unmet = [
    ...new Set(
      requirements.map(
        ({ rule, items, isToVerify }) => texts.short(rule, items) + (isToVerify ? t('measured.ofRequirement') : ''),
      ),
    ),
  ].join(t('ui.semicolon'))
  const standing =
    status === 'overdue'
      ? t(isLateSinceSeen(row) ? 'findings.overdueSeen' : 'findings.overdueDays', { days: overdueDays })
      : status === 'failing' && since !== null
        ? t('findings.since', { day: since })
        : t(`status.${status === 'unknown' && requirements.some(({ isToVerify }) => isToVerify) ? 'toVerify' : status}`)
  // Every problem shows the day that it is sorted by, or that it has none.
  const by =
    due !== null ? dueText(t, due, dataset) : status === 'failing' && since === null ? t('findings.undated') : ''
  const under = [countyName(dataset, county, i18n.language), by, unmet, list(leads.map(word))].filter(Boolean).join(DOT)
  return (
    <button
      type="button"
      className={classes.row}
      aria-current={isSelected}
      tabIndex={isActive ? 0 : -1}
      title={`${name} ${code}\n${under}`}
      onClick={() => setView({ selected: keyOf(row) })}
    >
      <SourceSymbol kind={kind} status={status} />
      <b>{name}</b>
      <span className={classes.standing} data-status={status}>
        {standing}
      </span>
      <span className={classes.under}>{under}</span>
    </button>
  )
}
