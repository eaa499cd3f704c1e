import { useTranslation } from 'react-i18next'
import { addMonths, type Month, parseDay } from '@/domain/calendar'
import { PARAMETER_FACTS, type Parameter } from '@/domain/monitoring/parameter'
import type { MonitorDay, MonitorDays } from '@/questions/monitors/monitor-days'
import { doubtedLines } from '@/store/words/doubt-text'
import { limitNote } from '@/store/words/limit-note'
import { valueText } from '@/store/words/monitor-figures'
import { dayName, monthOfYear } from '@/ui/controls/day-names'
import { HeadRow } from '@/ui/HeadRow'
import classes from './DayCalendar.module.css'
import { levelOf } from './day-level'

const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6] as const
/** Day of the week, 0 for Monday. `day` counts from 1 January 1970, a Thursday. */
const weekday = (day: number) => (((day + 3) % 7) + 7) % 7

interface Props {
  readonly month: Month
  /** Only days with readings. */
  readonly days: readonly MonitorDay[]
  readonly of: MonitorDays
  readonly parameter: Parameter
  /** The one day of the calendar that Tab reaches. */
  readonly current: number
  onOpen(day: number): void
}

/** Calendar of a month, with weeks from Monday. */
export function CalendarMonth({ month, days, of, parameter, current, onOpen }: Props) {
  const { t, i18n } = useTranslation()
  const [first, next] = [parseDay(`${month}-01`), parseDay(`${addMonths(month, 1)}-01`)]
  const known = new Map(days.map((each) => [each.day, each]))
  const weeks: number[] = []
  for (let monday = first - weekday(first); monday < next; monday += 7) weeks.push(monday)
  // 5 January 1970 was a Monday.
  const nameOf = (place: number) =>
    new Intl.DateTimeFormat(i18n.language, { weekday: 'narrow', timeZone: 'UTC' }).format((4 + place) * 86_400_000)
  return (
    <table className={classes.month}>
      <caption>{monthOfYear(month, i18n.language)}</caption>
      <HeadRow headings={WEEKDAYS.map((place) => nameOf(place))} />
      <tbody>
        {weeks.map((monday) => (
          <tr key={monday}>
            {WEEKDAYS.map((place) => {
              const day = monday + place
              if (day < first || day >= next) return <td key={place} />
              const found = known.get(day)
              return (
                <td key={place}>
                  {found ? (
                    <Day day={found} of={of} parameter={parameter} isCurrent={day === current} onOpen={onOpen} />
                  ) : (
                    <span className={classes.nothing}>
                      <small>{day - first + 1}</small>
                      <span title={t('monitoring.calendar.noData')}>—</span>
                    </span>
                  )}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface DayProps {
  readonly day: MonitorDay
  readonly of: MonitorDays
  readonly parameter: Parameter
  readonly isCurrent: boolean
  onOpen(day: number): void
}

function Day({ day: found, of, parameter, isCurrent, onOpen }: DayProps) {
  const { t, i18n } = useTranslation()
  const { day, mean, hours, over, counts, above, doubted } = found
  const iso = new Date(day * 86_400_000).toISOString().slice(0, 10)
  const value = mean === null ? '—' : valueText(mean, parameter)
  const said = [
    dayName(iso, i18n.language),
    ...(mean === null ? [] : [t('monitoring.calendar.mean', { value, unit: PARAMETER_FACTS[parameter].unit })]),
    counts ? t('monitoring.calendar.hours', { hours }) : t('monitoring.calendar.tooFew', { hours }),
    ...(above ? [t('monitoring.calendar.above') + limitNote(t, of.dayLimits)] : []),
    ...(over > 0 ? [t('monitoring.calendar.over', { count: over }) + limitNote(t, of.hourLimits)] : []),
    ...doubtedLines(t, doubted),
  ].join(t('ui.semicolon'))
  return (
    <button
      type="button"
      className={classes.day}
      data-day={day}
      data-level={counts ? levelOf(found, of) : null}
      data-counts={counts}
      tabIndex={isCurrent ? 0 : -1}
      aria-label={said}
      title={said}
      onClick={() => onOpen(day)}
    >
      <small>{Number(iso.slice(8))}</small>
      <b>{value}</b>
      <small>
        {!counts ? t('monitoring.calendar.hoursShort', { hours }) : over > 0 ? `▲${over}` : above ? '▲' : ' '}
      </small>
    </button>
  )
}
