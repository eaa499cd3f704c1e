import { useTranslation } from 'react-i18next'
import { type Doubt, doubtsWithin } from '@/domain/monitoring/doubts/doubt'
import { wrongHoursOf } from '@/domain/monitoring/doubts/verdict'
import {
  type ExceedanceMark,
  type ExceedanceRun,
  exceedanceRuns,
  hoursOfRuns,
  outermostRuns,
} from '@/domain/monitoring/exceedance-runs'
import { PARAMETER_FACTS, type Parameter } from '@/domain/monitoring/parameter'
import type { Limit } from '@/domain/monitoring/settings'
import { verdictOn } from '@/ledger/verdicts'
import type { MonitorSeries } from '@/questions/monitors/monitor-series'
import { useLedger } from '@/store/ledger'
import { useDoubtVerdicts } from '@/store/ledger/use-doubt-verdicts'
import { doubtText } from '@/store/words/doubt-text'
import { limitNote } from '@/store/words/limit-note'
import { hourText, limitFigure, spanText, timesText, valueText } from '@/store/words/monitor-figures'
import { verdictText, wrongText } from '@/store/words/verdict-text'
import { CaseOfRun } from './CaseOfRun'
import { DoubtVerdict } from './DoubtVerdict'
import { GapNotes } from './GapNotes'
import { MOST, Note } from './Note'
import classes from './SeriesNotes.module.css'
import { sourceText, WhyDoubts, WhyOver } from './SeriesWhy'

const HOUR = 60

interface Props {
  readonly series: MonitorSeries
  readonly parameter: Parameter
  /** Display name of the device. */
  readonly name: string
}

/**
 * Findings in a device's hours, latest first: above a limit (with its source), far above the background, explained by the background,
 * without a mean, and doubted with the reason.
 */
export function SeriesNotes({ series, parameter, name }: Props) {
  const { t, i18n } = useTranslation()
  // Records also determine the hours on which a case was opened.
  const verdicts = useDoubtVerdicts()
  const latestFirst = (found: MonitorSeries['exceedances'], mark: ExceedanceMark) =>
    [...outermostRuns(exceedanceRuns(found, mark))].sort((a, b) => b.from - a.from)
  const [over, alarms] = [latestFirst(series.exceedances, 'over'), latestFirst(series.exceedances, 'alarm')]
  const explained = latestFirst(series.explained, 'explained')
  const doubts = [...series.doubts].sort((a, b) => b.from - a.from)
  const untried = series.untried.map((kind) => t(`monitoring.untriedRule.${kind}`)).join(t('ui.comma'))
  const doubtNotes = [
    ...(doubts.length > 0 ? [t('monitoring.doubtsNote')] : []),
    ...(untried === '' ? [] : [t('monitoring.untried', { rules: untried })]),
  ]
  const rule = alarms[0]?.highest.limit.background
  const wrongOf = (run: ExceedanceRun) => wrongHoursOf(verdicts, { ...run, device: run.highest.device, parameter })
  const overHours = hoursOfRuns(over)
  const wrongHours = overHours.filter(
    (from) => wrongHoursOf(verdicts, { device: over[0]!.highest.device, parameter, from, until: from + HOUR }) > 0,
  )
  const overWrong = wrongText(t, overHours.length, wrongHours.length)
  const ofLimit = (limit: Limit) =>
    [t('monitoring.limitText', limitFigure(limit)), sourceText(t, i18n.language, limit)].join(' · ')
  const runLine = (run: ExceedanceRun, mark: ExceedanceMark) => (
    <li key={`${run.from} ${run.highest.limit.value}`}>
      <time>{spanText(run.from, run.until)}</time>
      <span>
        <RunText run={run} mark={mark} parameter={parameter} />
        {mark === 'over' && <small className="quiet">{ofLimit(run.highest.limit)}</small>}
        <RunDoubts run={run} doubts={doubtsWithin(series.doubts, run, parameter)} parameter={parameter} />
      </span>
      {mark === 'over' && <CaseOfRun run={run} canOpen={wrongOf(run) < run.count} />}
    </li>
  )
  return (
    <div className={classes.notes}>
      {series.limits.length > 0 && (
        <Note
          mark={over.length > 0 ? 'over' : null}
          title={
            (over.length > 0
              ? t('monitoring.over', { count: overHours.length, wrong: overWrong })
              : t('monitoring.overNone')) + limitNote(t, series.limits)
          }
          more={over.length - MOST}
          why={(of) => <WhyOver of={of} series={series} />}
        >
          {over.slice(0, MOST).map((run) => runLine(run, 'over'))}
        </Note>
      )}
      {rule?.by === 'ratio' && (
        <Note
          mark="alarm"
          title={t('monitoring.alarm', { count: hoursOfRuns(alarms).length })}
          note={[
            t('monitoring.alarmNote', { parameter: t(`monitoring.names.${rule.parameter}`), alarm: rule.alarm }),
            rule.least !== undefined && t('monitoring.alarmLeast', limitFigure(alarms[0]!.highest.limit, rule.least)),
          ]
            .filter(Boolean)
            .join('')}
          more={alarms.length - MOST}
          why={(of) => <WhyOver of={of} series={series} />}
        >
          {alarms.slice(0, MOST).map((run) => runLine(run, 'alarm'))}
        </Note>
      )}
      {explained.length > 0 && (
        <Note
          mark="explained"
          title={t('monitoring.explained', { count: hoursOfRuns(explained).length }) + limitNote(t, series.limits)}
          more={explained.length - MOST}
          why={(of) => <WhyOver of={of} series={series} />}
        >
          {explained.slice(0, MOST).map((run) => runLine(run, 'explained'))}
        </Note>
      )}
      <GapNotes series={series} />
      <Note
        mark={doubts.length > 0 ? 'doubt' : null}
        title={doubts.length > 0 ? t('monitoring.doubts', { count: doubts.length }) : t('monitoring.doubtsNone')}
        {...(doubtNotes.length > 0 && { note: doubtNotes.join(' ') })}
        more={doubts.length - MOST}
        {...(doubts.length > 0 && { why: (of: string) => <WhyDoubts of={of} series={series} /> })}
      >
        {doubts.slice(0, MOST).map((doubt) => (
          <li key={`${doubt.kind} ${doubt.from}`}>
            <time>{spanText(doubt.from, doubt.until)}</time>
            {doubtText(t, doubt, parameter)}
            <DoubtVerdict
              doubt={doubt}
              name={name}
              about={`${spanText(doubt.from, doubt.until)} ${doubtText(t, doubt, parameter)}`}
            />
          </li>
        ))}
      </Note>
    </div>
  )
}

interface RunDoubtsProps {
  readonly run: ExceedanceRun
  readonly doubts: readonly Doubt[]
  readonly parameter: Parameter
}

/**
 * Doubts about hours above a limit: the reason, and how many of the hours the verdicts apply to. Doubts dismissed with
 * the verdict "valid" are not shown.
 */
function RunDoubts({ run, doubts, parameter }: RunDoubtsProps) {
  const { t } = useTranslation()
  const verdicts = useLedger((state) => state.verdicts)
  const told = useDoubtVerdicts()
  const saidOf = ({ device, kind }: Doubt, word: string) => {
    const onKind = new Map([[device, (told.get(device) ?? []).filter((each) => each.doubt === kind)]])
    const count = wrongHoursOf(onKind, { device, parameter, from: run.from, until: run.until })
    if (count === 0) return word
    return count === run.count ? verdictText(t, 'invalid') : t('monitoring.someWrong', { hours: run.count, count })
  }
  const speaking = doubts.filter((doubt) => verdictOn(verdicts, doubt, run) !== 'valid')
  return speaking.map((doubt) => (
    <small key={`${doubt.kind} ${doubt.from}`}>
      {t('monitoring.overDoubted', {
        why: doubtText(t, doubt, parameter),
        verdict: saidOf(doubt, verdictText(t, verdictOn(verdicts, doubt, run))),
      })}
    </small>
  ))
}

/** The amount subtracted for the background; written as a product if it is a share of the background. */
function takenOffText({ background, limit }: ExceedanceRun['highest'], parameter: Parameter): string {
  const taken = valueText(background ?? 0, parameter)
  if (limit.background?.by !== 'ratio' || limit.background.share === 1) return taken
  const { share } = limit.background
  return `${valueText((background ?? 0) / share, parameter)}×${share}=${taken}`
}

interface RunProps {
  readonly run: ExceedanceRun
  readonly mark: ExceedanceMark
  readonly parameter: Parameter
}

function RunText({ run, mark, parameter }: RunProps) {
  const { t } = useTranslation()
  const judged = mark === 'over' ? run.decisive : run.highest
  const { compared, background, backgroundOf, limit, allowedUpTo } = judged
  const { value } = run.highest
  const said = {
    hours: run.count,
    value: valueText(value, parameter),
    unit: PARAMETER_FACTS[parameter].unit,
    // The background may be of another parameter: that of TSP is PM10.
    of: t(`monitoring.names.${limit.background?.parameter ?? parameter}`),
  }
  if (mark === 'alarm' && background !== null && limit.background?.by === 'ratio') {
    // The subtracted amount is the background times the share.
    const whole = background / limit.background.share
    const times = timesText(value / whole)
    return t('monitoring.alarmLine', {
      ...said,
      background: valueText(whole, parameter),
      times,
      count: backgroundOf ?? 0,
    })
  }
  if (mark === 'explained')
    return t('monitoring.explainedLine', {
      ...said,
      count: backgroundOf ?? 0,
      background: takenOffText(run.highest, parameter),
      compared: valueText(compared, parameter),
      limit: valueText(allowedUpTo, parameter),
    })
  // No device is near enough to estimate the background.
  if (background === null && limit.background) return t('monitoring.overLineAlone', said)
  const isPlain = background === null || background === 0
  const isOther = compared > run.highest.compared
  const line = isOther ? 'monitoring.overLineOther' : 'monitoring.overLine'
  return t(isPlain ? `${line}Plain` : line, {
    ...said,
    count: backgroundOf ?? 0,
    // A higher hour may have more background, so that the limit is compared with another hour.
    hour: hourText(judged.from),
    judged: valueText(judged.value, parameter),
    compared: valueText(compared, parameter),
  })
}
