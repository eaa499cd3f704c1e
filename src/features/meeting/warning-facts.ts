import type { TFunction } from 'i18next'
import { officialText, withOfficialDays } from '@/domain/bulletin/official'
import { warningSentence } from '@/domain/bulletin/progress'
import { localTime } from '@/domain/monitoring/minute-of'
import { countyName } from '@/domain/sources/county'
import type { CalledCounts } from '@/domain/warnings/standing'
import type { PaperTable } from '@/io/papers/papers'
import type { Dataset } from '@/questions/dataset'
import type { CalledExceedance } from '@/questions/warnings/called-exceedances'
import { calledExceedanceText } from '@/store/warnings/exceedance-text'
import { warningNotes } from '@/store/warnings/warning-notes'
import { dayName } from '@/store/words/day-name'
import { OFFICE_LANGUAGE } from '@/store/words/office'
import { type Step, warningNumber } from './steps'
import type { CalledWarning, WarningResponse } from './use-warning'

type Texts = TFunction<'texts'>

/** Columns after the county's name. */
export const CALLED_COLUMNS = ['asked', 'done', 'doing', 'refused', 'unreached', 'none', 'unmet', 'failed'] as const

export const calledHeading = (t: Texts, column: (typeof CALLED_COLUMNS)[number]): string =>
  column === 'asked' ? t('warning.scene.asked') : t(`warning.answer.${column}`)

/** A warning's outcome in one sentence. */
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

/** The period of a warning. */
export function warningSpan(t: Texts, { warning: { from, until } }: Pick<WarningResponse, 'warning'>): string {
  const times = { from: localTime(from), until: until === null ? '' : localTime(until) }
  return t(until === null ? 'warning.fromOn' : 'warning.fromUntil', times)
}

/** Which counties of a warning's area have no row, because nobody there has to respond. */
function nobodyNote(t: Texts, dataset: Dataset, { warning, tally }: CalledWarning, language: string): string[] {
  const names = warning.counties
    .filter((code) => !tally.counties.has(code))
    .map((code) => countyName(dataset, code, language))
  return names.length > 0 ? [t('warning.scene.nobodyIn', { names: names.join(t('ui.comma')) })] : []
}

/** How many are listed but not counted, because the list says that their work is over. */
const finishedNote = (t: Texts, count: number): string[] => (count > 0 ? [t('warning.finishedNote', { count })] : [])

/** Notes beside the figures: other warnings of the month, and what the figures rest on. */
export const calledNotes = (t: Texts, dataset: Dataset, called: CalledWarning, language: string): readonly string[] => [
  t('warning.asOf', { day: dayName(t, called.day) }),
  ...nobodyNote(t, dataset, called, language),
  ...finishedNote(t, called.tally.finished),
  ...(called.later > 0 ? [t('warning.laterCalls', { count: called.later })] : []),
  ...(called.others.length > 0
    ? [
        t('warning.others', {
          count: called.others.length,
          names: called.others.map(({ warning }) => warning.name).join(t('meeting.comma')),
        }),
      ]
    : []),
  ...(called.over.isPartly ? [t('warning.over.partly')] : []),
  ...warningNotes(t, dataset, called.tally, language),
]

/** Most exceedances listed in a sentence. */
const MAX_MENTIONED = 5

/**
 * A note on exceedances measured by monitors of those called, and on whether data is incomplete; empty if there are
 * none and data is complete.
 */
function overNote(t: Texts, { over }: Pick<WarningResponse, 'over'>): readonly string[] {
  const partly = over.isPartly ? [t('warning.over.partly')] : []
  return [...saidOf(t, over.found, 'note'), ...saidOf(t, over.untold, 'noteUntold'), ...partly]
}

/** A sentence on exceedances of those told, or of those not told; empty if there are none. */
function saidOf(t: Texts, found: readonly CalledExceedance[], words: 'note' | 'noteUntold'): readonly string[] {
  if (found.length === 0) return []
  const lines = found.slice(0, MAX_MENTIONED).map((each) =>
    t('warning.over.said', {
      name: each.called.name,
      answer: t(`warning.answer.${each.standing}`),
      line: calledExceedanceText(t, each),
    }),
  )
  const left = found.length - lines.length
  const all = [...lines, ...(left > 0 ? [t('warning.over.more', { count: left })] : [])]
  return [t(`warning.over.${words}`, { count: found.length, lines: all.join(t('ui.semicolon')) })]
}

/** Responses per county in the package's order; those of no known county come last. */
export function calledRows(
  { tally }: CalledWarning,
  codes: readonly string[],
): readonly (readonly [county: string, counts: CalledCounts])[] {
  return [...codes, ''].flatMap((code) => {
    const counts = tally.counties.get(code)
    return counts ? [[code, counts] as const] : []
  })
}

/** The same for paper. */
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
    lines,
  }
}

/** All warnings of the month, oldest first, each with the others. */
export function inTime({ others, day, ...last }: CalledWarning): readonly CalledWarning[] {
  const all: readonly WarningResponse[] = [last, ...others]
  return all.map((each) => ({ ...each, day, others: all.filter((other) => other !== each) })).reverse()
}

/** The warning that a step of the scene shows; the last one if it has no steps. */
export function warningOfStep(called: CalledWarning | 'none', step: Step): CalledWarning | 'none' {
  const number = warningNumber(step)
  return called === 'none' || number === null ? called : (inTime(called)[number - 1] ?? called)
}

/**
 * A monthly paper's text on warnings, in the office's language: a sentence per warning, and what the figures rest on.
 */
export function warningsParagraph(t: Texts, dataset: Dataset, called: CalledWarning): string {
  const all = inTime(called)
  const written = (minute: number) => officialText(withOfficialDays(localTime(minute)))
  const later = all.reduce((sum, each) => sum + each.later, 0)
  const behind = {
    measures: [...new Set(all.flatMap(({ tally }) => tally.measures))],
    kinds: [...new Set(all.flatMap(({ tally }) => tally.kinds))],
  }
  const notes = [
    ...all.flatMap((each) =>
      finishedNote(t, each.tally.finished).map((note) => (all.length > 1 ? `${each.warning.name}：${note}` : note)),
    ),
    ...all.flatMap((each) => overNote(t, each)),
    ...(later > 0 ? [t('warning.laterCalls', { count: later })] : []),
    ...warningNotes(t, dataset, behind, OFFICE_LANGUAGE),
  ]
  return [
    warningSentence(
      called.day,
      all.map(({ warning: { name, from, until }, tally }) => ({
        name,
        from: written(from),
        until: until === null ? null : written(until),
        counts: tally.all,
      })),
    ),
    // A day with hyphens would be broken at the end of a line.
    ...(notes.length > 0 ? [officialText(withOfficialDays(notes.join('')))] : []),
  ].join('\n')
}

/** The same as a table with a row per warning; no rows if there was none. */
export function warningsTable(t: Texts, called: CalledWarning | 'none' = 'none'): PaperTable {
  const all = called === 'none' ? [] : inTime(called)
  return {
    title: t('meeting.scene.warnings'),
    headings: [t('warning.choose'), ...CALLED_COLUMNS.map((column) => calledHeading(t, column))],
    formats: ['text', ...CALLED_COLUMNS.map(() => 'whole' as const)],
    rows: all.map(({ warning, tally }) => [warning.name, ...CALLED_COLUMNS.map((column) => tally.all[column])]),
    over: [],
    widths: [28, 9, 9, 9, 9, 9, 9, 9, 9],
  }
}
