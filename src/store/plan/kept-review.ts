import type { DraftClause } from '@/domain/plan/draft'
import { RECURRENCES } from '@/domain/rules/clause'
import { z } from '@/io/zod'
import { nameForCity } from '@/ledger/records-name'
import type { Dataset } from '@/questions/dataset'
import { createPersistedStore, recordOf } from '@/store/device/persisted-store'
import { UNCHANGED_INTERVAL } from './carrying'
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
  every: z.enum([...RECURRENCES, UNCHANGED_INTERVAL]).exactOptional(),
  part: z.int().exactOptional(),
})

/**
 * The decisions of an unfinished review. The plan's text, by far the largest part, is stored once beside it; the
 * proposals are read from it again.
 */
const keptReview = z.object({
  /** The plan in force it is compared with, as {@link planKey}. */
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
  // Absent in reviews stored by earlier versions.
  placed: z.array(z.tuple([z.string(), z.number()])).exactOptional(),
  repeat: z.enum(['replace', 'beside']).nullable().exactOptional(),
  why: z.string().exactOptional(),
  by: z.string().nullable().exactOptional(),
})
export type KeptReview = z.infer<typeof keptReview>

/** Form of earlier versions: one review for all packages, containing its text. */
const formerReview = keptReview.extend({ text: z.string() })

interface Reviews {
  /** By package name. */
  readonly reviews: Readonly<Record<string, KeptReview>>
  readonly review: z.infer<typeof formerReview> | null
}

/** Reviews that can be continued after the page was closed, one per package. */
export const useKeptReviews = createPersistedStore<Reviews>(
  nameForCity('chentu-plan-review'),
  { reviews: recordOf(keptReview), review: formerReview.nullable() },
  () => ({ reviews: {}, review: null }),
)

interface Texts {
  readonly texts: Readonly<Record<string, string>>
}

/** The texts of the reviewed plans, written once each instead of with every change. */
export const useKeptTexts = createPersistedStore<Texts>(
  nameForCity('chentu-plan-text'),
  { texts: recordOf(z.string()) },
  () => ({
    texts: {},
  }),
)

const without = <T>(record: Readonly<Record<string, T>>, name: string): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(record).filter(([key]) => key !== name))

/**
 * The stored review of a package with the text of its plan; null if none. A review stored by an earlier version is
 * assigned to the package whose plan it was compared with.
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

/** Stores the state of a package's review. */
export function keepReview(city: string, review: KeptReview, text: string): void {
  const { texts } = useKeptTexts.getState()
  if (texts[city] !== text) useKeptTexts.setState({ texts: { ...texts, [city]: text } })
  useKeptReviews.setState({ reviews: { ...useKeptReviews.getState().reviews, [city]: review } })
}

/** Deletes the stored review of a package. */
export function forgetReview(city: string): void {
  useKeptReviews.setState({ reviews: without(useKeptReviews.getState().reviews, city) })
  useKeptTexts.setState({ texts: without(useKeptTexts.getState().texts, city) })
}

/** Applies stored decisions to the clauses read from the same text now; the doubts come from the new reading. */
export const applyStoredDecisions = (kept: KeptReview['drafts'], read: readonly DraftClause[]): DraftClause[] =>
  read.map((clause) => {
    const own = kept.find(({ number }) => number === clause.number)
    if (!own) return clause
    const doubtOf = (id: string) => clause.fields.find((each) => each.id === id)?.doubt ?? null
    return { ...clause, ...own, fields: own.fields.map((each) => ({ ...each, doubt: doubtOf(each.id) })) }
  })
