import { type Correspondence, correspondences } from '@/domain/plan/correspond'
import { clauseOf, type DraftClause, draftsOf } from '@/domain/plan/draft'
import { type DraftRow, rowsOf } from '@/domain/plan/draft-rows'
import type { NumberFaults } from '@/domain/plan/outline'
import { type PlanHead, readPlan } from '@/domain/plan/read-plan'
import { clauseWordings } from '@/domain/plan/wording'
import type { Result } from '@/domain/problem'
import type { Clause } from '@/domain/rules/clause'
import type { DataPackage } from '@/io/package/open-package'

/** The parts of a plan document proposed for a package's next plan. */
export interface PlanProposal {
  readonly file: string
  readonly text: string
  readonly head: PlanHead
  /** The year assumed for dates without one. */
  readonly year: number
  /** Where another plan begins in the document, which is not read; null if there is none. */
  readonly next: number | null
  /** Problems with the numbers of its tasks. */
  readonly faults: NumberFaults
  /** The wording of each clause, by number. */
  readonly wording: ReadonlyMap<number, string>
  readonly drafts: readonly DraftClause[]
  /** The rows of its tables. */
  readonly rows: readonly DraftRow[]
  /** Clauses that probably continue clauses of the plan in force. */
  readonly links: readonly Correspondence[]
}

/** What a proposal is compared with. */
type KnownPlan = Pick<DataPackage, 'clauses' | 'rules' | 'settings'>

/** Names of departments in a package. */
export const bodiesOf = ({ clauses, rules }: Pick<KnownPlan, 'clauses' | 'rules'>): readonly string[] => [
  ...new Set([
    ...clauses.flatMap(({ lead, support, carriedOutBy }) => [...lead, ...support, ...carriedOutBy]),
    ...rules.flatMap(({ lead }) => lead),
  ]),
]

/** A clause in the form used for comparing plans; `words`: its wording, if known. */
export const comparableClause = ({ number, lead, title, gist, deadlines, targets }: Clause, words?: string) => ({
  number,
  lead,
  title: title.zh,
  words: words ?? [gist, ...[...deadlines, ...targets].map(({ what }) => what)].map(({ zh }) => zh).join(''),
})

/**
 * Reads a plan and proposes what to take over; a problem if the text has no clause. `chosen`: the plan's year, as
 * chosen by the user.
 */
export function proposePlan(text: string, file: string, pack: KnownPlan, chosen?: number): Result<PlanProposal> {
  const year = pack.settings.year + 1
  const reading = readPlan(text, bodiesOf(pack), year, chosen)
  if (reading.clauses.length === 0) return { value: null, problems: [{ code: 'plan-without-clauses', file }] }
  const drafts = draftsOf(reading)
  const links = correspondences(
    pack.clauses.map((clause) => comparableClause(clause)),
    drafts.map((draft) => comparableClause(clauseOf(draft), text.slice(draft.start, draft.end))),
  )
  const rows = rowsOf(reading, drafts)
  const { head, next, faults } = reading
  const wording = clauseWordings(text, reading.clauses)
  const proposal = { file, text, head, year: chosen ?? head.year ?? year, next, faults, wording, drafts, rows, links }
  return { value: proposal, problems: [] }
}
