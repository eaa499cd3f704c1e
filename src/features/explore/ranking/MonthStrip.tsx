import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dustfallClass } from '@/layers/dustfall-scale'
import { useChentu, useDataset, useReport } from '@/store/chentu'
import { Select } from '@/ui/controls/Select'
import classes from './MonthStrip.module.css'

const STEP_MS = 1200

/** The months as bars of the city's mean with the limit drawn in: choosing a month and seeing the year are one gesture. */
export function MonthStrip() {
  const { t } = useTranslation()
  const { reports } = useDataset()
  const report = useReport()
  const other = useChentu((state) => state.view.other)
  const setView = useChentu((state) => state.setView)
  const [playing, setPlaying] = useState(false)
  const current = report ? reports.indexOf(report) : -1

  useEffect(() => {
    if (!playing) return
    const timer = setTimeout(() => {
      const next = reports[current + 1]
      if (next) setView({ month: next.month })
      else setPlaying(false)
    }, STEP_MS)
    return () => clearTimeout(timer)
  }, [playing, current, reports, setView])

  if (!report) return null
  const name = (month: string) => t('months.month', { year: month.slice(0, 4), month: Number(month.slice(5)) })
  const top = Math.max(report.dustfallLimit, ...reports.map(({ city }) => city.mean ?? 0)) * 1.15
  function togglePlay() {
    if (!playing && current === reports.length - 1) setView({ month: reports[0]!.month })
    setPlaying(!playing)
  }
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
    <div className={classes.strip}>
      <button
        type="button"
        className={classes.play}
        onClick={togglePlay}
        aria-label={t(playing ? 'months.pause' : 'months.play')}
      >
        {playing ? <IconPlayerPause size={20} aria-hidden="true" /> : <IconPlayerPlay size={20} aria-hidden="true" />}
      </button>
      <div className={classes.month}>
        <strong>{name(report.month)}</strong>
        <Select
          label={t('months.beside')}
          labelled="hidden"
          value={other ?? ''}
          options={[
            { value: '', label: t('months.alone') },
            ...reports
              .filter(({ month }) => month !== report.month)
              .map(({ month }) => ({ value: month, label: t('months.against', { month: name(month) }) }))
              .reverse(),
          ]}
          onChange={(month) => setView({ other: month || null })}
        />
      </div>
      <div className={classes.bars} role="radiogroup" aria-label={t('months.label')} onKeyDown={step}>
        {reports.map(({ month, city, dustfallLimit }, i) => {
          const value = city.mean ?? 0
          return (
            // biome-ignore lint/a11y/useSemanticElements: a bar is the radio; its height is the figure
            <button
              key={month}
              type="button"
              role="radio"
              aria-checked={month === report.month}
              tabIndex={month === report.month ? 0 : -1}
              aria-label={t('months.bar', { month: name(month), value: city.mean?.toFixed(1) ?? '—' })}
              title={t('months.bar', { month: name(month), value: city.mean?.toFixed(1) ?? '—' })}
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
        <div className={classes.limit} style={{ bottom: `calc(18px + (100% - 18px) * ${report.dustfallLimit / top})` }}>
          <span>{t('ranking.limit', { limit: report.dustfallLimit })}</span>
        </div>
      </div>
    </div>
  )
}
