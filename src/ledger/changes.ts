import { ANSWERS, type Answer } from './event'
import { type InspectionEvent, reasonOf, shortcomingOf, type Visit, type VisitAnswer } from './visit'

/** Answers by item with the record of each, and the records whose notes count. */
export type RecordContent = Pick<Visit, 'answers' | 'records'>

/** The content of one record. */
export const recordContent = (event: InspectionEvent): RecordContent => ({
  answers: new Map(Object.entries(event.body.answers).map(([item, answer]) => [item, { answer, event }])),
  records: [event],
})

/** The first answer to each item in a visit, and all its notes, even where later records replaced them. */
export function firstContent({ records, corrected }: Visit): RecordContent {
  const all = [...records, ...corrected].sort((a, b) => a.sequence - b.sequence)
  const answers = new Map<string, VisitAnswer>()
  for (const event of all)
    for (const [item, said] of recordContent(event).answers) if (!answers.has(item)) answers.set(item, said)
  return { answers, records: all }
}

/** Parts of an item or of the check that can differ. */
export type ChangedPart = 'answer' | 'found' | 'deadline' | 'told' | 'reason' | 'note'

/** One difference. */
export interface Change {
  /** Item of the checklist; null if the change concerns the whole check. */
  readonly item: string | null
  readonly what: ChangedPart
  /** '' for nothing. Lists are joined as on paper; an answer is given by its name. */
  readonly from: string
  readonly to: string
}

/**
 * What was recorded for an item, '' for nothing. Records of the first version have one deadline and one person for all
 * shortcomings.
 */
export function itemContent(
  { answers }: RecordContent,
  item: string,
): Readonly<Record<Exclude<ChangedPart, 'note'>, string>> {
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

/** Notes that `one` has and `other` lacks, without duplicates. */
const notesOnlyIn = (one: RecordContent, other: RecordContent): string => {
  const there = new Set(other.records.map(({ body }) => body.note))
  return [...new Set(one.records.map(({ body }) => body.note))].filter((note) => !there.has(note)).join('、')
}

const WHATS = ['answer', 'found', 'deadline', 'told', 'reason'] as const

/** Details that an item's changed answer makes irrelevant, so their removal is not listed. */
const isMoot = (what: ChangedPart, answer: Answer | undefined) =>
  ((what === 'found' || what === 'deadline' || what === 'told') && answer !== 'no') ||
  (what === 'reason' && (answer === undefined || answer === 'yes' || answer === 'no'))

/**
 * Differences between two states of a visit, in checklist order: made by a correction, or since somebody last looked at
 * it.
 * @param items ids of the checklist; items it no longer has come last.
 */
export function changesOf(before: RecordContent, after: RecordContent, items: readonly string[]): readonly Change[] {
  const all = new Set([...items, ...before.answers.keys(), ...after.answers.keys()])
  const ofItems = [...all].flatMap((item) => {
    const [old, now] = [itemContent(before, item), itemContent(after, item)]
    return WHATS.flatMap((what): Change[] =>
      old[what] === now[what] || isMoot(what, after.answers.get(item)?.answer)
        ? []
        : [{ item, what, from: old[what], to: now[what] }],
    )
  })
  const [from, to] = [notesOnlyIn(before, after), notesOnlyIn(after, before)]
  return from === to ? ofItems : [...ofItems, { item: null, what: 'note', from, to }]
}

export const isAnswer = (text: string): text is Answer => (ANSWERS as readonly string[]).includes(text)
