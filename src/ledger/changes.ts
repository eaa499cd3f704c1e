import { ANSWERS, type Answer } from './event'
import { type InspectionEvent, reasonOf, shortcomingOf, type Visit, type VisitAnswer } from './visit'

/** What was said at some time: which record answers each item, and the records whose notes count. */
export type Words = Pick<Visit, 'answers' | 'records'>

/** What one record says. */
export const wordsOf = (event: InspectionEvent): Words => ({
  answers: new Map(Object.entries(event.body.answers).map(([item, answer]) => [item, { answer, event }])),
  records: [event],
})

/** What was said first in a visit, item by item, and all its notes, whatever took their place. */
export function firstWords({ records, corrected }: Visit): Words {
  const all = [...records, ...corrected].sort((a, b) => a.sequence - b.sequence)
  const answers = new Map<string, VisitAnswer>()
  for (const event of all)
    for (const [item, said] of wordsOf(event).answers) if (!answers.has(item)) answers.set(item, said)
  return { answers, records: all }
}

/** What may be said otherwise of an item, or of the check. */
export type Said = 'answer' | 'found' | 'deadline' | 'told' | 'reason' | 'note'

/** One thing that is said otherwise. */
export interface Change {
  /** Item of the checklist; null for what is said of the check. */
  readonly item: string | null
  readonly what: Said
  /** '' for nothing. Words of a list are joined as they are on paper; an answer is its name. */
  readonly from: string
  readonly to: string
}

/** What was said of an item, '' for nothing. The first records set one day, and named one person, for all that they found. */
export function saidOf({ answers }: Words, item: string): Readonly<Record<Exclude<Said, 'note'>, string>> {
  const said = answers.get(item)
  if (!said) return { answer: '', found: '', deadline: '', told: '', reason: '' }
  const { answer, event } = said
  const { body } = event
  const words = shortcomingOf(body, item)
  const isFailing = answer === 'no'
  const ofAll = isFailing && !body.shortcomings
  return {
    answer,
    found: isFailing ? (words?.found.join('、') ?? '') : '',
    deadline: ofAll ? body.rectifyBy : isFailing ? (words?.rectifyBy ?? '') : '',
    told: ofAll ? body.told : isFailing ? (words?.told ?? '') : '',
    reason: isFailing || answer === 'yes' ? '' : reasonOf(body, item),
  }
}

/** Notes that one says and the other does not, each once. */
const notesOnlyIn = (one: Words, other: Words): string => {
  const there = new Set(other.records.map(({ body }) => body.note))
  return [...new Set(one.records.map(({ body }) => body.note))].filter((note) => !there.has(note)).join('、')
}

const WHATS = ['answer', 'found', 'deadline', 'told', 'reason'] as const

/** What was written of an item that is answered otherwise by now goes without saying. */
const isMoot = (what: Said, answer: Answer | undefined) =>
  ((what === 'found' || what === 'deadline' || what === 'told') && answer !== 'no') ||
  (what === 'reason' && (answer === undefined || answer === 'yes' || answer === 'no'))

/**
 * What is said otherwise than before, in the order of a list: by a correction, or in a visit since somebody looked at it.
 * @param items ids of the list; what it no longer has comes last.
 */
export function changesOf(before: Words, after: Words, items: readonly string[]): readonly Change[] {
  const all = new Set([...items, ...before.answers.keys(), ...after.answers.keys()])
  const ofItems = [...all].flatMap((item) => {
    const [old, now] = [saidOf(before, item), saidOf(after, item)]
    return WHATS.flatMap((what): Change[] =>
      old[what] === now[what] || isMoot(what, after.answers.get(item)?.answer)
        ? []
        : [{ item, what, from: old[what], to: now[what] }],
    )
  })
  const [from, to] = [notesOnlyIn(before, after), notesOnlyIn(after, before)]
  return from === to ? ofItems : [...ofItems, { item: null, what: 'note', from, to }]
}

/** Whether a text is the name of an answer. */
export const isAnswer = (text: string): text is Answer => (ANSWERS as readonly string[]).includes(text)
