import type { EarlierMonth } from '@/domain/dustfall/county-month'
import { z } from '@/io/zod'

/*
 * What a published figure keeps of the months before it stands in two cells, the last month first in both: the figures, and the
 * limits that they were judged by. Versions that kept no limits wrote the first alone, and read it alone.
 */

const numbers = z.array(z.number().nonnegative().nullable()).readonly()

/** The figures of earlier months that were published with one, as text of one cell; '' where none were kept. */
export const keptEarlierText = (earlier: readonly EarlierMonth[] | undefined): string =>
  earlier ? JSON.stringify(earlier.map(({ value }) => value)) : ''

/** Their limits, as text of another; '' where none was kept. */
export const keptLimitsText = (earlier: readonly EarlierMonth[] | undefined): string =>
  earlier?.some(({ dustfallLimit }) => dustfallLimit !== undefined)
    ? JSON.stringify(earlier.map(({ dustfallLimit }) => dustfallLimit ?? null))
    : ''

/** What {@link keptEarlierText} and {@link keptLimitsText} wrote; null where the figures are none of it. */
export function keptEarlierOf(figures: string, limits: string): readonly EarlierMonth[] | null {
  const known = numbersOf(limits) ?? []
  return (
    numbersOf(figures)?.map((value, i) => ({ value, ...(known[i] != null && { dustfallLimit: known[i] }) })) ?? null
  )
}

/** Numbers of a cell, null for each that is absent; null where it has none. */
export function numbersOf(text: string): readonly (number | null)[] | null {
  try {
    return numbers.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
