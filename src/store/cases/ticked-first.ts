import type { CaseOpened } from '@/ledger/case-bodies'

/** Standings of sources that break what is asked of them: a team looks at these first. */
const BROKEN: ReadonlySet<string> = new Set(['failing', 'overdue'])

/** Which likely sources a team is to check unless a person says otherwise, by their places: the likeliest that break a requirement, `most` at most. */
export const tickedFirst = ({ likely }: Pick<CaseOpened, 'likely'>, most: number): ReadonlySet<number> =>
  new Set(likely.flatMap(({ standing }, place) => (BROKEN.has(standing) ? [place] : [])).slice(0, most))
