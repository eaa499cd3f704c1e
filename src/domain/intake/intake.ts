import type { IsoDay } from '@/domain/calendar'
import { type LongRow, unpivot } from '@/domain/intake/recognise/dustfall-form'
import { coordinatesOf } from '@/domain/intake/recognise/find-position'
import { isExampleRow, isRepeatedHeader, isSummaryRow } from '@/domain/intake/recognise/header'
import type { IntakePlan } from '@/domain/intake/recognise/plan'
import { isUnitRow } from '@/domain/intake/recognise/sum-rows'
import { fieldsInFile } from '@/domain/intake/recognise/target'
import type { FilePoint, LostPoint } from '@/domain/intake/rows/point-book'
import { type ProblemGroup, ProblemLog } from '@/domain/intake/rows/problem-log'
import { RowInHand } from '@/domain/intake/rows/row-in-hand'
import { MeasureTaker, type Verdict } from '@/domain/intake/rows/take-measure'
import { ThingTaker } from '@/domain/intake/rows/take-thing'
import { takeWarning } from '@/domain/intake/rows/warning-checks'
import { STATED_FIELDS } from '@/domain/sources/kinds/regional'
import { type RowReader, rowReader } from '@/domain/sources/reading/read-table'
import type { Table } from '@/domain/table/column'
import type { IntakeBase } from './base'
import { EditedRows } from './rows/edited-rows'
import type { SetByHand, WorkedOut } from './set-by-hand'

/** How many rows went which way. A wide table counts its values. */
export interface IntakeCounts {
  readonly read: number
  readonly taken: number
  readonly repaired: number
  readonly refused: number
  /** Sums, remarks, units, repeated headers and rows, blank rows. */
  readonly skipped: number
  /** Taken, but nobody knows where they are. */
  readonly unplaced: number
}

/** What became of a file's table. */
export interface Taken {
  readonly table: Table
  readonly counts: IntakeCounts
  readonly groups: readonly ProblemGroup[]
  /** The dustfall points that rows were taken of, and those whose rows don't tell their county. */
  readonly points: readonly FilePoint[]
  readonly lostPoints: readonly LostPoint[]
  /** Of sources and points, what somebody set in the review of the file. */
  readonly byHand: SetByHand
  readonly workedOut: WorkedOut
}

const DAMAGED = '\ufffd'

const isBlank = (cells: readonly string[]) => cells.every((cell) => cell === '' || cell.trim() === '')

/** Fields that are worked out here even where the file has no column for them. */
const WORKED_OUT = new Set([
  'code',
  'name',
  'county',
  'lon',
  'lat',
  'month',
  'point',
  'given',
  'value',
  'valid',
  'reason',
])

/**
 * Reads the rows of a file's table by a plan, holds each against what the package knows, and says what was done.
 * Rows come in pieces and none is kept as text, so that a million of them fit.
 */
export class Intake {
  private readonly log = new ProblemLog()
  private readonly hand: RowInHand
  private readonly things: ThingTaker
  private readonly measures: MeasureTaker
  private readonly reader: RowReader
  /** Column of the file for each slot of the row in hand; -1 for what is worked out. */
  private readonly columns: readonly (readonly [slot: number, column: number])[]
  private readonly edited: EditedRows
  /** The row in hand as the file has it, without edits. */
  private original: readonly string[] = []
  private readonly workedOut = { name: [] as boolean[], county: [] as boolean[] }
  private readonly counts = { read: 0, taken: 0, repaired: 0, refused: 0, skipped: 0 }

  constructor(
    private readonly plan: IntakePlan,
    private readonly base: IntakeBase,
    today: IsoDay,
  ) {
    const { target } = plan
    const { fields } = target
    const present = fieldsInFile(target).filter(
      ({ name, means }) => name in plan.columns || WORKED_OUT.has(name) || means === 'source',
    )
    const extras = plan.dustfall.form === 'long' ? unclaimedColumns(plan) : []
    this.hand = new RowInHand(fieldsInFile(target), present, extras.length, base, this.log)
    this.things = new ThingTaker(plan, base, this.hand)
    this.edited = new EditedRows(plan)
    this.measures = new MeasureTaker(plan, base, this.hand, today)
    const { columns: place } = plan.position
    const columns: Readonly<Record<string, number>> = { ...plan.columns, ...(place && 'lon' in place ? place : {}) }
    this.columns = [
      ...present.map(({ name }, slot) => [slot, columns[name] ?? -1] as const),
      ...extras.map(([, column], i) => [present.length + i, column] as const),
    ]
    const extraSlots = new Map(extras.map(([heading], i) => [heading, present.length + i]))
    this.reader = rowReader(fields, this.hand.slots, extraSlots, (_, column, note) => this.hand.note(note, column))
  }

  /** Says what was wrong with cells before their rows came here. */
  remark(group: ProblemGroup): void {
    this.log.addGroup(group)
  }

  /** Reads a piece of the file; `first` is the number of its first row, from 0. */
  read(rows: readonly (readonly string[])[], first: number): void {
    const { header, edits } = this.plan
    const dataFrom = header.firstRow + header.rowCount
    for (let i = Math.max(0, dataFrom - first); i < rows.length; i++) {
      this.hand.number = first + i + 1
      const cells = edits.get(this.hand.number) ?? rows[i]!
      this.original = rows[i]!
      if (isBlank(cells)) this.counts.skipped++
      else if (isExampleRow(cells) || (isSummaryRow(cells) && !this.isPlaced(cells))) this.skipSum(cells)
      else if (isRepeatedHeader(cells, header)) this.skip('repeated-header', cells)
      else if (isUnitRow(cells)) this.skip('unit-row', cells)
      else this.readRow(cells)
    }
  }

  /** A row with a position is data, whatever its first word: 平均路工地. */
  private isPlaced(cells: readonly string[]): boolean {
    const { columns } = this.plan.position
    return columns !== null && coordinatesOf(cells, columns) !== null
  }

  /** A sum is passed over, and what a published table sums up is held against its rows. */
  private skipSum(cells: readonly string[]): void {
    if (this.plan.role === 'dustfall-published' && this.plan.dustfall.form === 'long') {
      this.fill(cells)
      this.measures.sums(null)
    }
    this.skip('summary-row', cells)
  }

  private fill(cells: readonly string[]): void {
    for (const [slot, column] of this.columns) this.hand.cells[slot] = cells[column] ?? ''
  }

  private skip(code: 'summary-row' | 'repeated-header' | 'unit-row', cells: readonly string[]): void {
    this.counts.skipped++
    const filled = cells.filter((cell) => cell.trim() !== '')
    this.hand.note({ code, seen: filled.join(' | ').slice(0, 120), action: 'skipped' }, '')
  }

  private readRow(cells: readonly string[]): void {
    const { hand } = this
    this.noteForm(cells)
    const { dustfall } = this.plan
    if (dustfall.form === 'long') {
      this.fill(cells)
      this.takeRow(cells, null)
      return
    }
    for (const long of unpivot(cells, dustfall)) {
      const { month, value } = long
      hand.cells.fill('')
      const own = { month, given: value, value, ...this.unitOf(cells, long) }
      for (const [name, text] of Object.entries(own)) hand.set(name, text)
      this.takeRow(cells, long)
    }
  }

  /** The county and the point of a value of a wide table: by the columns that name them, else by the heading. */
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

  /** Doubts about a row as a whole: more cells than headings, characters that were lost before it came here. */
  private noteForm(cells: readonly string[]): void {
    const { names } = this.plan.header
    if (cells.length > names.length && cells.slice(names.length).some((cell) => cell.trim() !== '')) {
      const [seen, expected] = [String(cells.length), String(names.length)]
      this.hand.note({ code: 'row-too-long', seen, expected, action: 'kept' }, '')
    }
    for (let column = 0; column < cells.length; column++)
      if (cells[column]!.includes(DAMAGED)) {
        this.hand.note({ code: 'text-damaged', seen: cells[column]!, action: 'kept' }, names[column] ?? '')
        return
      }
  }

  private takeRow(cells: readonly string[], long: LongRow | null): void {
    const { hand } = this
    hand.repairs = 0
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
    hand.noteAbsent()
    this.reader.read(hand.cells, hand.number)
    this.counts.taken++
    if (hand.repairs > 0) this.counts.repaired++
  }

  private get listsThings(): boolean {
    return this.hand.has('name') && this.hand.has('code')
  }

  /** Remembers what of a row that is taken comes from a person's hand, and what from nobody's. */
  private noteOrigin(cells: readonly string[]): void {
    this.workedOut.name.push(this.things.workedOut.name)
    this.workedOut.county.push(this.things.workedOut.county)
    this.edited.note(this.hand.get('code'), this.hand.number, this.original, cells)
  }

  private verdict(cells: readonly string[], long: LongRow | null): Verdict {
    const { hand } = this
    if (this.listsThings) {
      const isTaken = this.things.take(cells) && (this.plan.role !== 'warnings' || takeWarning(hand, this.base))
      return isTaken && hand.isComplete() ? 'taken' : 'refused'
    }
    if (!this.measures.sums(long)) {
      const verdict = this.measures.take(long, cells)
      return verdict === 'taken' && !hand.isComplete() ? 'refused' : verdict
    }
    const seen = cells.filter((cell) => cell.trim() !== '').join(' | ')
    hand.note({ code: 'summary-row', seen: seen.slice(0, 120), action: 'skipped' }, '')
    return 'skipped'
  }

  finish(): Taken {
    this.measures.finish()
    const { points, lostPoints } = this.measures
    return {
      table: this.reader.finish(),
      counts: { ...this.counts, unplaced: this.things.unplaced },
      groups: this.log.groups(),
      points,
      lostPoints,
      byHand: this.listsThings ? this.edited.byCode : this.edited.ofPoints(points, lostPoints),
      workedOut: this.workedOut,
    }
  }
}

/** Columns that no field and no position claims, by heading; one that is called like a field of another column gets a mark. */
function unclaimedColumns({ target, header, columns, position }: IntakePlan): [heading: string, column: number][] {
  // What a table states of its own figures is held against them, and kept as it stands.
  const stated = new Set(STATED_FIELDS.map(({ name }) => name))
  const fields = Object.entries(columns).flatMap(([field, column]) => (stated.has(field) ? [] : [column]))
  const claimed = new Set([...fields, ...Object.values(position.columns ?? {})])
  const own = new Set(target.fields.map(({ headings }) => headings[0]!))
  return header.names.flatMap((name, column): [string, number][] =>
    name === '' || claimed.has(column) ? [] : [[own.has(name) ? `${name} (原)` : name, column]],
  )
}
