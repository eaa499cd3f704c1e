import { IconX } from '@tabler/icons-react'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { MonthReport } from '@/domain/dustfall/month-report'
import { useEscape } from '@/features/explore/frame/use-escape'
import { effectiveDate, useChentu, useDataset } from '@/store/chentu'
import { monthName } from '@/store/words/month-name'
import { Button } from '@/ui/controls/Button'
import { dayName } from '@/ui/controls/day-names'
import classes from './ComparisonBar.module.css'

interface Props {
  readonly report: MonthReport
  readonly other: MonthReport
}

/**
 * Bar over two maps: the months of their dustfall, the as-of date of the sources on both, and a button to end the
 * comparison.
 */
export function ComparisonBar({ report, other }: Props) {
  const { t, i18n } = useTranslation()
  const dataset = useDataset()
  const view = useChentu((state) => state.view)
  const setView = useChentu((state) => state.setView)
  const end = useCallback(() => setView({ other: null }), [setView])
  // Escape first closes the selected source or point.
  useEscape(view.selected === null && view.point === null, end)
  const [earlier, later] = [report.month, other.month].sort().map((month) => monthName(t, month))
  return (
    <section className={classes.bar} aria-label={t('compare.title')}>
      <p>
        <b>{t('compare.months', { earlier, later })}</b>
        <span>{t('compare.sources', { day: dayName(effectiveDate(dataset, view), i18n.language) })}</span>
      </p>
      <Button weight="quiet" onClick={end}>
        <IconX size={16} aria-hidden="true" />
        {t('compare.end')}
      </Button>
    </section>
  )
}
