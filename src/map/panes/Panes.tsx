import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { MonthReport } from '@/domain/dustfall/month-report'
import { tenth } from '@/domain/dustfall/rounding'
import type { Covered } from '@/map/instance/covered'
import { monthName } from '@/store/words/month-name'
import classes from './Panes.module.css'

/** Holds one map that fills it, or two of equal size, in the area that nothing covers. */
export function Panes({ covered, children }: { readonly covered: Covered; readonly children: ReactNode }) {
  const { top, right, bottom, left } = covered
  return (
    <div className={classes.frame} style={{ top, right, bottom, left }}>
      <div className={classes.panes}>{children}</div>
    </div>
  )
}

interface PaneProps {
  readonly report: MonthReport | null
  /** The month in the other pane; null if there is only one. */
  readonly other: MonthReport | null
  readonly children: ReactNode
}

/** One of two maps with the name of its month as heading, the earlier month first. A single pane is only a frame. */
export function Pane({ report, other, children }: PaneProps) {
  const { t } = useTranslation()
  const month = report && other ? report.month : null
  const name = month && monthName(t, month)
  // The same elements in both cases, so that a map is not remounted when it gets a neighbour.
  return (
    <div
      className={classes.pane}
      {...(report &&
        other &&
        name && {
          role: 'group',
          'aria-label': name,
          'data-place': report.month < other.month ? 'earlier' : 'later',
          'data-month': report.month,
        })}
    >
      {report && name && (
        <p className={classes.label}>
          <strong>{name}</strong>
          <span>
            {t('ranking.cityMean')} <b>{tenth(report.city.mean)}</b>
          </span>
          {report.city.overCount > 0 && (
            <b className={classes.over}>{t('ranking.countyCount', { count: report.city.overCount })}</b>
          )}
        </p>
      )}
      <div className={classes.map}>{children}</div>
    </div>
  )
}
