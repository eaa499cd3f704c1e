import { useTranslation } from 'react-i18next'
import { PARAMETER_FACTS } from '@/domain/monitoring/parameter'
import { verdictOn } from '@/ledger/verdicts'
import type { CardMonitor, LastReport, LastReports } from '@/questions/monitors/monitor-card'
import type { SourceSummary } from '@/questions/source/source-summary'
import { useAnswer } from '@/store/answers/use-answer'
import { effectiveDate, useChentu, useOpened } from '@/store/chentu'
import { READINGS_NAME } from '@/store/exports/exports-worker'
import { useLedger } from '@/store/ledger'
import { useLoadRecords } from '@/store/ledger/use-load-records'
import { keyOf } from '@/store/view/view'
import { hourText, valueText } from '@/store/words/monitor-figures'
import { verdictCounts } from '@/store/words/verdict-text'
import { Button } from '@/ui/controls/Button'
import { DOT } from '@/ui/dot'
import classes from './DetailCard.module.css'

/**
 * The monitors at a source, or the source at which a monitor stands, with their latest report and a link to their
 * hours.
 */
export function Monitors({ source }: { readonly source: SourceSummary }) {
  const { t } = useTranslation()
  const { dataset } = useOpened()
  const view = useChentu((state) => state.view)
  const setView = useChentu((state) => state.setView)
  const asOf = effectiveDate(dataset, view)
  const of = useAnswer(
    (worker) => worker.monitorsOfCard(source.source),
    `${source.kind} ${source.code} ${source.source}`,
  )
  const numbers = of?.monitors.map((each) => each.numbers) ?? []
  const reports = useAnswer(
    async (worker) => (of ? await worker.lastReports(READINGS_NAME, numbers, asOf) : null),
    JSON.stringify([numbers, asOf]),
  )
  // An unlisted monitor is shown only if it has readings.
  const shown = (of?.monitors ?? []).flatMap((monitor, at) => {
    const report = reports?.reports[at] ?? null
    const begins = reports?.beginLater[at] ?? null
    return monitor.listed || report || begins ? [{ monitor, report, begins }] : []
  })
  if (!of || shown.length === 0) return null
  return (
    <section aria-label={t('monitoring.ofSource')}>
      <h3>{t('monitoring.ofSource')}</h3>
      {of.isMonitor && (
        <p>
          {t('monitoring.standsAt')}{' '}
          {of.at ? (
            <Button weight="quiet" onClick={() => setView({ selected: keyOf(of.at!) })}>
              {of.at.name}
            </Button>
          ) : (
            t('monitoring.standsNowhere')
          )}
        </p>
      )}
      <ul className={classes.monitors}>
        {shown.map(({ monitor, report, begins }) => (
          <li key={monitor.listed?.source ?? monitor.numbers[0]}>
            {monitor.listed && !of.isMonitor && (
              <Button weight="quiet" onClick={() => setView({ selected: keyOf(monitor.listed!) })}>
                {[monitor.listed.name, ...monitor.numbers.slice(0, 1)].join(DOT)}
              </Button>
            )}
            {reports && <Report monitor={monitor} report={report} begins={begins} isPartly={reports.isPartly} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

interface ReportProps {
  readonly monitor: CardMonitor
  readonly report: LastReport | null
  readonly begins: LastReports['beginLater'][number]
  readonly isPartly: boolean
}

/** The latest report of a monitor, and a link to its hours. */
function Report({ monitor, report, begins, isPartly }: ReportProps) {
  const { t } = useTranslation()
  // Records contain the verdicts on doubtful values.
  useLoadRecords()
  const verdicts = useLedger((state) => state.verdicts)
  const setView = useChentu((state) => state.setView)
  const { dataset } = useOpened()
  const asOf = effectiveDate(
    dataset,
    useChentu((state) => state.view),
  )
  if (!report && begins)
    return (
      <p className="quiet">
        {t('monitoring.beginsLater', { device: begins.device, hour: hourText(begins.hour), day: asOf })}
      </p>
    )
  if (!report)
    return (
      <p className="quiet">
        {t(isPartly ? 'monitoring.unreadReport' : 'monitoring.noReport', { device: monitor.numbers[0] ?? '' })}
      </p>
    )
  const { value, hour, device, doubts } = report
  const speaking = doubts.filter((doubt) => verdictOn(verdicts, doubt) !== 'valid')
  return (
    <>
      <p>
        {t('monitoring.names.tsp')}{' '}
        {value === null ? t('monitoring.noValue') : `${valueText(value, 'tsp')} ${PARAMETER_FACTS.tsp.unit}`}{' '}
        <span className="quiet">{t('monitoring.atHour', { hour: hourText(hour) })}</span>
      </p>
      {speaking.length > 0 && (
        <p>{t('monitoring.ofCard', { count: speaking.length, verdicts: verdictCounts(t, verdicts, speaking) })}</p>
      )}
      <Button onClick={() => setView({ mode: 'monitoring', device })}>{t('monitoring.open')}</Button>
    </>
  )
}
