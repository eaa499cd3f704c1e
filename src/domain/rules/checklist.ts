import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Bilingual } from '@/domain/bilingual'
import type { IsoDay } from '@/domain/calendar'
import type { KindId } from '@/domain/sources/kinds/kind'
import { isAdvisory, type Rule } from './rule'
import { notOver } from './rule-change'

/**
 * One requirement to look at: a field of the source that should be yes, or a rule that should hold. An answer says whether the
 * requirement is met (符合, kept as `yes`) or not (不符合, `no`), never whether what it forbids was seen: `yes` to
 * 不得露天装卸 is that nothing is loaded in the open. It was kept so from the first version, whose buttons read 是 and 否.
 */
export interface ChecklistItem {
  readonly id: string
  readonly clause: number
  /** Name of the field, whose label says what to look at; null where the rule's title does. */
  readonly field: string | null
  readonly title: Bilingual
}

/** What is looked at on a source of a kind. */
export interface Checklist {
  /** Changes whenever an item does; a record says which it answers. */
  readonly version: string
  readonly items: readonly ChecklistItem[]
}

const VERSION_LETTERS = 8

const made = new WeakMap<readonly Rule[], Map<string, Checklist>>()

/**
 * What of rules is asked on a day: nothing that is over, and nothing that is to take another's place, which is asked until then. All
 * else is, also what begins later: by a tablet's clock that was set back nothing would apply, and nothing could be checked.
 */
function askedOn(rules: readonly Rule[], day: IsoDay): readonly Rule[] {
  const left = notOver(rules, day)
  const ids = new Set(left.map(({ id }) => id))
  return left.filter(({ from, follows }) => from <= day || follows === undefined || !ids.has(follows))
}

/**
 * The checklist of a kind, from the package's rules: what they try is what a person looks at. Made once for the same rules. On a
 * day only what is asked then is looked at; without one all that a record may answer is on it.
 */
export function checklistOf(rules: readonly Rule[], kind: KindId, day?: IsoDay): Checklist {
  const own = made.get(rules) ?? new Map<string, Checklist>()
  made.set(rules, own)
  const key = `${kind} ${day ?? ''}`
  const checklist = own.get(key) ?? makeChecklist(day === undefined ? rules : askedOn(rules, day), kind)
  own.set(key, checklist)
  return checklist
}

function makeChecklist(rules: readonly Rule[], kind: KindId): Checklist {
  const items = rules
    .filter((rule) => rule.kind === kind && !isAdvisory(rule))
    .flatMap(({ id, clause, title, check }): ChecklistItem[] =>
      check.type === 'all-yes'
        ? check.fields.map((field) => ({ id: field, clause, field, title }))
        : [{ id, clause, field: null, title }],
    )
  // Two rules may ask for the same field.
  const unique = [...new Map(items.map((item) => [item.id, item])).values()]
  const version = bytesToHex(sha256(utf8ToBytes(JSON.stringify(unique)))).slice(0, VERSION_LETTERS)
  return { version, items: unique }
}
