import type { TFunction } from 'i18next'
import type { Exceedance } from '@/domain/monitoring/exceedances'
import { PARAMETER_FACTS, type Parameter } from '@/domain/monitoring/parameter'
import { isAbove, roundHalfUp } from '@/domain/monitoring/rounding'
import type { ExportTable, ExportValue } from '@/io/export/export'
import { type Verdicts, verdictOn } from '@/ledger/verdicts'
import type { MonitorSeries } from '@/questions/monitors/monitor-series'
import { doubtText } from '@/store/words/doubt-text'
import { hourText } from '@/store/words/monitor-figures'
import { verdictText } from '@/store/words/verdict-text'
import { gapText } from './gap-text'

const HOUR = 60

const tenths = (value: number | undefined): ExportValue =>
  value === undefined || Number.isNaN(value) ? null : roundHalfUp(value, 1)

const foundText = (t: TFunction<'texts'>, { isOver, isAlarm, value, allowedUpTo }: Exceedance) =>
  [
    ...(isOver ? [t('monitoring.table.over')] : []),
    ...(isAlarm ? [t('monitoring.table.alarm')] : []),
    ...(!isOver && isAbove(value, allowedUpTo) ? [t('monitoring.table.explained')] : []),
  ].join(t('ui.semicolon'))

/**
 * The hours shown as a table: one row per hour, with limits, comparisons and doubts. The import recognises device, time
 * and values by the headings, so the file can be imported again for the same device.
 */
export function seriesTable(
  t: TFunction<'texts'>,
  device: string,
  series: MonitorSeries,
  parameter: Parameter,
  verdicts: Verdicts,
  title: string,
  about: readonly (readonly [string, string])[],
): ExportTable {
  const { from, values, county, city, limits, exceedances, explained, gaps, doubts } = series
  const { unit } = PARAMETER_FACTS[parameter]
  const named = `${t(`monitoring.names.${parameter}`)} (${unit})`
  const over = new Map([...explained, ...exceedances].map((each) => [each.from, each]))
  const rows = Array.from(values, (value, hour): ExportValue[] => {
    const at = from + hour * HOUR
    const found = over.get(at)
    const gap = Number.isNaN(value) ? gaps.find((each) => each.from <= at && each.until > at) : undefined
    const doubted = doubts.filter((each) => each.from < at + HOUR && each.until > at)
    return [
      device,
      hourText(at),
      tenths(value),
      ...[county, city].flatMap(({ values, devices }) => [tenths(values[hour]), devices[hour] ?? null]),
      ...limits.map((limit) => limit.value),
      found ? foundText(t, found) : null,
      ...(found && found.background !== null ? [tenths(found.background), tenths(found.compared)] : [null, null]),
      gap ? gapText(t, gap) : null,
      doubted.map((each) => doubtText(t, each, parameter)).join(t('ui.semicolon')) || null,
      doubted.map((each) => verdictText(t, verdictOn(verdicts, each))).join(t('ui.semicolon')) || null,
    ]
  })
  return {
    title,
    headings: [
      t('monitoring.table.device'),
      t('monitoring.table.time'),
      named,
      ...(['county', 'city'] as const).flatMap((each) => [
        t(`monitoring.${each}`),
        t(`monitoring.table.others.${each}`),
      ]),
      ...limits.map(() => t('monitoring.limit')),
      t('monitoring.table.found'),
      t('monitoring.table.takenOff'),
      t('monitoring.table.compared'),
      t('monitoring.table.gap'),
      t('monitoring.table.doubts'),
      t('monitoring.table.verdicts'),
    ],
    rows,
    positions: rows.map(() => null),
    place: ['', ''],
    about: { title: t('about.title'), lines: about },
  }
}
