import type { ReadExport } from './read-export'
import type { TableTimes } from './sheet-times'

/**
 * Which files must be read with hours as ends of hours because of other files with the same headings: those have hours
 * to 24, and none has hour 0. Platforms export a file per device, and a file of a few hours of the day has neither.
 */
export function besideEnds(exports: readonly Pick<ReadExport, 'times'>[]): readonly boolean[] {
  const all = exports.flatMap(({ times }) => times)
  const ends = new Set(all.flatMap(({ hours, headings }) => (hours === 'to-24' ? [headings] : [])))
  // A file that ends at 00:00 of another day after 01:00 as its first speaks for ends itself.
  const isBegin = ({ hours, likely }: TableTimes) => hours === 'from-0' && likely !== 'end'
  const begins = new Set(all.flatMap((of) => (isBegin(of) ? [of.headings] : [])))
  return exports.map(({ times }) =>
    times.some(({ hours, headings }) => hours === 'open' && ends.has(headings) && !begins.has(headings)),
  )
}
