import {
  isAbsentMark,
  isBelowDetection,
  parseLooseNumber,
  parseMonthCell,
  parseNumber,
  plainText,
} from '@/domain/sources/cell'
import type { IntakeBase } from './base'
import { DustfallChecks } from './dustfall-checks'
import type { LongRow } from './dustfall-form'
import type { IntakePlan } from './plan'
import type { RowInHand } from './row-in-hand'

/** Settles rows that are measurements: a month of a county or a point, or a survey of a road. */
export class MeasureTaker {
  private readonly checks: DustfallChecks

  constructor(
    private readonly plan: IntakePlan,
    private readonly base: IntakeBase,
    private readonly hand: RowInHand,
  ) {
    this.checks = new DustfallChecks(base)
  }

  /** Points that the package does not have yet. */
  newPoints() {
    return this.checks.points()
  }

  /** Whether the row in hand can be taken; `long` is where it stands in a wide table. */
  take(long: LongRow | null): boolean {
    const { hand } = this
    const { role } = this.plan
    if (role === 'silt-surveys') return this.takeSurvey()
    const month = parseMonthCell(hand.get('month')) ?? (hand.get('month') === '' ? this.plan.month : null)
    if (month === null)
      return hand.refuse({ code: 'not-a-month', seen: hand.get('month'), expected: '2022-10' }, hand.heading('month'))
    hand.set('month', month)
    const column = long
      ? this.plan.header.names[long.column]!
      : hand.heading(role === 'dustfall-samples' ? 'given' : 'value')
    return role === 'dustfall-samples' ? this.takeSample(month, column, long) : this.takePublished(month, column)
  }

  private takeSurvey(): boolean {
    const { hand } = this
    const road = this.base.findRoad(hand.get('road'))
    if (road === null) return hand.refuse({ code: 'unknown-road', seen: hand.get('road') }, hand.heading('road'))
    hand.set('road', road)
    return true
  }

  private takePublished(month: string, column: string): boolean {
    const { base, hand } = this
    const stated = hand.get('county')
    const county = base.findCounty(stated)
    if (county === null) return hand.refuse({ code: 'unknown-county', seen: stated }, hand.heading('county'))
    hand.set('county', county)
    const value = hand.get('value')
    if (value === '' || isAbsentMark(value)) return hand.refuse({ code: 'required-missing', seen: value }, column)
    return this.once(county, month, value, column)
  }

  private takeSample(month: string, column: string, long: LongRow | null): boolean {
    const { base, hand } = this
    const text = hand.get('point')
    // In a matrix the row is the county, and the heading names the point within it.
    const county = long?.point ? base.findCounty(long.unit) : null
    const point = base.findPoint(text, county) ?? (county === null ? null : this.checks.newPoint(text, county))
    if (point === null) return hand.refuse({ code: 'unknown-point', seen: text }, hand.heading('point'))
    hand.set('point', point.code)
    const value = hand.get('given')
    if (value === '' || isAbsentMark(value)) return true
    if (isBelowDetection(value) || parseNumber(value) !== null || parseLooseNumber(value) !== null)
      return this.once(point.code, month, value, column)
    // 故障, 被盗, 沙尘剔除: no value, and why.
    hand.set('given', '')
    hand.set('valid', '否')
    if (hand.get('reason') === '') hand.set('reason', value)
    hand.note({ code: 'cell-repaired', seen: value, became: '否', action: 'repaired' }, column)
    return true
  }

  /** A unit has one value a month; a second one is refused, since nobody knows which is meant. */
  private once(unit: string, month: string, value: string, column: string): boolean {
    const { hand } = this
    const before = this.checks.repeated(unit, month, hand.number)
    if (before !== null)
      return hand.refuse({ code: 'duplicate-code', seen: `${unit} ${month}`, expected: String(before) }, column)
    this.checks.doubt(unit, month, plainText(value), (note) => hand.note(note, column))
    return true
  }
}
