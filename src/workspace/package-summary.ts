import { isMonitorList, isTaskList, type Kind } from '@/domain/sources/kinds/kind'
import type { Holding } from '@/io/versions/database'
import type { WorkingCopy } from './working-copy'

/** Key numbers of a working copy, and so of the file packed from it and of the version stored of it. */
export const summarisePackage = ({ opened, dataset }: Pick<WorkingCopy, 'opened' | 'dataset'>): Holding => ({
  sources: opened.inventory.sources.length,
  monitors: rowsOf(opened, isMonitorList),
  tasks: rowsOf(opened, isTaskList),
  months: dataset.reports.length,
  latest: dataset.reports.at(-1)?.month ?? null,
  clauses: dataset.clauses.length,
})

const rowsOf = ({ inventory }: WorkingCopy['opened'], is: (kind: Kind) => boolean) =>
  inventory.kinds.filter(({ schema }) => is(schema)).reduce((sum, { table }) => sum + table.length, 0)
