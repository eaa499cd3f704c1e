import type { TFunction } from 'i18next'
import { PARAMETER_FACTS } from '@/domain/monitoring/parameter'
import type { PaperTable } from '@/io/papers/papers'
import type { CalledExceedance } from '@/questions/warnings/called-exceedances'
import { valueText } from '@/store/words/monitor-figures'
import type { WarningResponse } from './use-warning'

type Texts = TFunction<'texts'>

/** How many exceedances the wall lists at most: of those told or not told alone, and of each if there are both. */
const MOST = { below: { alone: 3, each: 2 }, apart: { alone: 10, each: 4 } } as const

/** Heights on the wall in its units (hundredths of its height): of the parts of the scene, and of all of them together. */
const HEIGHT = { heading: 6.2, row: 3.7, list: 8.2, line: 4.8, rest: 3.2, body: 70 } as const

const shownOf = ({ found, untold }: WarningResponse['over'], place: keyof typeof MOST) => {
  const most = found.length > 0 && untold.length > 0 ? MOST[place].each : MOST[place].alone
  return [
    { key: 'told', all: found, shown: found.slice(0, most) } as const,
    { key: 'untold', all: untold, shown: untold.slice(0, most) } as const,
  ].filter(({ all }) => all.length > 0)
}

/** The height that the lists of exceedances take below a warning's table, in units of the wall. */
export const overHeight = ({ over }: Pick<WarningResponse, 'over'>): number =>
  shownOf(over, 'below').reduce(
    (sum, { all, shown }) =>
      sum + HEIGHT.list + HEIGHT.line * shown.length + (all.length > shown.length ? HEIGHT.rest : 0),
    0,
  )

/**
 * Whether a warning has exceedances that do not fit below its table, which has a row per county: they are then shown on a
 * step of their own. Rows would become too low to be read, or the list would cover the notes.
 */
export function hasOverApart(response: Pick<WarningResponse, 'over' | 'tally'>): boolean {
  const height = overHeight(response)
  return height > 0 && HEIGHT.heading + HEIGHT.row * (response.tally.counties.size + 1) + height > HEIGHT.body
}

/**
 * Exceedances on the wall: of those told, then of those not told; only lists with entries.
 * @param place below the table, or on a step of their own, where more of them fit
 */
export function overLists(t: Texts, { over }: Pick<WarningResponse, 'over'>, place: keyof typeof MOST) {
  return shownOf(over, place).map(({ key, all, shown }) => ({
    key,
    title: t(key === 'told' ? 'warning.scene.over' : 'warning.scene.overUntold', { count: all.length }),
    lines: shown.map((of) => ({
      key: `${of.device} ${of.parameter}`,
      name: of.called.name,
      answer: t(`warning.answer.${of.standing}`),
      hours: t('warning.scene.overHours', { count: of.hours, parameter: t(`monitoring.names.${of.parameter}`) }),
      marks: overMarks(t, of),
    })),
    left: all.length - shown.length,
  }))
}

/** Caveats of an exceedance: limit unconfirmed, reading doubted, data made up. */
const overMarks = (t: Texts, { isIllustrative, isDoubted, limit }: CalledExceedance): readonly string[] => [
  ...(limit.confirmed ? [] : [t('warning.scene.limitUnconfirmed')]),
  ...(isDoubted ? [t('warning.scene.doubted')] : []),
  ...(isIllustrative ? [t('dataClass.illustrative')] : []),
]

/** The same for paper, without a maximum. */
export const overTables = (
  t: Texts,
  { over: { found, untold } }: Pick<WarningResponse, 'over'>,
): readonly PaperTable[] =>
  [
    overTable(t, t('warning.scene.over', { count: found.length }), found),
    overTable(t, t('warning.scene.overUntold', { count: untold.length }), untold),
  ].filter(({ rows }) => rows.length > 0)

function overTable(t: Texts, title: string, found: readonly CalledExceedance[]): PaperTable {
  const columns = ['name', 'answer', 'device', 'parameter', 'hours', 'value', 'limit', 'marks'] as const
  return {
    title,
    headings: columns.map((column) => t(`warning.scene.overColumns.${column}`)),
    formats: columns.map((column) => (column === 'hours' ? 'whole' : 'text')),
    rows: found.map((of) => [
      of.called.name,
      t(`warning.answer.${of.standing}`),
      of.device,
      t(`monitoring.names.${of.parameter}`),
      of.hours,
      `${valueText(of.value, of.parameter)} ${PARAMETER_FACTS[of.parameter].unit}`,
      valueText(of.allowedUpTo, of.parameter),
      overMarks(t, of).join(t('ui.comma')),
    ]),
    over: found.map(() => false),
    lines: [t('warning.over.evidence')],
  }
}
