import type { Position } from '@/domain/geodesy/position'
import type { Problem } from '@/domain/problem'
import {
  isAbsentMark,
  isBelowDetection,
  parseDayCell,
  parseLooseNumber,
  parseMonthCell,
  parseNumber,
  plainText,
} from '@/domain/sources/cell'
import { isCreditCode } from '@/domain/sources/credit-code'
import type { Note } from '@/domain/sources/field-reader'
import { type RowReader, rowReader } from '@/domain/sources/read-table'
import type { Field } from '@/domain/sources/schema'
import { Growing } from '@/domain/table/build-column'
import type { Table } from '@/domain/table/column'
import type { IntakeBase } from './base'
import { DustfallChecks } from './dustfall-checks'
import { type LongRow, unpivot } from './dustfall-form'
import { coordinatesOf } from './find-position'
import { isExampleRow, isRepeatedHeader, isSummaryRow } from './header'
import { placeRow } from './place-row'
import type { IntakePlan } from './plan'
import { type ProblemGroup, ProblemLog } from './problem-log'
import { RowChecks } from './row-checks'
import { targetOf } from './target'

/** How many rows went which way. A wide table counts its values. */
export interface IntakeCounts {
  readonly read: number
  readonly taken: number
  readonly repaired: number
  readonly refused: number
  /** Sums, remarks, repeated headers, blank rows. */
  readonly skipped: number
  /** Taken, but nobody knows where they are. */
  readonly unplaced: number
}

/** What became of a file's table. */
export interface Taken {
  readonly table: Table
  /** Row of the file from which each row of the table comes, from 1. */
  readonly rows: Uint32Array
  readonly counts: IntakeCounts
  readonly groups: readonly ProblemGroup[]
  /** Points that the package does not have yet, with their county's code. */
  readonly newPoints: readonly { readonly code: string; readonly name: string; readonly county: string }[]
}

const DAMAGED = '\ufffd'
/** Degrees to a millimetre. */
const degreesText = (degrees: number) => String(Math.round(degrees * 1e8) / 1e8)

const isBlank = (cells: readonly string[]) => cells.every((cell) => cell === '' || cell.trim() === '')

/**
 * Reads the rows of a file's table by a plan, holds each against what the package knows, and says what was done.
 * Rows come in pieces and none is kept as text, so that a million of them fit.
 */
export class Intake {
  private readonly log = new ProblemLog()
  private readonly lines = new Growing((length) => new Uint32Array(length))
  private readonly checks: RowChecks
  private readonly dustfall: DustfallChecks
  private readonly fields: readonly Field[]
  private readonly reader: RowReader
  /** Cells of one row in the order of the reader; filled anew for each. */
  private readonly cells: string[]
  private readonly slots = new Map<string, number>()
  /** Column of the file for each slot; -1 for what is worked out here. */
  private readonly given: readonly (readonly [slot: number, column: number])[]
  private readonly placeSlots: { readonly lon: number; readonly lat: number }
  private readonly extras: readonly (readonly [slot: number, column: number])[]
  private readonly counts = { read: 0, taken: 0, repaired: 0, refused: 0, skipped: 0, unplaced: 0 }
  private row = 0
  private repairs = 0

  constructor(
    private readonly plan: IntakePlan,
    private readonly base: IntakeBase,
  ) {
    this.checks = new RowChecks(base)
    this.dustfall = new DustfallChecks(base)
    this.fields = targetOf(plan.role).fields
    // A field is read where the file has it, or where it is worked out here.
    const worked = new Set([
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
      'road',
    ])
    const present = this.fields.filter(({ name }) => name in plan.columns || worked.has(name))
    for (const { name } of present) this.slots.set(name, this.slots.size)
    this.placeSlots = { lon: this.slots.get('lon') ?? -1, lat: this.slots.get('lat') ?? -1 }
    const places =
      plan.position.columns && 'lon' in plan.position.columns ? plan.position.columns : { lon: -1, lat: -1 }
    const columns: Readonly<Record<string, number>> = { ...plan.columns, ...places }
    this.given = present.map(({ name }, slot) => [slot, columns[name] ?? -1])
    const extra = plan.dustfall.form === 'long' ? this.unclaimed() : []
    this.extras = extra.map(([, column], i) => [present.length + i, column])
    const extraSlots = new Map(extra.map(([heading], i) => [heading, present.length + i]))
    this.cells = new Array<string>(present.length + extra.length).fill('')
    this.reader = rowReader(this.fields, this.slots, extraSlots, (row, column, note) => this.note(note, column, row))
  }

  /** Columns that no field and no position claims, by heading. */
  private unclaimed(): [string, number][] {
    const { header, columns, position } = this.plan
    const claimed = new Set(Object.values(columns))
    for (const column of Object.values(position.columns ?? {})) claimed.add(column)
    const own = new Set(this.fields.map(({ headings }) => headings[0]!))
    return header.names.flatMap((name, column): [string, number][] =>
      name === '' || claimed.has(column) ? [] : [[own.has(name) ? `${name} (原)` : name, column]],
    )
  }

  private note(note: Note, column: string, row = this.row): void {
    if (note.action === 'repaired') this.repairs++
    const { file, sheet } = this.base
    const problem: Problem = {
      file,
      ...(sheet === '' ? {} : { sheet }),
      row,
      ...(column === '' ? {} : { column }),
      ...note,
    }
    this.log.add(problem)
  }

  /** Says something about the file as a whole. */
  remark(problem: Problem): void {
    this.log.add(problem)
  }

  /** Reads a piece of the file; `first` is the number of its first row, from 0. */
  read(rows: readonly (readonly string[])[], first: number): void {
    const { header, edits } = this.plan
    const dataFrom = header.firstRow + header.rowCount
    for (let i = 0; i < rows.length; i++) {
      if (first + i < dataFrom) continue
      this.row = first + i + 1
      const cells = edits.get(this.row) ?? rows[i]!
      if (isBlank(cells)) this.counts.skipped++
      else if (isExampleRow(cells) || (isSummaryRow(cells) && !this.isPlaced(cells))) this.skip('summary-row', cells)
      else if (isRepeatedHeader(cells, header)) this.skip('repeated-header', cells)
      else this.readRow(cells)
    }
  }

  /** A row with a position is data, whatever its first word: 平均路工地. */
  private isPlaced(cells: readonly string[]): boolean {
    const { columns } = this.plan.position
    return columns !== null && coordinatesOf(cells, columns) !== null
  }

  private skip(code: 'summary-row' | 'repeated-header', cells: readonly string[]): void {
    this.counts.skipped++
    this.note(
      {
        code,
        seen: cells
          .filter((cell) => cell.trim() !== '')
          .join(' | ')
          .slice(0, 120),
        action: 'skipped',
      },
      '',
    )
  }

  private readRow(cells: readonly string[]): void {
    if (
      cells.length > this.plan.header.names.length &&
      cells.slice(this.plan.header.names.length).some((cell) => cell.trim() !== '')
    )
      this.note(
        {
          code: 'row-too-long',
          seen: String(cells.length),
          expected: String(this.plan.header.names.length),
          action: 'kept',
        },
        '',
      )
    const damaged = cells.findIndex((cell) => cell.includes(DAMAGED))
    if (damaged >= 0)
      this.note({ code: 'text-damaged', seen: cells[damaged]!, action: 'kept' }, this.plan.header.names[damaged] ?? '')
    const { dustfall } = this.plan
    if (dustfall.form === 'long') {
      for (const [slot, column] of this.given) this.cells[slot] = cells[column] ?? ''
      for (const [slot, column] of this.extras) this.cells[slot] = cells[column] ?? ''
      this.takeRow(cells, null)
      return
    }
    for (const long of unpivot(cells, dustfall)) {
      const { unit, point, month, value } = long
      this.cells.fill('')
      for (const [name, text] of [
        ['month', month],
        ['given', value],
        ['value', value],
        ['county', unit],
        ['point', point || unit],
      ] as const)
        this.set(name, text)
      this.takeRow(cells, long)
    }
  }

  private refuse(note: Note, column: string): void {
    this.counts.refused++
    this.note({ ...note, action: 'refused' }, column)
  }

  private heading(name: string): string {
    return this.fields.find((field) => field.name === name)?.headings[0] ?? name
  }

  private takeRow(cells: readonly string[], long: LongRow | null): void {
    this.counts.read++
    this.repairs = 0
    const taken = this.slots.has('name') && this.slots.has('code') ? this.takeThing(cells) : this.takeMeasure(long)
    if (!taken || !this.required()) return
    this.reader.read(this.cells, this.row)
    this.lines.push(this.row)
    this.counts.taken++
    if (this.repairs > 0) this.counts.repaired++
  }

  private get(name: string): string {
    const slot = this.slots.get(name)
    return slot === undefined ? '' : this.cells[slot]!.trim()
  }

  private set(name: string, text: string): void {
    const slot = this.slots.get(name)
    if (slot !== undefined) this.cells[slot] = text
  }

  /** A site, an enterprise, a point: something with a code, a name and perhaps a place. */
  private takeThing(cells: readonly string[]): boolean {
    const { base } = this
    const at =
      this.plan.placed.get(this.row) ?? placeRow(cells, this.plan, (note) => this.note(note, this.heading('lon')))
    let [code, name] = [plainText(this.get('code')), this.get('name')]
    if (code === '' && name === '') {
      this.refuse({ code: 'required-missing', seen: '' }, this.heading('name'))
      return false
    }
    if (name === '') {
      name = code
      this.set('name', name)
      this.note({ code: 'required-missing', became: name, action: 'repaired' }, this.heading('name'))
    }
    // An enterprise has a code of its own, whoever keeps the list.
    if (code === '' && this.get('creditCode') !== '') {
      code = plainText(this.get('creditCode'))
      this.set('code', code)
    }
    if (code === '') {
      code = base.codeOf(name, at) ?? base.newCode()
      this.set('code', code)
      this.note({ code: 'code-made', seen: name, became: code, action: 'repaired' }, this.heading('code'))
    }
    const before = this.checks.repeated(code, this.row)
    if (before !== null) {
      this.refuse({ code: 'duplicate-code', seen: code, expected: String(before) }, this.heading('code'))
      return false
    }
    this.placeThing(name, at)
    const credit = plainText(this.get('creditCode'))
    if (credit !== '' && !isCreditCode(credit))
      this.note({ code: 'credit-code-wrong', seen: credit, action: 'kept' }, this.heading('creditCode'))
    return true
  }

  private placeThing(name: string, at: Position | null): void {
    if (!this.slots.has('lon')) {
      this.settleCounty(null)
      return
    }
    this.setPlace(at)
    if (at === null) {
      this.counts.unplaced++
      this.note({ code: 'position-missing', seen: this.get('address') || name, action: 'kept' }, this.heading('lon'))
    } else this.checks.place(name, at, this.row, (note) => this.note(note, this.heading('lon')))
    this.settleCounty(at)
  }

  /** Puts a position into the cells; one that stands there already keeps its very digits. */
  private setPlace(at: Position | null): void {
    const { lon, lat } = this.placeSlots
    const same = at !== null && Number(this.cells[lon]) === at[0] && Number(this.cells[lat]) === at[1]
    if (same) return
    this.cells[lon] = at === null ? '' : degreesText(at[0])
    this.cells[lat] = at === null ? '' : degreesText(at[1])
  }

  /** The county's code: of the one stated, else of the one that holds the position. */
  private settleCounty(at: Position | null): void {
    const { base } = this
    const stated = this.get('county')
    const code = stated === '' ? null : base.findCounty(stated)
    const here = at === null ? null : base.countyAt(at)
    const column = this.heading('county')
    if (stated !== '' && code === null)
      this.note(
        {
          code: 'unknown-county',
          seen: stated,
          action: here ? 'repaired' : 'emptied',
          ...(here ? { became: base.countyName(here) } : {}),
        },
        column,
      )
    if (code !== null && here !== null && code !== here)
      this.note({ code: 'county-disagrees', seen: stated, expected: base.countyName(here), action: 'kept' }, column)
    const settled = code ?? here
    this.set('county', settled ?? '')
  }

  /** A month of a county or a point, or a survey of a road. */
  private takeMeasure(long: LongRow | null): boolean {
    const { role } = this.plan
    if (role === 'silt-surveys') return this.takeSurvey()
    const month = parseMonthCell(this.get('month')) ?? (this.get('month') === '' ? this.plan.month : null)
    if (month === null) {
      this.refuse({ code: 'not-a-month', seen: this.get('month'), expected: '2022-10' }, this.heading('month'))
      return false
    }
    this.set('month', month)
    const column = long
      ? this.plan.header.names[long.column]!
      : this.heading(role === 'dustfall-samples' ? 'given' : 'value')
    return role === 'dustfall-samples' ? this.takeSample(month, column, long) : this.takePublished(month, column)
  }

  private takeSurvey(): boolean {
    const road = this.base.findRoad(this.get('road'))
    if (road === null) this.refuse({ code: 'unknown-road', seen: this.get('road') }, this.heading('road'))
    else this.set('road', road)
    return road !== null
  }

  private takePublished(month: string, column: string): boolean {
    const { base } = this
    const stated = this.get('county')
    const county = base.findCounty(stated)
    if (county === null) {
      this.refuse({ code: 'unknown-county', seen: stated }, this.heading('county'))
      return false
    }
    this.set('county', county)
    const value = this.get('value')
    if (value === '' || isAbsentMark(value)) {
      this.refuse({ code: 'required-missing', seen: value }, column)
      return false
    }
    return this.once(county, month, value, column)
  }

  private takeSample(month: string, column: string, long: LongRow | null): boolean {
    const { base } = this
    const text = this.get('point')
    // In a matrix the row is the county, and the heading names the point within it.
    const county = long?.point ? base.findCounty(long.unit) : null
    const point = base.findPoint(text, county) ?? (county === null ? null : this.dustfall.newPoint(text, county))
    if (point === null) {
      this.refuse({ code: 'unknown-point', seen: text }, this.heading('point'))
      return false
    }
    this.set('point', point.code)
    const value = this.get('given')
    if (value === '' || isAbsentMark(value)) return true
    if (isBelowDetection(value) || parseNumber(value) !== null || parseLooseNumber(value) !== null)
      return this.once(point.code, month, value, column)
    // 故障, 被盗, 沙尘剔除: no value, and why.
    this.set('given', '')
    this.set('valid', '否')
    if (this.get('reason') === '') this.set('reason', value)
    this.note({ code: 'cell-repaired', seen: value, became: '否', action: 'repaired' }, column)
    return true
  }

  /** A unit has one value a month; a second one is refused, since nobody knows which is meant. */
  private once(unit: string, month: string, value: string, column: string): boolean {
    const before = this.dustfall.repeated(unit, month, this.row)
    if (before !== null) {
      this.refuse({ code: 'duplicate-code', seen: `${unit} ${month}`, expected: String(before) }, column)
      return false
    }
    this.dustfall.doubt(unit, month, plainText(value), (note) => this.note(note, column))
    return true
  }

  /** Whether all required cells can be read; refuses the row where one can't. */
  private required(): boolean {
    for (const field of this.fields) {
      if (!field.required || field.name === 'code' || field.name === 'name') continue
      const cell = this.get(field.name)
      const readable =
        field.type === 'day'
          ? parseDayCell(cell) !== null
          : field.type === 'number'
            ? parseNumber(cell) !== null || parseLooseNumber(cell) !== null || isBelowDetection(cell)
            : cell !== ''
      if (readable) continue
      const code = cell === '' ? 'required-missing' : field.type === 'day' ? 'not-a-date' : 'not-a-number'
      this.refuse({ code, seen: cell }, field.headings[0]!)
      return false
    }
    return true
  }

  finish(): Taken {
    return {
      table: this.reader.finish(),
      rows: this.lines.finish(),
      counts: { ...this.counts },
      groups: this.log.groups(),
      newPoints: this.dustfall.points(),
    }
  }
}
