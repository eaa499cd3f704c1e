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
  /** Written where it ends while it is pointed at, if nothing else stands there. */
  readonly hint?: string
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

/** Half way between two months, from the drawing's left edge in percent; its own edges before the first and after the last. */
export const edgeOf = (month: number, months: number): number =>
  month < 0 ? 0 : month > months - 1 ? 100 : placeOf(month, months)

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

/** The upper edge for figures from 0 up: all limits are always in sight, with room for a label above what is highest. */
export function topFor(lines: readonly Pick<MonthLine, 'values'>[], limits: readonly number[]): number {
  const most = Math.max(...limits, ...lines.flatMap(({ values }) => values.map((value) => value ?? 0)))
  return most * 1.08
}

/** So many months are as wide as the words of a limit. */
const WORDS_MONTHS = 4

/**
 * On which side of a limit's line its words stand, that begin at a month: where the lines that are spoken of leave them more room;
 * above where both sides are alike. `gap` is the height of a line of words, in percent.
 */
export function roomiestSide(
  lines: readonly Pick<MonthLine, 'values' | 'colour'>[],
  scale: MonthScale,
  limit: { readonly value: number; readonly from: number },
  gap: number,
): 'above' | 'below' {
  const at = heightOf(limit.value, scale)
  const heights = lines
    .filter(({ colour }) => colour !== null)
    .flatMap(({ values }) => values.slice(limit.from, limit.from + WORDS_MONTHS))
    .flatMap((value) => (value === null ? [] : [heightOf(value, scale)]))
  const room = (middle: number) => Math.min(100, ...heights.map((each) => Math.abs(each - middle)))
  return room(at + gap) > room(at - gap) ? 'below' : 'above'
}

/** A line is pointed at within so many percent of the drawing's height. */
const REACH = 6

/** Key of the line that is nearest to a place, in percent from the drawing's left and top edge; null where none is near. */
export function lineAt(lines: readonly MonthLine[], scale: MonthScale, x: number, y: number): string | null {
  let [key, least]: [string | null, number] = [null, REACH]
  for (const { key: each, values } of lines) {
    const at = (Math.min(100, Math.max(0, x)) / 100) * (values.length - 1)
    const ends = endsOf(values)
    if (!ends) continue
    // Beside its end a line is pointed at by its name.
    const within = Math.min(ends.last, Math.max(ends.first, at))
    const [before, after] = [values[Math.floor(within)], values[Math.ceil(within)]]
    if (before == null || after == null || within - at > 1) continue
    const value = before + (after - before) * (within - Math.floor(within))
    const distance = Math.abs(heightOf(value, scale) - y)
    if (distance < least) [key, least] = [each, distance]
  }
  return key
}
