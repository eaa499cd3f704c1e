import type { MonthReport } from '@/domain/dustfall/month-report'
import { tenth } from '@/domain/dustfall/rounding'
import type { RaceBy } from '@/features/meeting/race-state'
import { type MonthLine, type MonthScale, topFor } from './month-lines'

/** So many counties are followed; the others stand behind them in grey. */
const MOST_FOLLOWED = 3
/** Their colours, none of which means a standing or a class of dustfall. */
const COLOURS = ['var(--ink)', 'var(--action)', 'var(--grade-1)']

const rowIn = (report: MonthReport | undefined, county: string) => report?.rows.find((row) => row.county === county)

/**
 * The counties that the race follows: those that the meeting puts first; else the one that is spoken of, the one that rose most
 * and the one that fell most between the first month and the last.
 */
export function followedIn(
  reports: readonly MonthReport[],
  spokenOf: string | null,
  first: readonly string[],
): readonly string[] {
  const [from, to] = [reports[0], reports.at(-1)]
  const all = to?.rows.map(({ county }) => county) ?? []
  const moved = all
    .map((county) => ({ county, by: (rowIn(to, county)?.rank ?? 0) - (rowIn(from, county)?.rank ?? Infinity) }))
    .filter(({ by }) => Number.isFinite(by) && by !== 0)
    .sort((a, b) => a.by - b.by)
  const [risen, fallen] = [moved[0], moved.at(-1)]
  const own = first.filter((county) => all.includes(county))
  const wanted = [
    spokenOf,
    ...(own.length > 0
      ? own
      : [risen && risen.by < 0 ? risen.county : null, fallen && fallen.by > 0 ? fallen.county : null]),
  ]
  return [...new Set(wanted.filter((county) => county !== null))].slice(0, MOST_FOLLOWED)
}

/** What the race draws when it has come to a step: lines up to it, on a scale that stays the same to the end. */
export function raceLines(
  reports: readonly MonthReport[],
  step: number,
  {
    by,
    followed,
    nameOf,
  }: { readonly by: RaceBy; readonly followed: readonly string[]; nameOf(county: string): string },
): { readonly lines: readonly MonthLine[]; readonly scale: MonthScale } {
  const now = reports[step]
  if (!now) return { lines: [], scale: { bottom: 1, top: 0 } }
  const valueIn = (report: MonthReport, county: string) => {
    const row = rowIn(report, county)
    return (by === 'rank' ? row?.rank : row?.figure.value) ?? null
  }
  const said = (value: number) => (by === 'rank' ? String(value) : tenth(value))
  const counties = now.rows.map(({ county }) => county)
  const whole = counties.map((county) => ({ values: reports.map((report) => valueIn(report, county)) }))
  const lines = counties.map((county, i): MonthLine => {
    const values = whole[i]!.values.map((value, month) => (month <= step ? value : null))
    const [first, last] = [values.find((value) => value !== null), values.findLast((value) => value !== null)]
    const place = followed.indexOf(county)
    const name = nameOf(county)
    const isFollowed = place >= 0
    return {
      key: county,
      values,
      over: reports.map((report) => rowIn(report, county)?.over ?? false),
      colour: isFollowed ? COLOURS[place]! : null,
      start: isFollowed && first !== undefined ? `${name} ${said(first)}` : '',
      // A county without a figure in the month that the race has come to is named only where it is followed.
      end: last != null && (isFollowed || values[step] !== null) ? `${said(last)} ${name}` : '',
    }
  })
  const greatest = Math.max(1, ...whole.flatMap(({ values }) => values.map((value) => value ?? 1)))
  const scale = by === 'rank' ? { bottom: greatest, top: 1 } : { bottom: 0, top: topFor(whole, now.dustfallLimit) }
  return { lines, scale: scale.bottom === scale.top ? { bottom: 2, top: 1 } : scale }
}
