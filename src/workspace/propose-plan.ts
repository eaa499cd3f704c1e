import { type Correspondence, correspondences } from '@/domain/plan/correspond'
import { clauseOf, type DraftClause, draftsOf } from '@/domain/plan/draft'
import { type DraftRow, rowsOf } from '@/domain/plan/draft-rows'
import type { NumberFaults } from '@/domain/plan/outline'
import { type PlanHead, readPlan } from '@/domain/plan/read-plan'
import { wordingOf } from '@/domain/plan/wording'
import type { Result } from '@/domain/problem'
import type { Clause } from '@/domain/rules/clause'
import type { DataPackage } from '@/io/package/open-package'

/** What is proposed for the next plan of a package, from the text of its document. */
export interface PlanProposal {
  readonly file: string
  readonly text: string
  readonly head: PlanHead
  /** The year that days without one were taken to be of. */
  readonly year: number
  /** Where another plan begins in the document, which was not read; null where there is none. */
  readonly next: number | null
  /** What is wrong with the numbers of its tasks. */
  readonly faults: NumberFaults
  /** The wording of each clause, by number. */
  readonly wording: ReadonlyMap<number, string>
  readonly drafts: readonly DraftClause[]
  /** The rows of its tables. */
  readonly rows: readonly DraftRow[]
  /** Which of its clauses seem to go on with which of the plan that is in force. */
  readonly links: readonly Correspondence[]
}

/** What a proposal is held against. */
type KnownPlan = Pick<DataPackage, 'clauses' | 'rules' | 'settings'>

/** The departments that a package names. */
export const bodiesOf = ({ clauses, rules }: Pick<KnownPlan, 'clauses' | 'rules'>): readonly string[] => [
  ...new Set([
    ...clauses.flatMap(({ lead, support, carriedOutBy }) => [...lead, ...support, ...carriedOutBy]),
    ...rules.flatMap(({ lead }) => lead),
  ]),
]

/** A clause as it is compared with those of another plan; `words` are those of the plan, where they are known. */
export const compared = ({ number, lead, title, gist, deadlines, targets }: Clause, words?: string) => ({
  number,
  lead,
  title: title.zh,
  words: words ?? [gist, ...[...deadlines, ...targets].map(({ what }) => what)].map(({ zh }) => zh).join(''),
})

/**
 * Reads a plan and proposes what to take of it; a problem where the text has no clause. `chosen` is the year that a person says
 * it is of.
 */
export function proposePlan(text: string, file: string, pack: KnownPlan, chosen?: number): Result<PlanProposal> {
  const year = pack.settings.year + 1
  const reading = readPlan(text, bodiesOf(pack), year, chosen)
  if (reading.clauses.length === 0) return { value: null, problems: [{ code: 'plan-without-clauses', file }] }
  const drafts = draftsOf(reading)
  const links = correspondences(
    pack.clauses.map((clause) => compared(clause)),
    drafts.map((draft) => compared(clauseOf(draft), text.slice(draft.start, draft.end))),
  )
  const rows = rowsOf(reading, drafts)
  const { head, next, faults } = reading
  const wording = wordingOf(text, reading.clauses)
  const proposal = { file, text, head, year: chosen ?? head.year ?? year, next, faults, wording, drafts, rows, links }
  return { value: proposal, problems: [] }
}
