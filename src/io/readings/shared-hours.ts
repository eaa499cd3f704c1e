import type { ReadExport } from './read-export'

/**
 * Which files must be read with hours as ends of hours because of other files with the same headings: those have hours
 * to 24, and none has hour 0. Platforms export a file per device, and a file of a few hours of the day has neither.
 */
export function besideEnds(exports: readonly Pick<ReadExport, 'wholeTimes'>[]): readonly boolean[] {
  const headingsWith = (asked: 'from-0' | 'to-24') =>
    new Set(exports.flatMap((each) => each.wholeTimes.flatMap((of) => (of.hours === asked ? [of.headings] : []))))
  const [ends, begins] = [headingsWith('to-24'), headingsWith('from-0')]
  return exports.map(({ wholeTimes }) =>
    wholeTimes.some(({ hours, headings }) => hours === 'open' && ends.has(headings) && !begins.has(headings)),
  )
}
