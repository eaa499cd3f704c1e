import type { visitsZh } from './visits.zh-CN'

/** Texts of what field teams did, in English. */
export const visitsEn: typeof visitsZh = {
  title: 'Field checks',
  none: 'No checks yet. Take in the bundles of the tablets under “Data”.',
  later: 'There are checks of {{day}}, after the as-of date {{asOf}}: they do not count yet.',
  moveTo: 'Set the as-of date to {{day}}',
  day: 'Day',
  report: 'Daily report',
  reportTitle: 'Dust inspections of {{day}}',
  reportIntro: '{{count}} checks on this day, {{failing}} with something that does not meet what is asked.',
  withdrawnCount: 'Another {{count}} records of the day were withdrawn and do not count.',
  teams: 'Inspectors: {{names}}',
  told: 'told {{who}}',
  column: {
    time: 'Time',
    who: 'Inspector',
    source: 'Source',
    answers: 'Answers',
    note: 'Note',
    by: 'Put right by',
    photos: 'Photos',
  },
  coverage: 'Checked within {{days}} days',
  of: '{{visited}} / {{total}}',
  neglected: 'Not checked within {{days}} days: {{count}}',
  first: 'Only the {{count}} with the gravest problems',
  found: 'New sources registered',
  foundCount: '{{count}} registered, not in the inventory yet',
  foundFile: '{{kind}} (.geojson, to be imported under “Data”)',
}
