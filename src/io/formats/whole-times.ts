import type { HourRule } from '@/domain/monitoring/hours'
import { type SplitTime, splitTime } from '@/domain/monitoring/split-time'
import type { SheetFile } from './table-file'

type Table = Pick<SheetFile, 'head' | 'read'>

/**
 * A table whose day and time stand in two columns as one that has them in one; as it is where they don't. Times that say of themselves
 * that they do the other of `stamp` are turned.
 */
export function withWholeTimes<T extends Table>(
  sheet: T,
  isKnown: (heading: string) => boolean,
  stamp?: HourRule['stamp'],
): T & { readonly split: SplitTime | null } {
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
