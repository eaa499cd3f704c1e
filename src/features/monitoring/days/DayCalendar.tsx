import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { formatDay, type IsoDay } from '@/domain/calendar'
import { grouped } from '@/domain/grouped'
import { PARAMETER_FACTS, type Parameter } from '@/domain/monitoring/parameter'
import { type Said, WhyLines } from '@/features/monitoring/SeriesWhy'
import type { MonitorDays } from '@/questions/monitors/monitor-days'
import type { MonitorLine } from '@/questions/monitors/monitor-list'
import { useAnswer } from '@/store/answers/use-answer'
import { useKept } from '@/store/answers/use-kept'
import { useDataset } from '@/store/chentu'
import { READINGS_NAME } from '@/store/exports/exports-worker'
import { useDoubtVerdicts } from '@/store/ledger/use-doubt-verdicts'
import { doubtedLines } from '@/store/words/doubt-text'
import { limitConversion } from '@/store/words/limit-note'
import { limitFigure, valueText } from '@/store/words/monitor-figures'
import { Select } from '@/ui/controls/Select'
import { EmptyState } from '@/ui/states/EmptyState'
import { Skeleton } from '@/ui/states/Skeleton'
import { CalendarMonth } from './CalendarMonth'
import classes from './DayCalendar.module.css'
import { DayDialog } from './DayDialog'
import { DayLegend } from './DayLegend'
import { DayRows } from './DayRows'
import { stepTo } from './day-level'

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

interface Props {
  readonly line: MonitorLine
  readonly parameter: Parameter
  readonly asOf: IsoDay
}

/** Calendar of one year of a device; pressing a day shows its hours. */
export function DayCalendar({ line, parameter, asOf }: Props) {
  const { t } = useTranslation()
  const [year, setYear] = useState<number | null>(null)
  const verdicts = useDoubtVerdicts()
  const asked = { device: line.device, parameter, asOf, year }
  const { value, isOld } = useKept(
    useAnswer(
      async (worker) => ({ parameter, found: await worker.monitorDays(READINGS_NAME, asked, verdicts) }),
      Object.values(asked).join(' '),
      [verdicts],
    ),
  )
  if (!value) return <Skeleton lines={8} />
  const { found } = value
  return (
    <div data-old={isOld} className={classes.calendar}>
      {found.years.length > 1 && (
        <Select
          label={t('monitoring.calendar.year')}
          labelled="beside"
          value={String(found.year)}
          options={found.years.map((each) => ({ value: String(each), label: String(each) }))}
          onChange={(next) => setYear(Number(next))}
        />
      )}
      {found.days.length === 0 ? (
        <EmptyState message={t('monitoring.calendar.none')} />
      ) : (
        <Days key={`${value.parameter} ${found.year}`} {...value} line={line} />
      )}
    </div>
  )
}

interface DaysProps {
  readonly found: MonitorDays
  readonly line: MonitorLine
  readonly parameter: Parameter
}

function Days({ found, line, parameter }: DaysProps) {
  const { t, i18n } = useTranslation()
  const { monitoring } = useDataset()
  const { days } = found
  const [chosen, setCurrent] = useState<number | null>(null)
  const [opened, setOpened] = useState<number | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const there = new Set(days.map(({ day }) => day))
  const current = chosen !== null && there.has(chosen) ? chosen : days.at(-1)!.day
  const months = [...grouped(days, ({ day }) => formatDay(day).slice(0, 7))]
  const counted = days.filter(({ counts }) => counts)
  const known = t('monitoring.calendar.known', { counted: counted.length, days: days.length })
  const { unit } = PARAMETER_FACTS[parameter]
  const rule = monitoring?.day

  function onKeyDown(event: KeyboardEvent) {
    const within = [days[0]!.day, days.at(-1)!.day] as const
    const step = STEPS[event.key]
    const at = months.findIndex(([month]) => formatDay(current).startsWith(month))
    const nearby = months[at + (event.key === 'PageUp' ? -1 : event.key === 'PageDown' ? 1 : 0)]?.[1]
    const next =
      step !== undefined
        ? stepTo(there, current, step, within)
        : event.key === 'PageUp' || event.key === 'PageDown' || event.key === 'Home'
          ? nearby?.[0]?.day
          : event.key === 'End'
            ? nearby?.at(-1)?.day
            : null
    if (next === null) return
    event.preventDefault()
    if (next === undefined) return
    setCurrent(next)
    box.current?.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus()
  }

  const why: Said[] = [
    {
      text: rule
        ? t('monitoring.calendar.why.counts', { least: rule.leastHours })
        : t('monitoring.calendar.why.noRule'),
      rule,
    },
    ...found.dayLimits.flatMap(({ limit }) => [
      { text: t('monitoring.calendar.why.dayLimit', limitFigure(limit)), rule: limit },
      ...limitConversion(t, limit),
    ]),
    ...found.hourLimits.flatMap(({ limit }) => [
      { text: t('monitoring.calendar.why.hourLimit', limitFigure(limit)), rule: limit },
      ...limitConversion(t, limit),
    ]),
    { text: t('monitoring.why.person') },
  ]
  return (
    <>
      <p className={classes.said}>
        {known}
        <WhyLines of={known} lines={why} />
      </p>
      {doubtedLines(t, found.doubted).map((text) => (
        <p key={text} role="note">
          {text}
        </p>
      ))}
      <DayLegend of={found} parameter={parameter} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrow keys move between the day buttons */}
      <div ref={box} className={classes.months} onKeyDown={onKeyDown}>
        {months.map(([month, of]) => (
          <CalendarMonth
            key={month}
            month={month}
            days={of}
            of={found}
            parameter={parameter}
            current={current}
            onOpen={(day) => {
              setCurrent(day)
              setOpened(day)
            }}
          />
        ))}
      </div>
      <p className="quiet">
        {t('monitoring.calendar.help', { unit })}{' '}
        {found.dayLimits.map(({ limit, value }) => (
          <span key={limit.value}>
            {t('monitoring.calendar.limitText', { value: valueText(value, parameter), unit })}
            {' · '}
            {inLanguage(limit.source, i18n.language)}
            {!limit.confirmed && ` · ${t('monitoring.unconfirmed')}`}
          </span>
        ))}
      </p>
      <DayRows days={days} of={found} line={line} parameter={parameter} />
      {opened !== null && (
        <DayDialog line={line} parameter={parameter} day={formatDay(opened)} onClose={() => setOpened(null)} />
      )}
    </>
  )
}
