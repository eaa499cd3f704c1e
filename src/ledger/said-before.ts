import { changesOf } from './changes'
import type { Visit, VisitAnswer } from './visit'

/**
 * By item: what was said of it first in a visit, where something else stands now, or nothing does. A correction, or a later
 * record of the day, took its place; whoever reviews the visit sees both.
 */
export function saidBefore({ records, corrected, answers }: Visit): ReadonlyMap<string, VisitAnswer> {
  const first = new Map<string, VisitAnswer>()
  for (const event of [...records, ...corrected].sort((a, b) => a.sequence - b.sequence))
    for (const [item, answer] of Object.entries(event.body.answers))
      if (!first.has(item)) first.set(item, { answer, event })
  return new Map([...first].filter(([item, before]) => !isSame(item, before, answers.get(item))))
}

const isSame = (item: string, before: VisitAnswer, now: VisitAnswer | undefined) =>
  now !== undefined && !changesOf(before.event, now.event, [item]).some((change) => change.item === item)

/** Notes of records that were corrected and that no record says any more. */
export function notesBefore({ records, corrected }: Visit): readonly string[] {
  const now = new Set(records.map(({ body }) => body.note))
  return [...new Set(corrected.map(({ body }) => body.note))].filter((note) => note !== '' && !now.has(note))
}
