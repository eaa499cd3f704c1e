import type { manualZh } from './manual.zh-CN'

/** Texts around the manual, in English; its pages stand in docs/manual. */
export const manualEn: typeof manualZh = {
  title: 'Manual',
  about: 'About: {{page}}',
  contents: 'Contents',
  search: 'Search the manual',
  found: '“{{query}}”: {{count}} places',
  most: '“{{query}}”: {{count}} places, the first {{shown}} listed',
  none: 'The manual does not have “{{query}}”. Try another word.',
  gone: 'The manual has no such page. Choose one from the contents.',
  newWindow: 'Open in a new window',
  before: 'Before: {{page}}',
  next: 'Next: {{page}}',
  pages: {
    start: 'Start here',
    day: 'A day at the desk',
    explore: 'The map',
    table: 'The table',
    plan: 'The plan',
    visits: 'What teams did',
    cases: 'Cases',
    warnings: 'Days of warning',
    monitoring: 'Monitors',
    meeting: 'The meeting',
    publish: 'Publishing',
    field: 'In the field',
    data: 'Your own files',
    city: 'Your own city',
    security: 'Safety of data',
    trouble: 'When something goes wrong',
  },
}
