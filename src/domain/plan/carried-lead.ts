import type { Clause } from '@/domain/rules/clause'
import type { Rule } from '@/domain/rules/rule'
import { aboutWhat } from './carried-figure'
import { standsIn } from './correspond'
import { plainForm } from './plan-text'

/** Who does what, and in which words: a part of a clause that has a bracket of its own. */
export interface PartWords extends Pick<Clause, 'lead' | 'support' | 'carriedOutBy'> {
  readonly words: string
}

/** Who leads a requirement under the new clause. */
export interface CarriedLead {
  /** Empty where each row names its own, and where nothing says of which part it is. */
  readonly lead: readonly string[]
  /** The place of the part that it is of; null where the clause has one for all, or nothing says which. */
  readonly part: number | null
  /** Who would lead it under each part of the clause; none where all of them have the same lead. */
  readonly parts: readonly (readonly string[])[]
  /** Of those who led it: who is not named any more, and who only takes part or carries out. */
  readonly gone: readonly string[]
  readonly joins: readonly string[]
}

const sameNames = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((name) => b.includes(name))

/** Least share of a requirement's words that stands in its part, and how much less may stand in any other. */
const STANDS = 0.35
const CLEARLY = 0.75

/** The part of which a requirement is: the one that has its words; failing that, the only one in which those who led it have a part. */
function partOf({ title, lead }: Rule, parts: readonly PartWords[]): number | null {
  const said = parts.map(({ words }, i) => ({ i, share: standsIn(aboutWhat(title.zh), plainForm(words)) }))
  const [best, second] = said.sort((a, b) => b.share - a.share)
  if (best && best.share >= STANDS && (second?.share ?? 0) <= CLEARLY * best.share) return best.i
  const theirs = parts.flatMap((part, i) => {
    const named = [...part.lead, ...part.support, ...part.carriedOutBy]
    return lead.some((name) => named.includes(name)) ? [i] : []
  })
  return theirs.length === 1 ? theirs[0]! : null
}

/**
 * Who leads a requirement by those whom some words name. What was led by those who led the clause is led by whoever leads it now;
 * others stay in charge as long as they have a part that is no smaller. A part that nobody leads is of those who carry it out.
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

/** Who leads a requirement under the new clause; of a clause whose parts are led by others, who leads the part that it is of. */
export function carriedLead(
  rule: Rule,
  before: Clause | undefined,
  now: Clause,
  parts: readonly PartWords[],
): CarriedLead {
  // A requirement that names nobody leaves it to each row.
  if (rule.lead.length === 0) return { lead: [], part: null, gone: [], joins: [], parts: [] }
  const differ = parts.some(({ lead }) => !sameNames(lead, parts[0]!.lead))
  if (!differ) return { ...ledBy(rule, before, now), part: null, parts: [] }
  const part = partOf(rule, parts)
  const leads = parts.map((each) => ledBy(rule, before, each).lead)
  if (part === null) return { lead: [], part, gone: [], joins: [], parts: leads }
  return { ...ledBy(rule, before, parts[part]!), part, parts: leads }
}
