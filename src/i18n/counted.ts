import type { FormatterModule } from 'i18next'

/** Placeholders that stand for counts. Years, row numbers and clause numbers are not counts and are not grouped. */
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

/** A count with thousands separators, the same in both languages: 1,215. */
export const countText = (count: number): string => count.toLocaleString('en')

/** Adds thousands separators to the counts in all texts; all other values stay as given. Texts name no format of their own. */
export const countedFormat: FormatterModule = {
  type: 'formatter',
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: (value, _format, _language, options) =>
    typeof value === 'number' && COUNTED.has(options?.interpolationkey) ? countText(value) : value,
}
