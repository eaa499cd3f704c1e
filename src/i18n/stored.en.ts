import type { storedZh } from './stored.zh-CN'

export const storedEn: typeof storedZh = {
  title: 'Data in force',
  classes: '{{all}} tables: {{real}} real, {{derived}} derived, {{illustrative}} illustrative.',
  replaced: 'Importing real data replaces the illustrative data of the same kind.',
  table: 'Name',
  rows: 'Rows',
  latest: 'Latest',
  source: 'Source',
  open: 'Show in the table',
  groups: {
    dustfall: 'Dustfall',
    sources: 'Registers of sources',
    signals: 'Monitors, muck trucks and warnings',
    plan: 'Plan and settings',
    ground: 'Counties and base map',
  },
}
