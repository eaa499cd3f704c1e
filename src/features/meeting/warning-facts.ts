import type { TFunction } from 'i18next'
import { localTime } from '@/domain/monitoring/minute-of'
import type { PaperTable } from '@/io/papers/papers'
import type { Dataset } from '@/questions/dataset'
import { warningNotes } from '@/store/warnings/warning-notes'
import type { CalledCounts } from '@/store/warnings/warning-of-month'
import type { CalledWarning } from './use-warning'

type Texts = TFunction<'texts'>

/** What stands in the columns behind the county's name. */
export const CALLED_COLUMNS = ['asked', 'done', 'doing', 'refused', 'unreached', 'none', 'failed'] as const

/** The heading of a column. */
export const calledHeading = (t: Texts, column: (typeof CALLED_COLUMNS)[number]): string =>
  column === 'asked' ? t('warning.scene.asked') : t(`warning.answer.${column}`)

/** What a warning came to, in a sentence. */
export function warningHeadline(t: Texts, called: CalledWarning | 'none'): string {
  if (called === 'none') return t('warning.scene.noneInMonth')
  const { warning, tally } = called
  const said = CALLED_COLUMNS.flatMap((column) =>
    column === 'asked' || tally.all[column] === 0
      ? []
      : t('warning.scene.count', { what: calledHeading(t, column), count: tally.all[column] }),
  )
  return [
    t('warning.scene.found', { level: t(`warning.level.${warning.level}`), count: tally.all.asked }),
    ...said,
  ].join(t('warning.scene.comma'))
}

/** When a warning lasted. */
export function warningSpan(t: Texts, { warning: { from, until } }: CalledWarning): string {
  const times = { from: localTime(from), until: until === null ? '' : localTime(until) }
  return t(until === null ? 'warning.fromOn' : 'warning.fromUntil', times)
}

/** What is to be said beside the figures: other warnings of the month, and what the figures stand on. */
export const calledNotes = (t: Texts, dataset: Dataset, called: CalledWarning, language: string): readonly string[] => [
  ...(called.others.length > 0
    ? [
        t('warning.others', {
          count: called.others.length,
          names: called.others.map(({ name }) => name).join(t('meeting.comma')),
        }),
      ]
    : []),
  ...warningNotes(t, dataset, called.tally, language),
]

/** Counties in the order of the package with how those stand whom the warning asks there; last those of no known county. */
export function calledRows(
  { tally }: CalledWarning,
  codes: readonly string[],
): readonly (readonly [county: string, counts: CalledCounts])[] {
  return [...codes, ''].flatMap((code) => {
    const counts = tally.counties.get(code)
    return counts ? [[code, counts] as const] : []
  })
}

/** The same on paper. */
export function calledTable(
  t: Texts,
  called: CalledWarning,
  codes: readonly string[],
  nameOf: (code: string) => string,
  lines: readonly string[],
): PaperTable {
  const rows = calledRows(called, codes)
  const cells = (counts: CalledCounts) => CALLED_COLUMNS.map((column) => counts[column])
  return {
    title: `${called.warning.name}（${warningSpan(t, called)}）`,
    headings: [t('warning.scene.county'), ...CALLED_COLUMNS.map((column) => calledHeading(t, column))],
    formats: ['text', ...CALLED_COLUMNS.map(() => 'whole' as const)],
    rows: rows.map(([code, counts]) => [code === '' ? t('filters.noCounty') : nameOf(code), ...cells(counts)]),
    over: rows.map(() => false),
    total: [t('warning.scene.total'), ...cells(called.tally.all)],
    isReadWhole: true,
    lines,
  }
}
