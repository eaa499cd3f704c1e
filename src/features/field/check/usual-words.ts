import { inLanguage } from '@/domain/bilingual'
import type { Kind } from '@/domain/sources/kinds/kind'
import { type Answer, isKnown, type LedgerEvent } from '@/ledger/event'
import { isOther, type NamedSource } from '@/ledger/shared-code'
import { shortcomingOf } from '@/ledger/visit'

const MAX_WORDS = 6
const MAX_CONTACTS = 4
const MAX_OWN = 2

/** Distinct words, most frequent first. */
function byUse(words: readonly string[]): string[] {
  const uses = new Map<string, number>()
  for (const word of words) if (word !== '') uses.set(word, (uses.get(word) ?? 0) + 1)
  return [...uses].sort(([, a], [, b]) => b - a).map(([word]) => word)
}

/** Usual findings where an item of a kind is not met: those of the package, then those written on this tablet. */
export function usualShortcomings(kind: Kind | undefined, item: string, events: Iterable<LedgerEvent>): string[] {
  const said = [...events]
    .filter(isKnown)
    .flatMap(({ body }) =>
      body.type === 'inspection' && body.target.kind === kind?.id ? (shortcomingOf(body, item)?.found ?? []) : [],
    )
  // Papers are in Chinese, so these words are Chinese in any screen language.
  const declared = (kind?.shortcomings?.[item] ?? []).map((each) => inLanguage(each, 'zh-CN'))
  return [...new Set([...declared, ...byUse(said)])].slice(0, MAX_WORDS)
}

/** The teams' own reasons for an answer on this tablet, besides the usual ones. */
export function ownReasons(answer: Answer, usual: readonly string[], events: Iterable<LedgerEvent>): string[] {
  const said = [...events]
    .filter(isKnown)
    .flatMap(({ body }) =>
      body.type === 'inspection'
        ? Object.entries(body.reasons ?? {}).flatMap(([item, reason]) => (body.answers[item] === answer ? reason : []))
        : [],
    )
  return byUse(said)
    .filter((reason) => !usual.includes(reason))
    .slice(0, MAX_OWN)
}

/** Persons to tell at a source: the contact in its row, then those told there before. */
export function usualContacts(contact: string, events: Iterable<LedgerEvent>, source: NamedSource): string[] {
  const said = [...events].filter(isKnown).flatMap(({ body }) => {
    if (body.type !== 'inspection' || isOther(body.target, source)) return []
    const own = Object.values(body.shortcomings ?? {}).map(({ told }) => told)
    return own.length > 0 ? own : [body.told]
  })
  return [...new Set([contact, ...byUse(said)])].filter(Boolean).slice(0, MAX_CONTACTS)
}
