import type { HourRule } from '@/domain/monitoring/hours'
import { type SplitTime, splitTime } from '@/domain/monitoring/split-time'
import type { SheetFile } from './table-file'

type Table = Pick<SheetFile, 'head' | 'read'>
type WithWholeTimes<T> = T & { readonly split: SplitTime | null }

/**
 * Joins day and time into one column if a table has them in two; otherwise returns the table unchanged. Ranges are read
 * by their end if `stamp` says so, else by their begin.
 */
export function withWholeTimes<T extends Table>(
  sheet: T,
  isKnown: (heading: string) => boolean,
  stamp?: HourRule['stamp'],
): WithWholeTimes<T> {
  const split = splitTime(sheet.head, isKnown)
  if (!split) return { ...sheet, split }
  return {
    ...sheet,
    split,
    head: split.head,
    read: (onRows, signal) => {
      const join = split.joiner(stamp)
      return sheet.read((rows, first, consumed) => onRows(join(rows) as string[][], first, consumed), signal)
    },
  }
}
