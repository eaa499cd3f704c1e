import type { TFunction } from 'i18next'
import { formatDay } from '@/domain/calendar'
import { PARAMETER_FACTS, type Parameter } from '@/domain/monitoring/parameter'
import type { ExportTable, ExportValue } from '@/io/export/export'
import type { MonitorDay, MonitorDays } from '@/questions/monitors/monitor-days'
import { limitNote } from '@/store/words/limit-note'
import { valueText } from '@/store/words/monitor-figures'

type Limits = Pick<MonitorDays, 'dayLimits' | 'hourLimits'>

/** Headings of the table of days; without a limit its columns are left out. */
export const dayHeadings = (t: TFunction<'texts'>, { dayLimits, hourLimits }: Limits, parameter: Parameter) => [
  t('monitoring.calendar.day'),
  `${t('monitoring.calendar.meanOf')} ${t(`monitoring.names.${parameter}`)} (${PARAMETER_FACTS[parameter].unit})`,
  t('monitoring.calendar.hoursKnown'),
  t('monitoring.calendar.countsOf'),
  ...(dayLimits.length > 0 ? [t('monitoring.calendar.beside') + limitNote(t, dayLimits)] : []),
  ...(hourLimits.length > 0 ? [t('monitoring.calendar.overHours') + limitNote(t, hourLimits)] : []),
  t('monitoring.calendar.wrongHours'),
  t('monitoring.calendar.openHours'),
]

/** Cells of a day, in the order of {@link dayHeadings}. */
export const dayRow = (
  t: TFunction<'texts'>,
  { day, mean, hours, counts, above, over, doubted }: MonitorDay,
  limits: Limits,
  parameter: Parameter,
): ExportValue[] => [
  formatDay(day),
  mean === null ? null : Number(valueText(mean, parameter)),
  hours,
  t(counts ? 'monitoring.calendar.yes' : 'monitoring.calendar.no'),
  ...(limits.dayLimits.length > 0
    ? [!counts ? null : t(above ? 'monitoring.calendar.above' : 'monitoring.calendar.within')]
    : []),
  ...(limits.hourLimits.length > 0 ? [over] : []),
  doubted.wrong,
  doubted.open,
]

/** The days as a table for export. */
export const daysTable = (
  t: TFunction<'texts'>,
  days: readonly MonitorDay[],
  limits: Limits,
  parameter: Parameter,
  title: string,
  about: readonly (readonly [string, string])[],
): ExportTable => ({
  title,
  headings: dayHeadings(t, limits, parameter),
  rows: days.map((each) => dayRow(t, each, limits, parameter)),
  days: [0],
  positions: days.map(() => null),
  place: ['', ''],
  about: { title: t('about.title'), lines: about },
})
