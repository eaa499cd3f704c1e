import type { IntakeBase } from '@/domain/intake/base'
import type { Field } from '@/domain/sources/kinds/field'
import {
  isAbsentMark,
  isBelowDetection,
  parseDayCell,
  parseLooseNumber,
  parseNumber,
} from '@/domain/sources/reading/cell'
import type { Note } from '@/domain/sources/reading/field-reader'
import type { ProblemLog } from './problem-log'

/** The row that is being read: its cells by field, and what is to be said of it. One for a whole file, filled anew for each row. */
export class RowInHand {
  /** Number of the row in its file, from 1. */
  number = 0
  /** How many of its cells were put right. */
  repairs = 0
  /** In the order of the reader: fields first, then the columns that the file brings besides. */
  readonly cells: string[]
  readonly slots: ReadonlyMap<string, number>
  /** Fields without which no row is taken; codes and names are settled elsewhere. */
  private readonly needed: readonly Field[]

  /** Fields for values, and where their cells stand. */
  private readonly valued: readonly { readonly field: Field; readonly slot: number }[]

  constructor(
    readonly fields: readonly Field[],
    present: readonly Field[],
    extras: number,
    private readonly base: Pick<IntakeBase, 'file' | 'sheet'>,
    private readonly log: ProblemLog,
  ) {
    this.slots = new Map(present.map(({ name }, slot) => [name, slot]))
    this.needed = fields.filter(({ required, name }) => required && name !== 'code' && name !== 'name')
    this.valued = present.flatMap((field, slot) => (field.type === 'text' && !field.values ? [] : [{ field, slot }]))
    this.cells = new Array<string>(present.length + extras).fill('')
  }

  has(field: string): boolean {
    return this.slots.has(field)
  }

  /** The text of a field, '' where the file lacks it. */
  get(field: string): string {
    const slot = this.slots.get(field)
    return slot === undefined ? '' : this.cells[slot]!.trim()
  }

  set(field: string, text: string): void {
    const slot = this.slots.get(field)
    if (slot !== undefined) this.cells[slot] = text
  }

  /** The heading under which we write a field. */
  heading(name: string): string {
    return this.fields.find((field) => field.name === name)?.headings[0] ?? name
  }

  /** Says something of a cell of this row, or of the row where the column is ''. */
  note(note: Note, column: string): void {
    if (note.action === 'repaired') this.repairs++
    // A million problems of one kind are counted, not made.
    const kept = this.log.count(note, column)
    if (!kept) return
    const { file, sheet } = this.base
    const where = { file, ...(sheet === '' ? {} : { sheet }), row: this.number }
    kept.push({ ...where, ...(column === '' ? {} : { column }), ...note })
  }

  /** Says why this row can't be taken; always false, the answer of whoever refuses it. */
  refuse(note: Note, column: string): false {
    this.note({ ...note, action: 'refused' }, column)
    return false
  }

  /** Says of each cell for a value that it says there is none: what was written there is not kept. A text stays as it is. */
  noteAbsent(): void {
    for (const { field, slot } of this.valued) {
      const cell = this.cells[slot]!
      if (cell === '' || cell.length > LONGEST_MARK || !saysAbsent(field, cell)) continue
      this.note({ code: 'absent-mark', seen: cell, action: 'kept' }, field.headings[0]!)
      this.cells[slot] = ''
    }
  }

  /** Whether all cells that are needed can be read; refuses the row where one can't. */
  isComplete(): boolean {
    for (const field of this.needed) {
      const cell = this.get(field.name)
      if (isReadable(field, cell)) continue
      const code = cell === '' ? 'required-missing' : field.type === 'day' ? 'not-a-date' : 'not-a-number'
      return this.refuse({ code, seen: cell }, field.headings[0]!)
    }
    return true
  }
}

/** No mark that says there is nothing is longer. */
const LONGEST_MARK = 8

/** Whether a cell says that there is no value: a dash, a slash, 无数据; 无 too, where that is no answer. */
const saysAbsent = ({ type, values = [] }: Field, cell: string): boolean =>
  !values.includes(cell) && (isAbsentMark(cell) || (type !== 'flag' && cell.trim() === '无'))

function isReadable({ type }: Field, cell: string): boolean {
  if (type === 'day') return parseDayCell(cell) !== null
  if (type !== 'number') return cell !== ''
  return parseNumber(cell) !== null || parseLooseNumber(cell) !== null || isBelowDetection(cell)
}
