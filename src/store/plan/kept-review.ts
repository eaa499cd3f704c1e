import type { DraftClause } from '@/domain/plan/draft'
import { RECURRENCES } from '@/domain/rules/clause'
import { z } from '@/io/zod'
import { ofThisCity } from '@/ledger/records-name'
import { createKept } from '@/store/device/kept'

const span = z.object({ start: z.int(), end: z.int() })
const value = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('body'), role: z.enum(['lead', 'support', 'carriedOutBy']), name: z.string() }),
  z.object({ kind: z.literal('deadline'), day: z.string(), what: z.string() }),
  z.object({ kind: z.literal('recurrence'), every: z.enum(RECURRENCES), what: z.string() }),
  z.object({
    kind: z.literal('figure'),
    use: z.enum(['target', 'condition']),
    what: z.string(),
    comparison: z.enum(['≥', '≤', '=']),
    value: z.number(),
    unit: z.string(),
  }),
])
const field = z.object({
  id: z.string(),
  spans: z.array(span),
  value,
  decision: z.enum(['accepted', 'open', 'dropped']),
})
const draft = z.object({
  number: z.int(),
  title: z.string(),
  gist: z.string(),
  isKept: z.boolean(),
  fields: z.array(field),
})
const choice = z.object({
  of: z.string(),
  keep: z.boolean().exactOptional(),
  day: z.string().exactOptional(),
  figure: z.number().exactOptional(),
  part: z.int().exactOptional(),
})

/** A review that was not finished. What a text is read as is not among it: that is read anew. */
const keptReview = z.object({
  /** The plan in force that it is held against, as {@link planKey} tells it. */
  against: z.string(),
  file: z.string(),
  text: z.string(),
  year: z.int(),
  name: z.object({ title: z.string(), number: z.string(), day: z.string(), year: z.number() }),
  drafts: z.array(draft),
  links: z.array(z.tuple([z.number(), z.number()])),
  rules: z.array(z.tuple([z.string(), choice])),
  declined: z.array(z.string()),
  tasks: z.array(z.number()),
  confirmed: z.array(z.tuple([z.number(), z.string()])),
  seen: z.array(z.number()),
  limitChoice: z.object({ value: z.number(), isTaken: z.boolean(), from: z.string().optional() }).nullable(),
  // Reviews that earlier versions kept say none of these.
  placed: z.array(z.tuple([z.string(), z.number()])).exactOptional(),
  repeat: z.enum(['replace', 'beside']).nullable().exactOptional(),
  why: z.string().exactOptional(),
  by: z.string().nullable().exactOptional(),
})
export type KeptReview = z.infer<typeof keptReview>

interface State {
  readonly review: KeptReview | null
}

/** The review of a plan that goes on after the page was closed; null where none does. */
export const useKeptReview = createKept<State>(
  ofThisCity('chentu-plan-review'),
  { review: keptReview.nullable() },
  () => ({
    review: null,
  }),
)

/** The clauses as they stood decided, in those that the same text is read as now: only these say what is in doubt. */
export const decidedAgain = (kept: KeptReview['drafts'], read: readonly DraftClause[]): DraftClause[] =>
  read.map((clause) => {
    const own = kept.find(({ number }) => number === clause.number)
    if (!own) return clause
    const doubtOf = (id: string) => clause.fields.find((each) => each.id === id)?.doubt ?? null
    return { ...clause, ...own, fields: own.fields.map((each) => ({ ...each, doubt: doubtOf(each.id) })) }
  })
