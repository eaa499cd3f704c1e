import type { Holding } from '@/io/versions/database'
import type { WorkingCopy } from './working-copy'

/** Key numbers of a working copy, and so of the file packed from it and of the version stored of it. */
export const summarisePackage = ({ opened, dataset }: Pick<WorkingCopy, 'opened' | 'dataset'>): Holding => ({
  sources: opened.inventory.sources.length,
  months: dataset.reports.length,
  latest: dataset.reports.at(-1)?.month ?? null,
  clauses: dataset.clauses.length,
})
