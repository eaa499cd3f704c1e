import type { Bilingual } from '@/domain/bilingual'
import type { Meaning, Measured } from './meaning'

/** One column of a table that an office keeps. */
export interface Field {
  /** Name in rules, records and links. */
  readonly name: string
  /** Label on the screen. */
  readonly title: Bilingual
  /** Headings under which offices keep it; the first is the one that we write. */
  readonly headings: readonly string[]
  readonly type: 'text' | 'number' | 'flag' | 'day'
  readonly required?: true
  /** The column is required, but a blank cell in it is an answer. */
  readonly mayBeBlank?: true
  /** The only texts allowed. */
  readonly values?: readonly string[]
  /** English for texts that stand in it; those that it does not have are shown as they are. */
  readonly english?: Readonly<Record<string, string>>
  /** Smallest and largest sensible number. */
  readonly range?: readonly [number, number]
  readonly unit?: string
  /** What it means to the code; absent for a field that only rules and people read. */
  readonly means?: Meaning
  /** What devices tell of it; absent for a field that only people write. */
  readonly measured?: Measured
  /** A laboratory's value: "below the detection limit" is an answer, read as 0. */
  readonly belowDetection?: true
}

/** The heading that we write over the field of a meaning; the meaning itself where no field has it. */
export function headingOf(fields: readonly Field[], meaning: Meaning): string {
  return fieldMeaning(fields, meaning)?.headings[0] ?? meaning
}

/** The field of a meaning among some fields. */
export function fieldMeaning(fields: readonly Field[], meaning: Meaning): Field | undefined {
  return fields.find(({ means }) => means === meaning)
}

/** A range in signs: open where it has no end. */
export function rangeText([least, most]: NonNullable<Field['range']>): string {
  if (most === Number.POSITIVE_INFINITY) return `≥ ${least}`
  return least === Number.NEGATIVE_INFINITY ? `≤ ${most}` : `${least} … ${most}`
}
