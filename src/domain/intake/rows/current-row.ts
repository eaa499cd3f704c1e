import type { IntakeBase } from '@/domain/intake/intake-base'
import type { Field } from '@/domain/sources/kinds/field'
import {
  isAbsentMark,
  isBelowDetection,
  parseDayCell,
  parseLooseNumber,
  parseNumber,
} from '@/domain/sources/reading/cell'
import { dayFault, type Note } from '@/domain/sources/reading/field-reader'
import { EXTRA } from '@/domain/sources/reading/read-table'
import type { ProblemLog } from './problem-log'

/** The row being read: its cells by field, and its problems. One instance per file, refilled for each row. */
export class CurrentRow {
  /** Number of the row in its file, from 1. */
  number = 0
  /** Number of repaired cells. */
  repairs = 0
  /** What was reported about the row, to report nothing twice. */
  private said: { readonly note: Note; readonly column: string }[] = []
  private saidOfRow = 0
  /** Headings of the cells of the current row that say that they have no value, or can't be read. */
  readonly emptied = new Set<string>()
  /** Headings of those among them that can't be read. */
  readonly unread = new Set<string>()
  /** Columns of the table in which a cell of the current row has only the first digits of a number. */
  readonly lostDigits = new Set<string>()
  /** In the order of the reader: fields first, then further columns of the file. */
  readonly cells: string[]
  readonly slots: ReadonlyMap<string, number>
  /** Required fields; codes and names are handled elsewhere. */
  private readonly needed: readonly Field[]

  /** Fields for values, and the slots of their cells. */
  private readonly valued: readonly { readonly field: Field; readonly slot: number }[]
  /** Columns for free text: fields, and further columns of the file. */
  private readonly worded: readonly { readonly name: string; readonly heading: string; readonly slot: number }[]

  constructor(
    readonly fields: readonly Field[],
    present: readonly Field[],
    extras: readonly string[],
    private readonly base: Pick<IntakeBase, 'file' | 'sheet'>,
    private readonly log: ProblemLog,
  ) {
    this.slots = new Map(present.map(({ name }, slot) => [name, slot]))
    this.needed = fields.filter(({ required, name }) => required && name !== 'code' && name !== 'name')
    this.valued = present.flatMap((field, slot) => (field.type === 'text' && !field.values ? [] : [{ field, slot }]))
    this.worded = [
      ...present.flatMap(({ name, type, values, headings }, slot) =>
        type === 'text' && !values ? [{ name, heading: headings[0]!, slot }] : [],
      ),
      ...extras.map((heading, i) => ({ name: EXTRA + heading, heading, slot: present.length + i })),
    ]
    this.cells = new Array<string>(present.length + extras.length).fill('')
  }

  has(field: string): boolean {
    return this.slots.has(field)
  }

  /** Text of a field; '' if the file lacks it. */
  get(field: string): string {
    const slot = this.slots.get(field)
    return slot === undefined ? '' : this.cells[slot]!.trim()
  }

  set(field: string, text: string): void {
    const slot = this.slots.get(field)
    if (slot !== undefined) this.cells[slot] = text
  }

  /** The heading that the app writes for a field. */
  heading(name: string): string {
    return this.fields.find((field) => field.name === name)?.headings[0] ?? name
  }

  /**
   * Reports a problem of a cell, or of the whole row if `column` is ''. A row of a wide table is read value by value;
   * what concerns all of them, as its county, is reported once. Skipped values are counted one by one.
   */
  note(note: Note, column: string): void {
    if (note.action === 'repaired') this.repairs++
    if (note.action === 'emptied' || note.code === 'absent-mark') this.emptied.add(column)
    if (note.action === 'emptied') this.unread.add(column)
    if (note.action !== 'skipped' && this.wasSaid(note, column)) return
    // Beyond the limit, problems are only counted, not created.
    const kept = this.log.count(note, column)
    if (!kept) return
    const { file, sheet } = this.base
    const where = { file, ...(sheet === '' ? {} : { sheet }), row: this.number }
    kept.push({ ...where, ...(column === '' ? {} : { column }), ...note })
  }

  private wasSaid(note: Note, column: string): boolean {
    if (this.saidOfRow !== this.number) this.said = []
    this.saidOfRow = this.number
    if (this.said.some((each) => each.column === column && isSameNote(each.note, note))) return true
    this.said.push({ note, column })
    return false
  }

  /** Reports why this row can't be taken; returns false for convenience. */
  refuse(note: Note, column: string): false {
    this.note({ ...note, action: 'refused' }, column)
    return false
  }

  /** Reports and clears value cells that are marked as having no value. Text cells stay as they are. */
  noteAbsent(): void {
    for (const { field, slot } of this.valued) {
      const cell = this.cells[slot]!
      if (cell === '' || cell.length > LONGEST_MARK || !saysAbsent(field, cell)) continue
      this.note({ code: 'absent-mark', seen: cell, action: 'kept' }, field.headings[0]!)
      this.cells[slot] = ''
    }
  }

  /**
   * Reports cells of text in which a spreadsheet left only the first digits of a number. They stay, for lack of anything
   * better, except as a code: by their first digits, different things would be the same.
   */
  noteLostDigits(): void {
    this.lostDigits.clear()
    for (const { name, heading, slot } of this.worded) {
      const cell = this.cells[slot]!
      if (!isCutNumber(cell)) continue
      const isCode = name === 'code'
      this.note({ code: 'digits-lost', seen: cell, action: isCode ? 'emptied' : 'kept' }, heading)
      if (isCode) this.cells[slot] = ''
      else this.lostDigits.add(name)
    }
  }

  /** Whether all required cells can be read; refuses the row otherwise. */
  isComplete(): boolean {
    for (const field of this.needed) {
      const cell = this.get(field.name)
      if (isReadable(field, cell) || (cell === '' && field.mayBeBlank)) continue
      const code = cell === '' ? 'required-missing' : field.type === 'day' ? dayFault(cell) : 'not-a-number'
      return this.refuse({ code, seen: cell }, field.headings[0]!)
    }
    return true
  }
}

const isSameNote = (one: Note, other: Note): boolean =>
  one.code === other.code &&
  one.action === other.action &&
  one.seen === other.seen &&
  one.expected === other.expected &&
  one.became === other.became &&
  one.earlier?.row === other.earlier?.row &&
  one.earlier?.value === other.earlier?.value

/** Longest number that a spreadsheet writes with an exponent. */
const LONGEST_CUT = 24
const CUT = /^\s*\d(?:\.(\d+))?E\+(\d{1,2})\s*$/i

/** Whether a cell is a number with an exponent that has more digits than are written: 1.38E+10, but not 1.5E+1. */
function isCutNumber(cell: string): boolean {
  if (cell.length > LONGEST_CUT || !cell.includes('+')) return false
  const [, written = '', exponent] = CUT.exec(cell) ?? []
  return exponent !== undefined && Number(exponent) > written.length
}

/** Longest mark for "no value". */
const LONGEST_MARK = 8

/** Whether a cell is marked as having no value: a dash, a slash, 无数据; also 无, except for flags and listed values. */
const saysAbsent = ({ type, values = [] }: Field, cell: string): boolean =>
  !values.includes(cell) && (isAbsentMark(cell) || (type !== 'flag' && cell.trim() === '无'))

function isReadable({ type }: Field, cell: string): boolean {
  if (type === 'day') return parseDayCell(cell) !== null
  if (type !== 'number') return cell !== ''
  return parseNumber(cell) !== null || parseLooseNumber(cell) !== null || isBelowDetection(cell)
}
