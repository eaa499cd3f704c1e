/** One line of a drawing over months. */
export interface MonthLine {
  readonly key: string
  /** One value per month; null leaves a gap in the line. */
  readonly values: readonly (number | null)[]
  /** Whether each month's figure is over the limit; its dot is then drawn on any line. */
  readonly over: readonly boolean[]
  /** Own colour of a highlighted line; null for an ordinary one. */
  readonly colour: string | null
  /** Label at the line's start; '' for none. */
  readonly start: string
  /** Label at the line's end; '' for none. */
  readonly end: string
  /** Label shown at the end while the line is pointed at, in place of `end`. */
  readonly hint?: string
}

/** Values at the lower and the upper edge of a drawing. For ranks the greatest number is at the lower edge. */
export interface MonthScale {
  readonly bottom: number
  readonly top: number
}

/** Position of a value from the drawing's top, in percent. */
export const heightOf = (value: number, { bottom, top }: MonthScale): number => ((top - value) / (top - bottom)) * 100

/** Position of a month from the drawing's left edge, in percent; a single month is in the middle. */
export const placeOf = (month: number, months: number): number => (months < 2 ? 50 : (month / (months - 1)) * 100)

/**
 * Position between two months, in percent from the drawing's left edge; clamped before the first and after the last.
 */
export const edgeOf = (month: number, months: number): number =>
  month < 0 ? 0 : month > months - 1 ? 100 : placeOf(month, months)

/** Pairs of adjacent months that both have a value: the segments of a line. */
export function segmentsOf(values: readonly (number | null)[]): (readonly [from: number, to: number])[] {
  return values.flatMap((value, i) => (i > 0 && value !== null && values[i - 1] !== null ? [[i - 1, i] as const] : []))
}

/** First and last month with a value; null if there is none. */
export function endsOf(values: readonly (number | null)[]): { readonly first: number; readonly last: number } | null {
  const first = values.findIndex((value) => value !== null)
  const last = values.findLastIndex((value) => value !== null)
  return first < 0 ? null : { first, last }
}

/** Upper edge for figures starting at 0: above all limits, with space for a label above the highest value. */
export function topFor(lines: readonly Pick<MonthLine, 'values'>[], limits: readonly number[]): number {
  const most = Math.max(...limits, ...lines.flatMap(({ values }) => values.map((value) => value ?? 0)))
  return most * 1.08
}

/** Round values from 0 to below the upper edge, at most five, for a scale at the left of a drawing. */
export function ticksUpTo(top: number): readonly number[] {
  const size = 10 ** Math.floor(Math.log10(top / 4))
  const step = [1, 2, 5, 10].map((times) => times * size).find((each) => top / each <= 5)!
  return Array.from({ length: Math.floor(top / step) + 1 }, (_, i) => Number((i * step).toPrecision(12)))
}

/** Width of a limit's label, in months. */
const WORDS_MONTHS = 4

/**
 * Side of a limit's line for its label, which starts at a month: the side where highlighted lines leave more room;
 * above if both are equal. `gap` is the height of a text line, in percent.
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

/** How near the pointer must be to a line, in percent of the drawing's height. */
const REACH = 6

/** Key of the line nearest to a position (percent from the left and top edge); null if none is near. */
export function lineAt(lines: readonly MonthLine[], scale: MonthScale, x: number, y: number): string | null {
  let [key, least]: [string | null, number] = [null, REACH]
  for (const { key: each, values } of lines) {
    const at = (Math.min(100, Math.max(0, x)) / 100) * (values.length - 1)
    const ends = endsOf(values)
    if (!ends) continue
    // Beyond its ends, a line is pointed at through its label.
    const within = Math.min(ends.last, Math.max(ends.first, at))
    const [before, after] = [values[Math.floor(within)], values[Math.ceil(within)]]
    if (before == null || after == null || within - at > 1) continue
    const value = before + (after - before) * (within - Math.floor(within))
    const distance = Math.abs(heightOf(value, scale) - y)
    if (distance < least) [key, least] = [each, distance]
  }
  return key
}
