import type { HourRule } from '@/domain/monitoring/hours'
import { type SplitTime, splitTime } from '@/domain/monitoring/split-time'
import type { SheetFile } from './table-file'

type Table = Pick<SheetFile, 'head' | 'read'>
type WithWholeTimes<T> = T & { readonly split: SplitTime | null }

/**
 * Joins day and time into one column if a table has them in two; otherwise returns the table unchanged. Times whose own
 * wording contradicts `stamp` (begin or end of the hour) are converted. `besideEnds`: see {@link splitTime}.
 */
export function withWholeTimes<T extends Table>(
  sheet: T,
  isKnown: (heading: string) => boolean,
  stamp?: HourRule['stamp'],
  besideEnds = false,
): WithWholeTimes<T> {
  const split = splitTime(sheet.head, isKnown, besideEnds)
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

/**
 * {@link withWholeTimes} for the sheets of one file: a sheet without hour 24, as of a day that had just begun, follows
 * the others. `besideEnds`: another file of the export has hours to 24.
 */
export function allWithWholeTimes<T extends Table>(
  sheets: readonly T[],
  isKnown: (heading: string) => boolean,
  stamp?: HourRule['stamp'],
  besideEnds = false,
): readonly WithWholeTimes<T>[] {
  const alone = sheets.map((sheet) => withWholeTimes(sheet, isKnown, stamp))
  if (!besideEnds && !alone.some(({ split }) => split?.stamp === 'end')) return alone
  return sheets.map((sheet) => withWholeTimes(sheet, isKnown, stamp, true))
}
