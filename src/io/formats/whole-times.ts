import type { HourRule } from '@/domain/monitoring/hours'
import { type SplitTime, splitTime } from '@/domain/monitoring/split-time'
import type { SheetFile } from './table-file'

type Table = Pick<SheetFile, 'head' | 'read'>
type WithWholeTimes<T> = T & { readonly split: SplitTime | null }

/**
 * A table with its day and time in one column; unchanged if they are not in two. Times that are known to mark the other end of the
 * measured period than `stamp` are shifted. `besideEnds` as for {@link splitTime}.
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

/** {@link withWholeTimes} for the sheets of one file: a sheet without hour 24, as of a day that had just begun, follows the others. */
export function allWithWholeTimes<T extends Table>(
  sheets: readonly T[],
  isKnown: (heading: string) => boolean,
  stamp?: HourRule['stamp'],
): readonly WithWholeTimes<T>[] {
  const alone = sheets.map((sheet) => withWholeTimes(sheet, isKnown, stamp))
  if (!alone.some(({ split }) => split?.stamp === 'end')) return alone
  return sheets.map((sheet) => withWholeTimes(sheet, isKnown, stamp, true))
}
