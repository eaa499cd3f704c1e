import { speller } from '@/domain/search/spelling'

/** Longer ids are hard to read. */
const MAX_LENGTH = 24

/**
 * Id of a new rule: the clause's number and the pinyin initials of its title (23-wdcs). Records and links refer to it,
 * so it must differ from all ids that are or ever were in use (`taken`).
 */
export function newRuleId(clause: number, title: string, taken: ReadonlySet<string>): string {
  const slug = speller()(title)
    .initials.replace(/[^a-z0-9]+/g, '')
    .slice(0, MAX_LENGTH)
  const plain = slug === '' ? `${clause}-r` : `${clause}-${slug}`
  let id = plain
  for (let i = 2; taken.has(id); i++) id = `${plain}-${i}`
  return id
}
