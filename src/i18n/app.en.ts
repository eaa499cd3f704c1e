import type { appZh } from './app.zh-CN'

/** The same in English. */
export const appEn: typeof appZh = {
  app: {
    name: 'Chentu',
    loading: 'Reading the data…',
    help: 'Help',
    skip: 'Skip to main content',
    illustrative: 'with made-up data',
    real: 'real data',
    brokenTitle: 'The data package cannot be opened',
    brokenHelp:
      'Check the address in the link, or the files, as said below, then reload the page. What is kept on this device is as it was. Address: {{url}}',
    panelFailed:
      'This part could not be shown; the others still work, and what was saved is safe. Try again, or load the page anew.',
    retry: 'Try again',
    language: '中文',
    languageShort: '中',
    theme: { light: 'Light', dark: 'Dark', switch: 'Switch light and dark' },
    close: 'Close',
    asOf: 'As of',
    notes: '{{count}} notes on the data',
    kept: 'The data folder is out of reach: this is what this device kept on {{at}}',
  },
  mode: { explore: 'Explore', meeting: 'Meeting', field: 'Field', data: 'Data', label: 'Mode' },
  search: {
    label: 'Search',
    placeholder: 'Search sites, roads, clauses',
    none: 'Nothing found for “{{query}}”',
    command: 'Command',
  },
  panel: {
    layers: 'Layers',
    filters: 'Filters',
    board: 'Problems',
    grades: 'Grades',
    upwind: 'Upwind',
    visits: 'Checks',
    area: 'Select',
    plan: 'Plan',
    ranking: 'Ranking',
    detail: 'Details',
    stop: 'Change the height of the panel',
    label: 'Panels',
  },
  status: { overdue: 'Overdue', failing: 'Not met', unknown: 'No data', due: 'Not yet due', fine: 'Met' },
  dataClass: { real: 'real', derived: 'derived', illustrative: 'made up' },
}
