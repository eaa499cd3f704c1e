import type { CaseView } from '@/store/cases/case-view'

/** Cases in the order in which they are offered: unfinished ones first, and of each the last noticed first. */
export const unfinishedFirst = (cases: readonly CaseView[]): readonly CaseView[] => {
  const noticed = ({ opened }: CaseView) => Date.parse(opened?.observed ?? '') || 0
  const isClosed = ({ stage }: CaseView) => Number(stage === 'closed')
  return [...cases].sort((a, b) => isClosed(a) - isClosed(b) || noticed(b) - noticed(a))
}
