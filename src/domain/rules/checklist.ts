import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Bilingual } from '@/domain/bilingual'
import type { IsoDay } from '@/domain/calendar'
import type { KindId } from '@/domain/sources/kinds/kind'
import { isAdvisory, type Rule } from './rule'
import { rulesNotOver } from './rule-change'

/**
 * One requirement for a team to look at: a flag field that should be yes, or a rule that should hold. An answer says
 * whether the requirement is met (符合, stored as `yes`) or not (不符合, `no`), never whether a forbidden thing was seen:
 * `yes` to 不得露天装卸 means that nothing is loaded in the open. Stored like this since the first version, whose buttons
 * read 是 and 否.
 */
export interface ChecklistItem {
  readonly id: string
  readonly clause: number
  /** Name of the field whose label says what to look at; null if the rule's title does. */
  readonly field: string | null
  readonly title: Bilingual
}

/** The items that a team checks on a source of a kind. */
export interface Checklist {
  /** Changes whenever an item changes; each record stores the version that it answers. */
  readonly version: string
  readonly items: readonly ChecklistItem[]
}

const VERSION_LETTERS = 8

const made = new WeakMap<readonly Rule[], Map<string, Checklist>>()

/**
 * The rules that teams are asked on a day: without those that are over, and without those that will replace a rule
 * which is still asked. Other rules that begin later are included: otherwise, on a tablet whose clock was set back, no
 * rule would apply and nothing could be checked.
 */
function askedOn(rules: readonly Rule[], day: IsoDay): readonly Rule[] {
  const left = rulesNotOver(rules, day)
  const ids = new Set(left.map(({ id }) => id))
  return left.filter(({ from, follows }) => from <= day || follows === undefined || !ids.has(follows))
}

/**
 * The checklist of a kind: its items are what the package's rules check. Cached per array of rules. With a day, only
 * what is asked on that day; without one, everything that a record may answer.
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
