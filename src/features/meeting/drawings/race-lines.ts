import type { MonthReport } from '@/domain/dustfall/month-report'
import { tenth } from '@/domain/dustfall/rounding'
import type { RaceBy } from '@/features/meeting/race-state'
import { bandsOf } from '@/features/meeting/ranking-order'
import { type MonthLine, type MonthScale, topFor } from './month-lines'
import { cutTo } from './text-width'

/** Colours of followed lines; none of them stands for a status or a dustfall class. */
const COLOURS = ['var(--ink)', 'var(--action)', 'var(--grade-1)', '#1e8e6e', '#b5569a']

const rowIn = (report: MonthReport | undefined, county: string) => report?.rows.find((row) => row.county === county)

/** Maximum label widths in letter heights, at a line's start and its end. */
const [START_EMS, END_EMS] = [9, 14]

/**
 * The race's lines up to a step, on a scale that stays the same to the end. If not all names fit, only the followed
 * counties and the month's first and last are labelled; the others show their label when pointed at.
 */
export function raceLines(
  reports: readonly MonthReport[],
  step: number,
  {
    by,
    followed,
    room,
    nameOf,
  }: {
    readonly by: RaceBy
    readonly followed: readonly string[]
    /** How many names fit below each other. */
    readonly room: number
    nameOf(county: string): string
  },
): { readonly lines: readonly MonthLine[]; readonly scale: MonthScale } {
  const now = reports[step]
  if (!now) return { lines: [], scale: { bottom: 1, top: 0 } }
  const valueIn = (report: MonthReport, county: string) => {
    const row = rowIn(report, county)
    return (by === 'rank' ? row?.rank : row?.figure.value) ?? null
  }
  const said = (value: number) => (by === 'rank' ? String(value) : tenth(value))
  const counties = now.rows.map(({ county }) => county)
  const outer = counties.length <= room ? new Set(counties) : new Set(bandsOf(now.rows).keys())
  const whole = counties.map((county) => ({ values: reports.map((report) => valueIn(report, county)) }))
  const lines = counties.map((county, i): MonthLine => {
    const values = whole[i]!.values.map((value, month) => (month <= step ? value : null))
    const [first, last] = [values.find((value) => value !== null), values.findLast((value) => value !== null)]
    const place = followed.indexOf(county)
    const name = nameOf(county)
    const isFollowed = place >= 0
    // A county without a figure in the current month is labelled only if it is followed.
    const end = last != null && (isFollowed || values[step] !== null) ? cutTo(`${said(last)} ${name}`, END_EMS) : ''
    return {
      key: county,
      values,
      over: reports.map((report) => rowIn(report, county)?.over ?? false),
      colour: isFollowed ? COLOURS[place]! : null,
      start: isFollowed && first !== undefined ? `${cutTo(name, START_EMS)} ${said(first)}` : '',
      end: isFollowed || outer.has(county) ? end : '',
      hint: end,
    }
  })
  const greatest = Math.max(1, ...whole.flatMap(({ values }) => values.map((value) => value ?? 1)))
  const limits = reports.map(({ dustfallLimit }) => dustfallLimit)
  const scale = by === 'rank' ? { bottom: greatest, top: 1 } : { bottom: 0, top: topFor(whole, limits) }
  return { lines, scale: scale.bottom === scale.top ? { bottom: 2, top: 1 } : scale }
}
