import type { Bilingual } from '@/domain/bilingual'
import type { Meaning, Measured } from './meaning'

/** One column of an office's table. */
export interface Field {
  /** Name in rules, records and links. */
  readonly name: string
  /** Label on the screen. */
  readonly title: Bilingual
  /** Headings that offices use for it; the first is the one that the app writes. */
  readonly headings: readonly string[]
  readonly type: 'text' | 'number' | 'flag' | 'day'
  readonly required?: true
  /** The column is required, but blank cells are valid. */
  readonly mayBeBlank?: true
  /** The only texts allowed. */
  readonly values?: readonly string[]
  /** English translations of its texts; texts without one are shown as they are. */
  readonly english?: Readonly<Record<string, string>>
  /** Smallest and largest sensible number. */
  readonly range?: readonly [number, number]
  readonly unit?: string
  /** Meaning to the code; absent for a field that only rules and people read. */
  readonly means?: Meaning
  /** Value that devices can supply; absent for a field that only people fill in. */
  readonly measured?: Measured
  /**
   * Detection limit of a laboratory value, in the field's unit: a cell such as `＜0.3` is valid and read as 0, unless
   * the number behind "<" is above this limit.
   */
  readonly belowDetection?: number
  /** Name of the field that keeps such a cell as it was written. */
  readonly writtenIn?: string
  /** The figure of one month: a column of several months or another time is never taken for it. */
  readonly isOfMonth?: true
  /** Filled in by the app itself: no template has a column for it. */
  readonly isWorkedOut?: true
}

/** First heading of the field with a meaning; the meaning itself if there is no such field. */
export function headingOf(fields: readonly Field[], meaning: Meaning): string {
  return fieldMeaning(fields, meaning)?.headings[0] ?? meaning
}

/** The field with a meaning. */
export function fieldMeaning(fields: readonly Field[], meaning: Meaning): Field | undefined {
  return fields.find(({ means }) => means === meaning)
}

/** A range as text, such as `≥ 0`; an infinite end is left out. */
export function rangeText([least, most]: NonNullable<Field['range']>): string {
  if (most === Number.POSITIVE_INFINITY) return `≥ ${least}`
  return least === Number.NEGATIVE_INFINITY ? `≤ ${most}` : `${least} … ${most}`
}
