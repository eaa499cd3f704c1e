/** From so many hours on, a span is given in days: 35,820.9 hours mean nothing to a reader. */
const DAYS_FROM_HOURS = 72
const HOURS_OF_DAY = 24

/** A span of time as it is shown. */
export interface ShownSpan {
  readonly unit: 'hours' | 'days'
  /** Rounded to one decimal. */
  readonly value: number
}

/** A span in the unit that a reader can take in: hours, or days from 72 hours on. */
export function shownSpan(hours: number): ShownSpan {
  const tenth = (value: number) => Math.round(value * 10) / 10
  return hours >= DAYS_FROM_HOURS
    ? { unit: 'days', value: tenth(hours / HOURS_OF_DAY) }
    : { unit: 'hours', value: tenth(hours) }
}
