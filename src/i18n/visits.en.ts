import type { visitsZh } from './visits.zh-CN'

/** Texts of the visits of field teams, in English. */
export const visitsEn: typeof visitsZh = {
  title: 'Field checks',
  later: 'There are checks of {{day}}, after the as-of date {{asOf}}: they do not count yet.',
  moveTo: 'Set the as-of date to {{day}}',
  day: 'Day',
  report: 'Daily report',
  reports: 'Daily and weekly reports',
  noReport:
    'No records have come in, so there is no report yet. Once the bundles of the tablets are taken in under “Data”, each day with records has a daily report, and its week a weekly one. No record does not mean that nobody patrolled: see first whether all bundles have come.',
  toBundles: 'To “Data”, to take in bundles',
  reportTitle: 'Dust inspections of {{day}}',
  reportIntro: '{{count}} checks on this day, {{failing}} with something that does not meet what is asked.',
  reportNone: 'No check of this day counts.',
  withdrawnCount: 'Another {{count}} records of the day were withdrawn and do not count.',
  teams: 'Inspectors: {{names}}',
  told: 'told {{who}}',
  column: {
    time: 'Time',
    timeWho: 'Time, inspector',
    who: 'Inspector',
    source: 'Source',
    answers: 'Answers',
    result: 'What was found',
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
