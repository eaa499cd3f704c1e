import type { Clause } from '@/domain/rules/clause'
import type { Rule } from '@/domain/rules/rule'
import { subjectOfFigure } from './carried-figure'
import { containedShare } from './correspond'
import { plainForm } from './plan-text'

/** Roles and words of a part of a clause with its own bracket. */
export interface PartWords extends Pick<Clause, 'lead' | 'support' | 'carriedOutBy'> {
  readonly words: string
}

/** Lead of a requirement under the new clause. */
export interface CarriedLead {
  /** Empty if each row names its own, or if the part is unknown. */
  readonly lead: readonly string[]
  /** Index of its part; null if one lead applies to the whole clause, or if the part is unknown. */
  readonly part: number | null
  /** Its lead under each part of the clause; empty if all parts have the same lead. */
  readonly parts: readonly (readonly string[])[]
  /** Former leads that are no longer named, and those that now only take part or carry out. */
  readonly gone: readonly string[]
  readonly joins: readonly string[]
}

const sameNames = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((name) => b.includes(name))

/**
 * Minimum share of a requirement's words that must occur in its part, and the maximum for any other part relative to
 * that.
 */
const STANDS = 0.35
const CLEARLY = 0.75

/**
 * The part to which a requirement belongs: the one with its words; otherwise the only one that names its leads; null if
 * unclear.
 */
function partOf({ title, lead }: Rule, parts: readonly PartWords[]): number | null {
  const said = parts.map(({ words }, i) => ({ i, share: containedShare(subjectOfFigure(title.zh), plainForm(words)) }))
  const [best, second] = said.sort((a, b) => b.share - a.share)
  if (best && best.share >= STANDS && (second?.share ?? 0) <= CLEARLY * best.share) return best.i
  const theirs = parts.flatMap((part, i) => {
    const named = [...part.lead, ...part.support, ...part.carriedOutBy]
    return lead.some((name) => named.includes(name)) ? [i] : []
  })
  return theirs.length === 1 ? theirs[0]! : null
}

/**
 * Lead of a requirement, from the bodies that its clause or part names now. If its leads were the clause's leads, it
 * follows the clause. Other leads stay as long as their role is no smaller than before. A part without a lead is led by
 * those who carry it out.
 */
function ledBy(
  { lead }: Rule,
  before: Clause | undefined,
  now: Omit<PartWords, 'words'>,
): Pick<CarriedLead, 'lead' | 'gone' | 'joins'> {
  const named = [...now.lead, ...now.support, ...now.carriedOutBy]
  const stays = (name: string) => now.lead.includes(name) || (!before?.lead.includes(name) && named.includes(name))
  const gone = lead.filter((name) => !named.includes(name))
  const joins = lead.filter((name) => named.includes(name) && !stays(name))
  const others = now.lead.length > 0 ? now.lead : now.carriedOutBy
  if (gone.length + joins.length > 0) return { lead: others, gone, joins }
  return { lead: before && sameNames(lead, before.lead) ? others : lead, gone, joins }
}

/** Lead of a requirement under the new clause; if parts of the clause have different leads, the lead of its part. */
export function carriedLead(
  rule: Rule,
  before: Clause | undefined,
  now: Clause,
  parts: readonly PartWords[],
): CarriedLead {
  // A requirement without a lead leaves it to each row.
  if (rule.lead.length === 0) return { lead: [], part: null, gone: [], joins: [], parts: [] }
  const differ = parts.some(({ lead }) => !sameNames(lead, parts[0]!.lead))
  if (!differ) return { ...ledBy(rule, before, now), part: null, parts: [] }
  const part = partOf(rule, parts)
  const leads = parts.map((each) => ledBy(rule, before, each).lead)
  if (part === null) return { lead: [], part, gone: [], joins: [], parts: leads }
  return { ...ledBy(rule, before, parts[part]!), part, parts: leads }
}
