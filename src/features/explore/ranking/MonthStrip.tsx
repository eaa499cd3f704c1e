import { IconChevronDown, IconChevronUp, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { tenth } from '@/domain/dustfall/rounding'
import { effectiveDate, useChentu, useDataset, useOtherReport, useReport } from '@/store/chentu'
import { usePreferences } from '@/store/device/preferences'
import { stepMonth } from '@/store/view/compared-months'
import { monthName } from '@/store/words/month-name'
import { dayName } from '@/ui/controls/day-names'
import { IconButton } from '@/ui/controls/IconButton'
import { BesideSelect } from './BesideSelect'
import { MonthBars } from './MonthBars'
import classes from './MonthStrip.module.css'

const STEP_MS = 1200

/** The months under the map: the chosen month, the year as bars, and the compared month. It folds to one row. */
export function MonthStrip() {
  const { t, i18n } = useTranslation()
  const dataset = useDataset()
  const { reports } = dataset
  const report = useReport()
  const view = useChentu((state) => state.view)
  const setView = useChentu((state) => state.setView)
  const { folded, setFolded } = usePreferences()
  const [playing, setPlaying] = useState(false)
  const other = useOtherReport()
  const current = report?.month ?? null
  const compared = other?.month ?? null

  useEffect(() => {
    if (!playing) return
    const timer = setTimeout(() => {
      const next = stepMonth(reports, current, 1, compared)
      if (next) setView({ month: next })
      else setPlaying(false)
    }, STEP_MS)
    return () => clearTimeout(timer)
  }, [playing, current, compared, reports, setView])

  if (!report) return null
  const name = (month: string) => monthName(t, month)
  const asOf = effectiveDate(dataset, view)
  // With the table open there is room for one row only.
  const isFolded = folded.includes('months') || view.table
  function togglePlay() {
    const isLast = stepMonth(reports, current, 1, compared) === undefined
    if (!playing && isLast) setView({ month: reports.find(({ month }) => month !== compared)!.month })
    setPlaying(!playing)
  }
  return (
    <section
      id="months"
      tabIndex={-1}
      className={classes.strip}
      data-strip
      data-folded={isFolded}
      aria-label={t('frame.months')}
    >
      <IconButton label={t(playing ? 'months.pause' : 'months.play')} className={classes.play} onClick={togglePlay}>
        {playing ? <IconPlayerPause size={18} aria-hidden="true" /> : <IconPlayerPlay size={18} aria-hidden="true" />}
      </IconButton>
      <div className={classes.month}>
        <strong>{name(report.month)}</strong>
        <span className={classes.line}>
          <span>{t('ranking.cityMean')}</span>
          <b>{tenth(report.city.mean)}</b>
          <BesideSelect />
        </span>
      </div>
      {/* With two months, the bar over their maps shows this. */}
      {!other && asOf.slice(0, 7) !== report.month && (
        <p className={classes.apart} role="status">
          {t('frame.dates.apart', { month: name(report.month), day: dayName(asOf, i18n.language) })}
        </p>
      )}
      {!isFolded && <MonthBars reports={reports} report={report} other={compared} />}
      {!view.table && (
        <IconButton
          label={t(isFolded ? 'frame.unfold' : 'frame.fold', { part: t('frame.months') })}
          className={classes.fold}
          aria-expanded={!isFolded}
          onClick={() => setFolded('months', !isFolded)}
        >
          {isFolded ? <IconChevronUp size={16} aria-hidden="true" /> : <IconChevronDown size={16} aria-hidden="true" />}
        </IconButton>
      )}
    </section>
  )
}
