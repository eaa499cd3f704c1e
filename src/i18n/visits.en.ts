import type { visitsZh } from './visits.zh-CN'

/** Texts of the visits of field teams, in English. */
export const visitsEn: typeof visitsZh = {
  title: 'Field checks',
  later: 'There are checks from {{day}}, after the as-of date {{asOf}}. They do not count yet.',
  moveTo: 'Set the as-of date to {{day}}',
  day: 'Day',
  report: 'Daily report',
  reports: 'Daily and weekly reports',
  noReport:
    'No field records have been received, so there are no daily or weekly reports yet. Once the tablets’ bundles are imported under “Data”, each day with records gets a daily report, and its week a weekly report. No records does not mean that no inspections took place: first check that all bundles have arrived.',
  toBundles: 'Go to “Data” to import bundles',
  reportTitle: 'Daily dust inspection report ({{day}})',
  reportIntro: '{{count}} checks on this day, {{failing}} of them with items not met.',
  reportNone: 'No checks count for this day.',
  withdrawnCount: '{{count}} more records of the day were withdrawn and do not count.',
  teams: 'Inspectors: {{names}}',
  told: '{{who}} informed',
  column: {
    time: 'Time',
    timeWho: 'Time, inspector',
    who: 'Inspector',
    source: 'Source',
    answers: 'Result',
    result: 'Result and details',
    note: 'Details',
    by: 'Put right by',
    photos: 'Photos',
  },
  coverage: 'Checked within {{days}} days',
  of: '{{visited}} / {{total}}',
  neglected: 'Not checked for {{days}} days: {{count}}',
  first: 'Only the {{count}} with the most serious problems',
  found: 'New sources registered',
  foundCount: '{{count}} registered, not yet in the inventory',
  foundFile: '{{kind}} (.geojson, can be imported under “Data”)',
}
