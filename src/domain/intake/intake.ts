import type { IsoDay } from '@/domain/calendar'
import { type LongRow, unpivot } from '@/domain/intake/recognise/dustfall-form'
import { monthOfRow } from '@/domain/intake/recognise/month-row'
import type { IntakePlan } from '@/domain/intake/recognise/plan'
import { fieldsInFile, listsThings } from '@/domain/intake/recognise/target'
import { addRow, rowsByField } from '@/domain/intake/rows/add-row'
import { CurrentRow } from '@/domain/intake/rows/current-row'
import { DittoCells } from '@/domain/intake/rows/ditto-cells'
import { DoubtfulDays } from '@/domain/intake/rows/doubtful-days'
import { FlagCells } from '@/domain/intake/rows/flag-cells'
import type { FlagWords } from '@/domain/intake/rows/flag-words'
import { ListedRowReader } from '@/domain/intake/rows/listed-row-reader'
import { MeasurementReader, type RowResult } from '@/domain/intake/rows/measurement-reader'
import { OriginalTexts } from '@/domain/intake/rows/original-texts'
import type { FilePoint, LostPoint } from '@/domain/intake/rows/point-matcher'
import { type ProblemGroup, ProblemLog } from '@/domain/intake/rows/problem-log'
import { noteRowForm } from '@/domain/intake/rows/row-form'
import { type SkippedRow, skippedRow } from '@/domain/intake/rows/skipped-row'
import { checkWarning } from '@/domain/intake/rows/warning-checks'
import { WORKED_OUT } from '@/domain/intake/rows/worked-out'
import { type RowReader, rowReader } from '@/domain/sources/reading/read-table'
import type { Table } from '@/domain/table/column'
import type { IntakeBase } from './intake-base'
import { EditedRows } from './rows/edited-rows'
import { unclaimedColumns } from './rows/unclaimed-columns'
import type { ComputedCells, SetByHand } from './set-by-hand'

/** Row counts by result. In a wide table each value counts. */
export interface IntakeCounts {
  readonly read: number
  readonly taken: number
  readonly repaired: number
  readonly refused: number
  /** Sums, remarks, units, headings of parts, repeated headers and rows, blank rows. */
  readonly skipped: number
  /** Taken, but without a position. */
  readonly unplaced: number
}

/** Result of reading a file's table. */
export interface IntakeResult {
  readonly table: Table
  readonly counts: IntakeCounts
  /** Rows of the file below its header, up to the last one that is not blank. */
  readonly rows: number
  readonly groups: readonly ProblemGroup[]
  /** How words for yes and no were read, for columns with others than 是 and 否. */
  readonly flagWords: readonly FlagWords[]
  /** Dustfall points with rows that were taken, and those whose rows don't state their county. */
  readonly points: readonly FilePoint[]
  readonly lostPoints: readonly LostPoint[]
  /** Values of sources and points that a person set in the review of the file. */
  readonly byHand: SetByHand
  readonly workedOut: ComputedCells
  /** Rows of the table, by field, in which the cell was not blank but says that there is no value, or can't be read. */
  readonly emptied: ReadonlyMap<string, ReadonlySet<number>>
  /** Those in which the cell can't be read. */
  readonly unread: ReadonlyMap<string, ReadonlySet<number>>
  /** Rows of the table, by column, in which a spreadsheet left only the first digits of a number. */
  readonly lostDigits: ReadonlyMap<string, ReadonlySet<number>>
}

const isBlank = (cells: readonly string[]) => cells.every((cell) => cell === '' || cell.trim() === '')

/**
 * Reads the rows of a file's table according to a plan, checks each against the package, and reports what was done.
 * Rows arrive in chunks, and none is kept as text except some with a repeated code, so that a million fit in memory.
 */
export class Intake {
  private readonly log = new ProblemLog()
  private readonly hand: CurrentRow
  private readonly things: ListedRowReader
  private readonly measures: MeasurementReader
  private readonly reader: RowReader
  /** Column of the file for each slot of the current row; -1 for computed values. */
  private readonly columns: readonly (readonly [slot: number, column: number])[]
  private readonly edited: EditedRows
  private readonly flags: FlagCells
  private readonly originals: OriginalTexts
  private readonly dittos: DittoCells
  private readonly doubtfulDays: DoubtfulDays
  private readonly listsThings: boolean
  /** The current row as in the file, without edits. */
  private original: readonly string[] = []
  private readonly workedOut = { name: [] as boolean[], county: [] as boolean[] }
  private readonly emptied = new Map<string, Set<number>>()
  private readonly unread = new Map<string, Set<number>>()
  private readonly lostDigits = new Map<string, Set<number>>()
  private rows = 0
  private readonly counts = { read: 0, taken: 0, repaired: 0, refused: 0, skipped: 0 }

  constructor(
    private readonly plan: IntakePlan,
    private readonly base: IntakeBase,
    private readonly today: IsoDay,
  ) {
    const { target } = plan
    const { fields } = target
    const present = fieldsInFile(target).filter(
      ({ name, means }) => name in plan.columns || WORKED_OUT.has(name) || means === 'source',
    )
    this.listsThings = listsThings(target)
    this.originals = new OriginalTexts(plan)
    this.dittos = new DittoCells(plan)
    this.doubtfulDays = new DoubtfulDays(fields, today)
    const ofFile = plan.dustfall.form === 'long' ? unclaimedColumns(plan) : []
    const own = new Set(ofFile.map(([heading]) => heading))
    const kept = this.originals.columns.filter(({ heading }) => !own.has(heading))
    const extras = [...ofFile, ...kept.map(({ heading }): [string, number] => [heading, -1])]
    const headings = extras.map(([heading]) => heading)
    this.hand = new CurrentRow(fieldsInFile(target), present, headings, base, this.log)
    this.things = new ListedRowReader(plan, base, this.hand)
    this.edited = new EditedRows(plan)
    this.flags = new FlagCells(present, plan.flags)
    this.measures = new MeasurementReader(plan, base, this.hand, today)
    const { columns: place } = plan.position
    const columns: Readonly<Record<string, number>> = { ...plan.columns, ...(place && 'lon' in place ? place : {}) }
    this.columns = [
      ...present.map(({ name }, slot) => [slot, columns[name] ?? -1] as const),
      ...extras.map(([, column], i) => [present.length + i, column] as const),
    ]
    const extraSlots = new Map(headings.map((heading, i) => [heading, present.length + i]))
    this.originals.use(extraSlots)
    this.reader = rowReader(fields, this.hand.slots, extraSlots, (_, column, note) => this.hand.note(note, column))
  }

  /** Adds problems found in the cells before their rows arrived here. */
  remark(group: ProblemGroup): void {
    this.log.addGroup(group)
  }

  /** Reads a chunk of the file; `first` is the index of its first row, from 0. */
  read(rows: readonly (readonly string[])[], first: number): void {
    const { header, edits } = this.plan
    const isCounty = (text: string) => this.base.findCounty(text) !== null
    const dataFrom = header.firstRow + header.rowCount
    for (let i = Math.max(0, dataFrom - first); i < rows.length; i++) {
      this.hand.number = first + i + 1
      const cells = edits.get(this.hand.number) ?? rows[i]!
      this.original = rows[i]!
      const skipped = isBlank(cells) ? 'blank' : skippedRow(cells, this.plan, this.listsThings, isCounty)
      if (skipped !== 'blank') this.rows = first + i + 1 - dataFrom
      if (skipped === null) this.readRow(cells)
      else if (skipped === 'blank') this.counts.skipped++
      else this.skip(skipped, cells)
    }
  }

  private fill(cells: readonly string[]): void {
    for (const [slot, column] of this.columns) this.hand.cells[slot] = cells[column] ?? ''
  }

  /** Skips a row; the figures of a sum in a published table are compared with its rows. */
  private skip(code: SkippedRow, cells: readonly string[]): void {
    if (code === 'section-row') this.dittos.endSection()
    if (code === 'month-row') {
      const month = monthOfRow(cells, this.plan.year)!
      this.dittos.endSection(month)
      this.measures.beginMonth(month)
    }
    if (code === 'summary-row' && this.plan.role === 'dustfall-published' && this.plan.dustfall.form === 'long') {
      this.fill(cells)
      this.measures.sums(null, cells)
    }
    this.counts.skipped++
    const filled = cells.filter((cell) => cell.trim() !== '')
    this.hand.note({ code, seen: filled.join(' | ').slice(0, 120), action: 'skipped' }, '')
  }

  private readRow(written: readonly string[]): void {
    const { hand } = this
    noteRowForm(hand, this.plan.header.names, written)
    const cells = this.dittos.next(written, (note, column) => hand.note(note, column))
    // What repeats the row above is no correction by a person.
    if (cells !== written)
      this.original = this.original.map((cell, column) => (cell === written[column] ? cells[column]! : cell))
    const { dustfall } = this.plan
    if (dustfall.form === 'long') {
      this.fill(cells)
      this.takeRow(cells, null)
      return
    }
    const values = unpivot(cells, dustfall, this.plan.filled)
    const isSoleGap = values.filter(({ value }) => value === '').length === 1
    const reason = (cells[this.plan.columns.reason ?? -1] ?? '').trim()
    for (const long of values) {
      const { month, value } = long
      hand.cells.fill('')
      // A remark can give the reason of a month only if the row has no other without a value.
      const remark = value === '' && isSoleGap ? { reason } : {}
      const own = { month, given: value, value, ...this.unitOf(cells, long), ...remark }
      for (const [name, text] of Object.entries(own)) hand.set(name, text)
      this.takeRow(cells, long)
    }
  }

  /** County and point of a value in a wide table: from the columns that name them, otherwise from the heading. */
  private unitOf(cells: readonly string[], { county, point }: LongRow) {
    const { columns, dustfall, role } = this.plan
    const cell = (field: string) => (cells[columns[field] ?? -1] ?? '').trim()
    const unit = dustfall.form === 'months' && role === 'dustfall-published' ? (cells[dustfall.unit] ?? '').trim() : ''
    return {
      county: county || cell('county') || unit,
      point: point || cell('point'),
      name: cell('name'),
    }
  }

  private takeRow(cells: readonly string[], long: LongRow | null): void {
    const { hand } = this
    hand.repairs = 0
    hand.emptied.clear()
    hand.unread.clear()
    this.originals.addYears(hand)
    // Whether a month is valid decides what its row lacks, so it is known first. A thing is never refused for a flag.
    if (this.listsThings) hand.noteLostDigits()
    else this.flags.read(hand)
    const verdict = this.verdict(cells, long)
    if (verdict === 'skipped') {
      this.counts.skipped++
      return
    }
    this.counts.read++
    if (verdict === 'refused') {
      this.counts.refused++
      return
    }
    if (this.listsThings) this.noteOrigin(cells)
    this.originals.note(hand, cells, this.base.findCounty)
    this.doubtfulDays.note(hand)
    hand.noteAbsent()
    if (this.listsThings) this.flags.read(hand)
    this.reader.read(hand.cells, hand.number)
    addRow(this.emptied, hand.emptied, this.counts.taken)
    addRow(this.unread, hand.unread, this.counts.taken)
    addRow(this.lostDigits, hand.lostDigits, this.counts.taken)
    this.counts.taken++
    if (hand.repairs > 0) this.counts.repaired++
  }

  /** Records which values of a taken row were set by a person, and which were computed. */
  private noteOrigin(cells: readonly string[]): void {
    this.workedOut.name.push(this.things.workedOut.name)
    this.workedOut.county.push(this.things.workedOut.county)
    this.edited.note(this.hand.get('code'), this.hand.number, this.original, cells)
  }

  private verdict(cells: readonly string[], long: LongRow | null): RowResult {
    const { hand } = this
    if (this.listsThings) {
      const isTaken = this.things.take(cells) && (this.plan.role !== 'warnings' || checkWarning(hand, this.base))
      return isTaken && hand.isComplete() ? 'taken' : 'refused'
    }
    if (!this.measures.sums(long, cells)) {
      const verdict = this.measures.take(long, cells)
      return verdict === 'taken' && !hand.isComplete() ? 'refused' : verdict
    }
    const seen = cells.filter((cell) => cell.trim() !== '').join(' | ')
    hand.note({ code: 'summary-row', seen: seen.slice(0, 120), action: 'skipped' }, '')
    return 'skipped'
  }

  /** The table of one row. */
  private readAlone(cells: readonly string[], row: number): Table {
    const alone = new Intake({ ...this.plan, edits: new Map() }, this.base, this.today)
    alone.read([cells], row - 1)
    return alone.finish().table
  }

  finish(): IntakeResult {
    this.measures.finish()
    const { points, lostPoints } = this.measures
    const table = this.originals.withoutEmpty(this.reader.finish())
    const { countyName } = this.base
    const fields = fieldsInFile(this.plan.target)
    const alone = (cells: readonly string[], row: number) => this.readAlone(cells, row)
    const copies = this.things.repeated.finish(table, this.hand, countyName, alone)
    this.counts.read -= copies
    this.counts.refused -= copies
    this.counts.skipped += copies
    return {
      table,
      counts: { ...this.counts, unplaced: this.things.unplaced },
      rows: this.rows,
      groups: this.log.groups(),
      flagWords: this.flags.finish(),
      points,
      lostPoints,
      byHand: this.listsThings ? this.edited.byCode : this.edited.ofPoints(points, lostPoints),
      workedOut: this.workedOut,
      emptied: rowsByField(this.emptied, fields),
      unread: rowsByField(this.unread, fields),
      lostDigits: this.lostDigits,
    }
  }
}
