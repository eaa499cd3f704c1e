import type { IsoDay, Month } from '@/domain/calendar'
import { countedBelowDetection } from '@/domain/dustfall/below-detection'
import { tenth } from '@/domain/dustfall/rounding'
import type { Position } from '@/domain/geodesy/position'
import type { IntakeBase } from '@/domain/intake/intake-base'
import type { LongRow } from '@/domain/intake/recognise/dustfall-form'
import { UNDATED } from '@/domain/intake/recognise/month-words'
import type { IntakePlan } from '@/domain/intake/recognise/plan'
import { type SummaryKind, summaryKindOf } from '@/domain/intake/recognise/sum-rows'
import { fieldMeaning } from '@/domain/sources/kinds/field'
import type { Kind } from '@/domain/sources/kinds/kind'
import { isAbsentMark, parseFlag, parseNumber } from '@/domain/sources/reading/cell'
import type { Note } from '@/domain/sources/reading/field-reader'
import { convertBeside, convertUnit, factorOfSum } from './convert-unit'
import type { CurrentRow } from './current-row'
import { DustfallChecks } from './dustfall-checks'
import { FarMonths } from './far-months'
import { MeasuredRow } from './measured-row'
import { isBelowLimit, measuredOf, numberOf, publishedOf, WEIGHING } from './measured-sample'
import { placeRow } from './place-row'
import { type FilePoint, PointMatcher } from './point-matcher'
import { convertStated, statedInLong, statedInWide } from './stated-cells'
import { StatedChecks } from './stated-checks'

/** Result for a row: taken, refused with a reason, or skipped because it adds nothing. */
export type RowResult = 'taken' | 'refused' | 'skipped'

/** Processes measurement rows: a month of a county or point, or a survey of a source. */
export class MeasurementReader {
  private readonly checks: DustfallChecks
  private readonly stated: StatedChecks
  private readonly far: FarMonths
  private readonly book: PointMatcher
  private readonly isPlace: (text: string) => boolean
  private readonly pointIsCode: boolean
  private readonly row: MeasuredRow

  constructor(
    private readonly plan: IntakePlan,
    private readonly base: IntakeBase,
    private readonly hand: CurrentRow,
    /** Months that begin after this day can't have been measured. */
    today: IsoDay,
  ) {
    this.row = new MeasuredRow(plan, base, hand, today)
    this.checks = new DustfallChecks(base)
    this.stated = new StatedChecks(
      (county, month) => this.checks.valueOf(county, month),
      countedBelowDetection(base.belowDetectionShare),
    )
    this.far = new FarMonths(base.months)
    this.book = new PointMatcher(base, plan.counties)
    this.isPlace = (text) => base.isCity(text) || base.findCounty(text) !== null
    const { columns, header } = plan
    const heading = header.names[columns.point ?? -1] ?? ''
    this.pointIsCode = columns.name !== undefined || /编号|编码|代码|code/i.test(heading)
  }

  /** A heading with a month follows, for the rows below that state none. */
  beginMonth(month: Month): void {
    this.row.beginMonth(month)
  }

  /** Points of the file, and those whose county is unknown. */
  get points() {
    return this.book.points()
  }

  get lostPoints() {
    return this.book.lostPoints()
  }

  /** Whether the current row is a summary rather than one county or point. Its figures are recorded for comparison. */
  sums(long: LongRow | null, cells: readonly string[]): boolean {
    const { hand } = this
    const { role } = this.plan
    if (role !== 'dustfall-samples' && role !== 'dustfall-published') return false
    const units =
      role === 'dustfall-samples' ? [hand.get('point'), hand.get('name'), hand.get('county')] : [hand.get('county')]
    const sum = units.map((cell) => summaryKindOf(cell, this.isPlace)).find((each) => each !== null) ?? this.cityRow()
    if (sum === null) return false
    const month = this.row.month()
    if (role === 'dustfall-published' && month !== null && !long) {
      const factor = factorOfSum(this.plan, cells, this.plan.columns.value ?? -1, hand.get('value'))
      const value = factor === null ? null : parseNumber(convertBeside(hand.get('value'), factor))
      if (value !== null) this.stated.addSum({ row: hand.number, month, sum, value })
    }
    return true
  }

  private cityRow(): SummaryKind | null {
    return this.plan.role === 'dustfall-published' && this.base.isCity(this.hand.get('county')) ? 'mean' : null
  }

  /** Processes the current row; `long` is its place in a wide table, `cells` are its cells as in the file. */
  take(long: LongRow | null, cells: readonly string[]): RowResult {
    const { hand } = this
    const { role } = this.plan
    if (this.plan.target.surveys) return this.takeSurvey(this.plan.target.surveys)
    const column = long
      ? this.plan.header.names[long.column]!
      : hand.heading(role === 'dustfall-samples' ? 'given' : 'value')
    // A dash below a future month is not a measurement of it.
    if (this.row.saysNoData(long))
      return long === null && this.row.whyUnmeasured() !== '' ? this.takeUnmeasured(column) : this.noData(column)
    if (long?.value === '' && !this.row.isVoidGap()) return this.noValue(column)
    const month = this.row.month()
    if (month === null)
      return this.refused({ code: 'not-a-month', seen: hand.get('month'), expected: '2022-10' }, hand.heading('month'))
    if (!this.row.canBeMeasured(month))
      return this.refused({ code: 'month-outside', seen: month, expected: this.row.span }, hand.heading('month'))
    hand.set('month', month)
    const field = role === 'dustfall-samples' ? 'given' : 'value'
    const at = long?.column ?? this.plan.columns[field] ?? -1
    const factor = convertUnit(hand, field, this.plan, cells, at, column)
    if (factor === null) return 'refused'
    if (field === 'given') return this.takeSample(month, column, cells)
    return this.takePublished(month, column, factor, long, cells)
  }

  /** Takes the reason why a county has no figure in the month; no figure is stored with it. */
  private takeUnmeasured(column: string): RowResult {
    const { hand } = this
    const [month, county] = [this.row.month()!, this.base.findCounty(hand.get('county'))!]
    const reason = this.row.whyUnmeasured()
    const verdict = this.once(county, month, reason, '', column)
    if (verdict !== 'taken') return verdict
    for (const [name, text] of Object.entries({ county, month, value: '', reason })) hand.set(name, text)
    hand.note({ code: 'month-void', seen: reason, action: 'voided' }, column)
    return 'taken'
  }

  /** Reports an empty cell of a wide table that voids nothing. */
  private noValue(column: string): RowResult {
    if (this.row.isOfUnit()) this.hand.note({ code: 'value-empty', action: 'skipped' }, column)
    return 'skipped'
  }

  /** Reports a cell that says "no data", and whether a value is stored, which such a cell does not remove. */
  private noData(column: string): RowResult {
    const { hand } = this
    if (!this.row.isOfUnit()) return 'skipped'
    const isPublished = this.plan.role === 'dustfall-published'
    const seen = hand.get(isPublished ? 'value' : 'given')
    const stored = this.row.storedFigure()
    if (stored === null) hand.note({ code: 'absent-mark', seen, action: 'skipped' }, column)
    else {
      const code = isPublished ? 'published-stays' : 'old-value-stays'
      hand.note({ code, seen, expected: tenth(stored), action: 'kept' }, column)
    }
    return 'skipped'
  }

  private takeSurvey(surveyed: Kind): RowResult {
    const { hand } = this
    const { name } = fieldMeaning(this.plan.target.fields, 'source')!
    const code = this.base.findSource(surveyed.id, hand.get(name))
    if (code === null) return this.refused({ code: 'unknown-source', seen: hand.get(name) }, hand.heading(name))
    hand.set(name, code)
    return 'taken'
  }

  private refused(note: Note, column: string): RowResult {
    this.hand.refuse(note, column)
    return 'refused'
  }

  private takePublished(
    month: string,
    column: string,
    factor: string,
    long: LongRow | null,
    cells: readonly string[],
  ): RowResult {
    const { base, hand } = this
    const stated = hand.get('county')
    const county = base.findCounty(stated)
    if (county === null) {
      const similar = base.similarCounty(stated)
      const note: Note = { code: 'unknown-county', seen: stated, ...(similar !== null && { expected: similar }) }
      return this.refused(note, hand.heading('county'))
    }
    hand.set('county', county)
    const value = hand.get('value')
    if (value === '') return this.refused({ code: 'required-missing', seen: value }, column)
    if (!isBelowLimit(hand, value, column) || !hand.isComplete()) return 'refused'
    const number = publishedOf(hand, value, column, base.belowDetectionShare)
    const verdict = this.once(county, month, value, String(number), column)
    if (verdict !== 'taken') return verdict
    this.doubt(county, base.countyName(county), month, number, column)
    const beside = long ? statedInWide(this.plan, long.column, cells) : statedInLong(hand)
    this.stated.add({ row: hand.number, county, month, value: number, ...convertStated(beside, factor) })
    return 'taken'
  }

  private takeSample(month: string, column: string, cells: readonly string[]): RowResult {
    const { hand } = this
    const point = this.findPoint(cells)
    if (point === null) return 'refused'
    hand.set('point', point.code)
    const value = measuredOf(hand, column, this.base.belowDetectionShare)
    if (value === null) return 'refused'
    const seen = value === 'void' ? hand.get('reason') : hand.get('givenText') || hand.get('given') || String(value)
    const verdict = this.once(point.code, month, seen, this.signature(), column)
    if (verdict !== 'taken') return verdict
    const name = [this.base.countyName(point.county), point.name].filter(Boolean).join(' ')
    if (value !== 'void') this.doubt(point.code, name, month, value, column)
    this.book.keep(point)
    return 'taken'
  }

  /** Notes in the column what is doubtful about the current row's value of a county or a point. */
  private doubt(unit: string, name: string, month: string, value: number, column: string): void {
    const { hand } = this
    const given = { unit, name, month, value, givenText: hand.get('givenText'), row: hand.number, column }
    this.checks.doubt(given, (note) => hand.note(note, column))
  }

  private findPoint(cells: readonly string[]): FilePoint | null {
    const { hand, plan } = this
    const text = hand.get('point') || hand.get('name')
    const county = hand.get('county')
    // The position of a point that is known stays, so a month's file is not compared with it.
    const at: Position | null =
      plan.placed.get(hand.number) ??
      placeRow(cells, plan, null, (note, heading) => hand.note(note, heading ?? hand.heading('lon')))
    const said = {
      text,
      name: hand.get('name'),
      county: isAbsentMark(county) ? '' : county,
      at,
      isCode: this.pointIsCode,
    }
    return this.book.find(
      said,
      hand.number,
      (note, field) => {
        hand.refuse(note, hand.heading(field))
        return null
      },
      (note, field) => hand.note(note, hand.heading(field)),
    )
  }

  /** All measured values of a row, for telling a copy from a contradiction. */
  private signature(): string {
    const { hand } = this
    const numbers = ['given', ...WEIGHING].map((name) => String(numberOf(hand.get(name)) ?? ''))
    return [...numbers, parseFlag(hand.get('valid')) === false ? 'void' : ''].join(' ')
  }

  /** A unit has one measurement per month: a copy adds nothing, and of two that differ the first counts. */
  private once(unit: string, month: string, value: string, measured: string, column: string): RowResult {
    const { hand } = this
    const before = this.checks.repeated(unit, month, { row: hand.number, measured, value })
    if (before === null) {
      if (!month.startsWith(UNDATED))
        this.far.add(month, hand.number, this.plan.dustfall.form === 'months' ? column : hand.heading('month'))
      return 'taken'
    }
    const what = { seen: `${month} ${value}`, earlier: { row: before.row, value: `${month} ${before.value}` } }
    if (before.measured === measured) {
      hand.note({ code: 'row-repeated', ...what, action: 'skipped' }, '')
      return 'skipped'
    }
    return this.refused({ code: 'row-contradicts', ...what }, column)
  }

  /** Reports what is known only after all rows are read. */
  finish(): void {
    const { hand } = this
    this.stated.finish((row, field, note, heading = hand.heading(field)) => {
      hand.number = row
      hand.note(note, heading)
    })
    const noteOf = (row: number, heading: string, note: Note) => {
      hand.number = row
      hand.note(note, heading)
    }
    this.checks.finish(noteOf)
    this.far.finish(noteOf)
  }
}
