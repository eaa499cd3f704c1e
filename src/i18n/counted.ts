import type { FormatterModule } from 'i18next'

/** What texts name how many of something there are by. A year, a row of a file or a clause is a number too, and is not grouped. */
const COUNTED: ReadonlySet<unknown> = new Set([
  ...['count', 'shown', 'total', 'all', 'of', 'place', 'done', 'hits', 'rows', 'points'],
  ...[
    'files',
    'devices',
    'trucks',
    'stops',
    'trips',
    'byDay',
    'stated',
    'statedByDay',
    'unloaded',
    'loaded',
    'atNight',
  ],
  ...['sources', 'findings', 'overdue', 'failing', 'works', 'parts', 'placed', 'added', 'photos', 'events'],
])

/** A count as it stands on the screen in both languages, in groups of thousands: 1,215. */
export const countText = (count: number): string => count.toLocaleString('en')

/** Groups how many of something there are wherever a text says it; all else stands as it is given. Texts name no format of their own. */
export const countedFormat: FormatterModule = {
  type: 'formatter',
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: (value, _format, _language, options) =>
    typeof value === 'number' && COUNTED.has(options?.interpolationkey) ? countText(value) : value,
}
