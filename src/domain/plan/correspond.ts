import type { Clause } from '@/domain/rules/clause'

/** A clause of last year's plan and the new clause that continues it. */
export interface Correspondence {
  /** Number in last year's plan. */
  readonly earlier: number
  /** Number in the new plan. */
  readonly now: number
  /** Likeness of their words, from 0 to 1. */
  readonly likeness: number
}

/** Pairs of adjacent letters in a text, ignoring punctuation. */
function pairsOf(text: string): Set<string> {
  const letters = text.replace(/[^\p{L}\p{N}]/gu, '')
  const pairs = new Set<string>()
  for (let i = 0; i + 1 < letters.length; i++) pairs.add(letters.slice(i, i + 2))
  return pairs
}

const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>) => [...a].filter((each) => b.has(each)).length
/** Sørensen–Dice coefficient: twice the size of the intersection over the sum of the sizes. */
const dice = (a: ReadonlySet<string>, b: ReadonlySet<string>) =>
  a.size + b.size === 0 ? 0 : (2 * shared(a, b)) / (a.size + b.size)
/** Share of the first set that is in the second. */
const contained = (a: ReadonlySet<string>, b: ReadonlySet<string>) => (a.size === 0 ? 0 : shared(a, b) / a.size)

/** Likeness of two short texts, from 0 to 1. */
export const likenessOf = (a: string, b: string): number => dice(pairsOf(a), pairsOf(b))

/** Share of a short text that occurs in a longer one, from 0 to 1. */
export const containedShare = (short: string, long: string): number => contained(pairsOf(short), pairsOf(long))

/**
 * Below this likeness nothing is proposed: clauses of the same field share a quarter of their words, whatever they
 * require.
 */
const MIN_LIKENESS = 0.3

/** The compared parts of a clause; `words` are those of the plan, or the gist if unknown. */
export interface ComparedClause extends Pick<Clause, 'number' | 'lead'> {
  readonly title: string
  readonly words: string
}

/**
 * Proposes which clause continues which: by titles, by how much of one occurs in the other's words, and by leads. Each
 * clause is matched at most once, most similar first. Returned in the order of the new plan.
 */
export function correspondences(earlier: readonly ComparedClause[], now: readonly ComparedClause[]): Correspondence[] {
  const prepared = (clauses: readonly ComparedClause[]) =>
    clauses.map((clause) => ({
      number: clause.number,
      title: pairsOf(clause.title),
      words: pairsOf(clause.title + clause.words),
      lead: new Set(clause.lead),
    }))
  const [before, after] = [prepared(earlier), prepared(now)]
  const pairs = before.flatMap((old) =>
    after.map((one): Correspondence => {
      const likeness =
        0.45 * dice(old.title, one.title) +
        0.2 * contained(old.title, one.words) +
        0.25 * contained(old.words, one.words) +
        0.1 * dice(old.lead, one.lead)
      return { earlier: old.number, now: one.number, likeness }
    }),
  )
  const taken = { earlier: new Set<number>(), now: new Set<number>() }
  const found: Correspondence[] = []
  for (const pair of pairs.sort((a, b) => b.likeness - a.likeness)) {
    if (pair.likeness < MIN_LIKENESS) break
    if (taken.earlier.has(pair.earlier) || taken.now.has(pair.now)) continue
    taken.earlier.add(pair.earlier)
    taken.now.add(pair.now)
    found.push(pair)
  }
  return found.sort((a, b) => a.now - b.now)
}
