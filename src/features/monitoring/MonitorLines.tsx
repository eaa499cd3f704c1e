import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { grouped } from '@/domain/grouped'
import { PARAMETER_FACTS, type Parameter } from '@/domain/monitoring/parameter'
import { countyName } from '@/domain/sources/county'
import type { MonitorLine } from '@/questions/monitors/monitor-list'
import { useDataset } from '@/store/chentu'
import { useLedger } from '@/store/ledger'
import { doubtKinds } from '@/store/words/doubt-text'
import { limitNote } from '@/store/words/limit-note'
import { percent } from '@/store/words/measured'
import { hourText, valueText } from '@/store/words/monitor-figures'
import { verdictCounts, wrongText } from '@/store/words/verdict-text'
import { Sparkline } from '@/ui/Sparkline'
import classes from './Monitoring.module.css'
import { type DecidedFinding, nameOf } from './shown-devices'

interface Props {
  readonly devices: readonly MonitorLine[]
  /** Null while the findings are loading. */
  readonly findings: ReadonlyMap<string, DecidedFinding> | null
  /** True to group them by county, in the package's order; else the given order is kept. */
  readonly isGrouped: boolean
  readonly parameter: Parameter
  /** Code of the device whose hours are shown. */
  readonly chosen: string | null
  onChoose(device: string): void
}

/** Devices with their latest values and what was found for each. */
export function MonitorLines({ devices, findings, isGrouped, parameter, chosen, onChoose }: Props) {
  const { t, i18n } = useTranslation()
  const { counties } = useDataset()
  const places = counties.map(({ code }) => code)
  const order = (code: string) => (places.includes(code) ? places.indexOf(code) : places.length)
  const list = (lines: readonly MonitorLine[]) => (
    <ul>
      {lines.map((line) => (
        <li key={line.device}>
          <button
            type="button"
            className={classes.line}
            aria-current={line.device === chosen || undefined}
            onClick={() => onChoose(line.device)}
          >
            <Line line={line} finding={findings?.get(line.device) ?? null} parameter={parameter} />
          </button>
        </li>
      ))}
    </ul>
  )
  if (!isGrouped) return list(devices)
  const groups = [...grouped(devices, ({ place }) => place?.county ?? '')].sort(([a], [b]) => order(a) - order(b))
  return groups.map(([county, lines]) => (
    <div key={county}>
      <h3>
        {county === '' ? t('monitoring.noCounty') : countyName({ counties }, county, i18n.language)}
        <small>
          {lines.filter(({ isOnline }) => isOnline).length}/{lines.length}
        </small>
      </h3>
      {list(lines)}
    </div>
  ))
}

interface LineProps {
  readonly line: MonitorLine
  readonly finding: DecidedFinding | null
  readonly parameter: Parameter
}

function Line({ line, finding, parameter }: LineProps) {
  const { t, i18n } = useTranslation()
  const { monitoring } = useDataset()
  const verdicts = useLedger((state) => state.verdicts)
  const { isKept, value, isOnline, last, share, course } = line
  const least = monitoring?.online
  const isLow = share !== null && least !== undefined && share < least.leastShare
  const hasCourse = course.some((each) => each !== null)
  const gone = last === null ? t('monitoring.longAgo') : t('monitoring.since', { hour: hourText(last) })
  return (
    <>
      <span className={classes.name}>
        {nameOf(line)} {!line.place && line.called !== null && <small>{line.device}</small>}{' '}
        {isKept && <span className="badge">{t('monitoring.kept')}</span>}
      </span>
      <span className={classes.value}>
        {value === null ? (
          <small>{t('monitoring.noValue')}</small>
        ) : (
          <>
            {valueText(value, parameter)} <small>{PARAMETER_FACTS[parameter].unit}</small>
          </>
        )}
      </span>
      <small className={classes.state} data-online={isOnline}>
        {isOnline ? t('monitoring.online') : `${t('monitoring.offline')} · ${gone}`}
        {share !== null && (
          <span
            data-low={isLow}
            title={
              isLow
                ? t('monitoring.shareLow', {
                    least: percent(least.leastShare),
                    source: inLanguage(least.source, i18n.language),
                  })
                : undefined
            }
          >
            {t('monitoring.share', { share: percent(share) })}
          </span>
        )}
        {finding !== null && (finding.over ?? 0) > 0 && (
          <span data-low>
            {t('monitoring.list.over', { count: finding.over!, wrong: wrongText(t, finding.over!, finding.wrong) })}
            {limitNote(t, finding.limits)}
          </span>
        )}
        {finding !== null && finding.doubts.length > 0 && (
          <span>
            {t('monitoring.list.doubts', {
              count: finding.doubts.length,
              kinds: doubtKinds(t, finding.doubts),
              verdicts: verdictCounts(t, verdicts, finding.doubts),
            })}
          </span>
        )}
      </small>
      {hasCourse && (
        <Sparkline
          values={course}
          limits={[]}
          label={t('monitoring.course', { parameter: t(`monitoring.names.${parameter}`) })}
        />
      )}
    </>
  )
}
