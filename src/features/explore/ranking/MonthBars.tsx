import { useTranslation } from 'react-i18next'
import type { MonthReport } from '@/domain/dustfall/month-report'
import { dustfallClass } from '@/layers/dustfall-scale'
import { useChentu } from '@/store/chentu'
import classes from './MonthStrip.module.css'

interface Props {
  readonly reports: readonly MonthReport[]
  readonly report: MonthReport
}

/** The months as bars of the city's mean with the limit drawn in: choosing a month and seeing the year are one gesture. */
export function MonthBars({ reports, report }: Props) {
  const { t } = useTranslation()
  const setView = useChentu((state) => state.setView)
  const current = reports.indexOf(report)
  const name = (month: string) => t('months.month', { year: month.slice(0, 4), month: Number(month.slice(5)) })
  // One scale for all months.
  const top = Math.max(report.dustfallLimit, ...reports.map(({ city }) => city.mean ?? 0)) * 1.1
  function step(event: React.KeyboardEvent) {
    const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key]
    const next = by === undefined ? undefined : reports[current + by]
    if (!next) return
    event.preventDefault()
    setView({ month: next.month })
    const bars = event.currentTarget.querySelectorAll<HTMLElement>('[role="radio"]')
    bars[current + by!]?.focus()
  }
  return (
    <div className={classes.bars} role="radiogroup" aria-label={t('months.label')} onKeyDown={step}>
      {reports.map(({ month, city, dustfallLimit }, i) => {
        const value = city.mean ?? 0
        const said = t('months.bar', { month: name(month), value: city.mean?.toFixed(1) ?? '—' })
        return (
          // biome-ignore lint/a11y/useSemanticElements: a bar is the radio; its height is the figure
          <button
            key={month}
            type="button"
            role="radio"
            aria-checked={month === report.month}
            tabIndex={month === report.month ? 0 : -1}
            aria-label={said}
            title={said}
            onClick={() => setView({ month })}
          >
            <span
              style={{
                height: `${(value / top) * 100}%`,
                backgroundColor: `var(--dustfall-${dustfallClass(value, dustfallLimit)})`,
              }}
            />
            {i % 3 === (reports.length - 1) % 3 && <small>{month.slice(2)}</small>}
          </button>
        )
      })}
      <div className={classes.limit} style={{ bottom: `calc(16px + (100% - 16px) * ${report.dustfallLimit / top})` }}>
        <b title={t('ranking.limit', { limit: report.dustfallLimit })}>{report.dustfallLimit}</b>
      </div>
    </div>
  )
}
