import type { DraftClause } from '@/domain/plan/draft'
import { RECURRENCES } from '@/domain/rules/clause'
import { z } from '@/io/zod'
import { ofThisCity } from '@/ledger/records-name'
import type { Dataset } from '@/questions/dataset'
import { createKept, recordOf } from '@/store/device/kept'
import { AS_ASKED } from './carrying'
import { planKeys } from './in-force'

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
  every: z.enum([...RECURRENCES, AS_ASKED]).exactOptional(),
  part: z.int().exactOptional(),
})

/**
 * A review that was not finished: what was decided. Its text, by far the most of it, is kept once beside it; what that is read as
 * is read anew.
 */
const keptReview = z.object({
  /** The plan in force that it is held against, as {@link planKey} tells it. */
  against: z.string(),
  file: z.string(),
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

/** Of earlier versions: one review for all packages, its text in it. */
const formerReview = keptReview.extend({ text: z.string() })

interface Reviews {
  /** By name of the package. */
  readonly reviews: Readonly<Record<string, KeptReview>>
  readonly review: z.infer<typeof formerReview> | null
}

/** The reviews that go on after the page was closed, one of each city. */
export const useKeptReviews = createKept<Reviews>(
  ofThisCity('chentu-plan-review'),
  { reviews: recordOf(keptReview), review: formerReview.nullable() },
  () => ({ reviews: {}, review: null }),
)

interface Texts {
  readonly texts: Readonly<Record<string, string>>
}

/** The texts of the plans that they are of: written once each, not with every press. */
export const useKeptTexts = createKept<Texts>(ofThisCity('chentu-plan-text'), { texts: recordOf(z.string()) }, () => ({
  texts: {},
}))

const without = <T>(record: Readonly<Record<string, T>>, name: string): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(record).filter(([key]) => key !== name))

/**
 * The review of a package that goes on, with the text of its plan; null where none does. The one that an earlier version kept
 * becomes that of the package whose plan it is held against.
 */
export function keptReviewOf(dataset: Dataset): (KeptReview & { readonly text: string }) | null {
  const { name: city } = dataset
  const own = () => {
    const [review, text] = [useKeptReviews.getState().reviews[city], useKeptTexts.getState().texts[city]]
    return review && text !== undefined ? { ...review, text } : null
  }
  const { review: former } = useKeptReviews.getState()
  if (former && planKeys(dataset).includes(former.against)) {
    const { text, ...review } = former
    if (own() === null) keepReview(city, review, text)
    useKeptReviews.setState({ review: null })
  }
  return own()
}

/** Keeps how the review of a package stands. */
export function keepReview(city: string, review: KeptReview, text: string): void {
  const { texts } = useKeptTexts.getState()
  if (texts[city] !== text) useKeptTexts.setState({ texts: { ...texts, [city]: text } })
  useKeptReviews.setState({ reviews: { ...useKeptReviews.getState().reviews, [city]: review } })
}

/** Keeps nothing of the review of a package any more. */
export function forgetReview(city: string): void {
  useKeptReviews.setState({ reviews: without(useKeptReviews.getState().reviews, city) })
  useKeptTexts.setState({ texts: without(useKeptTexts.getState().texts, city) })
}

/** The clauses as they stood decided, in those that the same text is read as now: only these say what is in doubt. */
export const decidedAgain = (kept: KeptReview['drafts'], read: readonly DraftClause[]): DraftClause[] =>
  read.map((clause) => {
    const own = kept.find(({ number }) => number === clause.number)
    if (!own) return clause
    const doubtOf = (id: string) => clause.fields.find((each) => each.id === id)?.doubt ?? null
    return { ...clause, ...own, fields: own.fields.map((each) => ({ ...each, doubt: doubtOf(each.id) })) }
  })
