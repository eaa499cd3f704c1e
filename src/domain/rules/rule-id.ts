import { speller } from '@/domain/search/spelling'

/** An id of more letters is no longer read. */
const MOST_LETTERS = 24

/**
 * The id of a new rule: the clause's number and the initials of its title (23-wdcs). Records and links name it from then on, so
 * it is none that a rule has or ever had.
 */
export function newRuleId(clause: number, title: string, taken: ReadonlySet<string>): string {
  const slug = speller()(title)
    .initials.replace(/[^a-z0-9]+/g, '')
    .slice(0, MOST_LETTERS)
  const plain = slug === '' ? `${clause}-r` : `${clause}-${slug}`
  let id = plain
  for (let i = 2; taken.has(id); i++) id = `${plain}-${i}`
  return id
}
