/** One line of a drawing of months. */
export interface MonthLine {
  readonly key: string
  /** One value a month; null where there is none, and the line has a gap. */
  readonly values: readonly (number | null)[]
  /** Whether each month's figure is over the limit: its dot says so, whatever the others are. */
  readonly over: readonly boolean[]
  /** A colour of its own for a line that is spoken of; null for one of the many. */
  readonly colour: string | null
  /** Written where the line begins; '' for nothing. */
  readonly start: string
  /** Written where it ends; '' for nothing. */
  readonly end: string
}

/** What the lower and the upper edge of a drawing stand for. Ranks have their greatest number at the lower edge. */
export interface MonthScale {
  readonly bottom: number
  readonly top: number
}

/** From the drawing's top, in percent. */
export const heightOf = (value: number, { bottom, top }: MonthScale): number => ((top - value) / (top - bottom)) * 100

/** From the drawing's left edge, in percent; a single month stands in the middle. */
export const placeOf = (month: number, months: number): number => (months < 2 ? 50 : (month / (months - 1)) * 100)

/** Pairs of neighbouring months that both have a value: what the line of a county is made of. */
export function segmentsOf(values: readonly (number | null)[]): (readonly [from: number, to: number])[] {
  return values.flatMap((value, i) => (i > 0 && value !== null && values[i - 1] !== null ? [[i - 1, i] as const] : []))
}

/** First and last month with a value; null where none has. */
export function endsOf(values: readonly (number | null)[]): { readonly first: number; readonly last: number } | null {
  const first = values.findIndex((value) => value !== null)
  const last = values.findLastIndex((value) => value !== null)
  return first < 0 ? null : { first, last }
}

/** The upper edge for figures from 0 up: the limit is always in sight, with room for a label above what is highest. */
export function topFor(lines: readonly Pick<MonthLine, 'values'>[], dustfallLimit: number): number {
  const most = Math.max(dustfallLimit, ...lines.flatMap(({ values }) => values.map((value) => value ?? 0)))
  return most * 1.08
}
