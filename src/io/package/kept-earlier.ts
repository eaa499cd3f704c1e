import type { EarlierMonth } from '@/domain/dustfall/county-month'
import { z } from '@/io/zod'

/*
 * A published figure keeps the figures of the months before it in two cells, both with the latest month first: the
 * figures, and the limits they were judged by. Versions without limits wrote, and read, only the first.
 */

const numbers = z.array(z.number().nonnegative().nullable()).readonly()

/** Figures of earlier months published with a figure, as cell text; '' if none were kept. */
export const keptEarlierText = (earlier: readonly EarlierMonth[] | undefined): string =>
  earlier ? JSON.stringify(earlier.map(({ value }) => value)) : ''

/** Their limits, as text of the second cell; '' if none were kept. */
export const keptLimitsText = (earlier: readonly EarlierMonth[] | undefined): string =>
  earlier?.some(({ dustfallLimit }) => dustfallLimit !== undefined)
    ? JSON.stringify(earlier.map(({ dustfallLimit }) => dustfallLimit ?? null))
    : ''

/** Parses what {@link keptEarlierText} and {@link keptLimitsText} wrote; null if the figures are invalid. */
export function keptEarlierOf(figures: string, limits: string): readonly EarlierMonth[] | null {
  const known = numbersOf(limits) ?? []
  return (
    numbersOf(figures)?.map((value, i) => ({ value, ...(known[i] != null && { dustfallLimit: known[i] }) })) ?? null
  )
}

/** Numbers in a cell, null for each absent one; null if the text is not a list of numbers. */
export function numbersOf(text: string): readonly (number | null)[] | null {
  try {
    return numbers.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
