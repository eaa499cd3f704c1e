import type { IsoDay, Month } from '@/domain/calendar'
import type { IntakeBase } from '@/domain/intake/intake-base'
import type { LongRow } from '@/domain/intake/recognise/dustfall-form'
import { monthOfHeading, UNDATED } from '@/domain/intake/recognise/month-words'
import type { IntakePlan } from '@/domain/intake/recognise/plan'
import { isAbsentMark } from '@/domain/sources/reading/cell'
import type { CurrentRow } from './current-row'
import { hasNoInformation, isReasonOfGap, saysNotMeasured, wordWithRemark } from './measured-sample'

/** No city has dustfall data before this; spreadsheets turn empty cells into 1899-12 or 1900-01. */
const FIRST_MONTH: Month = '1990-01'
/** 无 as a figure means no data, like a dash; elsewhere it may be an answer. */
const NONE = '无'
const isNoData = (cell: string) => isAbsentMark(cell) || cell === NONE

/** What the current row of a table of dustfall says: its month, its county or point, and why it has no figure. */
export class MeasuredRow {
  private readonly lastMonth: Month
  /** The month of the last heading above the row. */
  private headed: Month | null = null

  constructor(
    private readonly plan: IntakePlan,
    private readonly base: IntakeBase,
    private readonly hand: CurrentRow,
    /** Months that begin after this day can't have been measured. */
    today: IsoDay,
  ) {
    this.lastMonth = today.slice(0, 7)
  }

  /** The month of the row; null if its cell is none. */
  month(): string | null {
    const text = this.hand.get('month')
    return text === '' ? (this.headed ?? this.plan.month) : monthOfHeading(text, this.plan.year)
  }

  /** A heading with a month follows, for the rows below that state none. */
  beginMonth(month: Month): void {
    this.headed = month
  }

  /** Whether a month can have been measured, as one can whose year is not yet known. */
  canBeMeasured(month: Month): boolean {
    if (this.plan.undated && month.startsWith(UNDATED)) return true
    return month >= FIRST_MONTH && month <= this.lastMonth
  }

  /** The months that can have been measured, as text. */
  get span(): string {
    return `${FIRST_MONTH} – ${this.lastMonth}`
  }

  /** Whether the row belongs to a county or point. */
  isOfUnit(): boolean {
    const { base, hand } = this
    return this.plan.role === 'dustfall-published'
      ? base.findCounty(hand.get('county')) !== null
      : hand.get('point') !== '' || hand.get('name') !== ''
  }

  /** Whether the row has no value. A sample in its own row gives a reason instead. */
  saysNoData(long: LongRow | null): boolean {
    const { hand } = this
    if (this.plan.role === 'dustfall-published') {
      const value = hand.get('value')
      return isNoData(value) || saysNotMeasured(value)
    }
    const given = hand.get('given')
    return long !== null && given !== '' && (hasNoInformation(given) || given === NONE)
  }

  /** Whether an empty cell of a wide table voids its month, which never removes a stored value. */
  isVoidGap(): boolean {
    const month = this.month()
    return month !== null && isReasonOfGap(this.hand.get('reason'), month) && this.storedFigure() === null
  }

  /** Why a county that has no figure was not measured, in the words of its row; '' if it does not say or a figure is stored. */
  whyUnmeasured(): string {
    const { hand, plan } = this
    const month = this.month()
    if (plan.role !== 'dustfall-published' || month === null || !this.canBeMeasured(month)) return ''
    if (!this.isOfUnit() || this.storedFigure() !== null) return ''
    const [value, remark] = [hand.get('value'), hand.get('reason')]
    const word = saysNotMeasured(value) ? value : ''
    if (!isReasonOfGap(remark, month)) return word
    return word === '' ? remark : wordWithRemark(word, remark)
  }

  /** The package's value for the county or point and month of the row. */
  storedFigure(): number | null {
    const { base, hand } = this
    const month = this.month()
    if (month === null) return null
    const county = base.findCounty(hand.get('county'))
    if (this.plan.role === 'dustfall-published') return county === null ? null : base.figureOf(county, month)
    const points = base.pointsOf(hand.get('point') || hand.get('name'))
    const own = points.length === 1 ? points[0] : points.find((point) => point.county === county)
    return own ? base.figureOf(own.code, month) : null
  }
}
