import type { CurrentRow } from './current-row'

/** What a decoder writes in place of bytes that are no character. */
const DAMAGED = '\ufffd'

/** Reports problems of a whole row: more cells than headings, characters that were lost before the import. */
export function noteRowForm(hand: CurrentRow, names: readonly string[], cells: readonly string[]): void {
  if (cells.length > names.length && cells.slice(names.length).some((cell) => cell.trim() !== '')) {
    const [seen, expected] = [String(cells.length), String(names.length)]
    hand.note({ code: 'row-too-long', seen, expected, action: 'kept' }, '')
  }
  for (let column = 0; column < cells.length; column++)
    if (cells[column]!.includes(DAMAGED)) {
      hand.note({ code: 'text-damaged', seen: cells[column]!, action: 'kept' }, names[column] ?? '')
      return
    }
}
