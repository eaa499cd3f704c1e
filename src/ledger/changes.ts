import { ANSWERS, type Answer } from './event'
import { type InspectionEvent, reasonOf, shortcomingOf } from './visit'

/** What a correction may say otherwise of an item, or of the check. */
export type Said = 'answer' | 'found' | 'deadline' | 'told' | 'reason' | 'note'

/** One thing that a correction says otherwise. */
export interface Change {
  /** Item of the checklist; null for what is said of the check. */
  readonly item: string | null
  readonly what: Said
  /** '' for nothing. Words of a list are joined as they are on paper; an answer is its name. */
  readonly from: string
  readonly to: string
}

type Body = InspectionEvent['body']

const answerOf = ({ answers }: Body, item: string): Answer | undefined =>
  Object.hasOwn(answers, item) ? answers[item] : undefined

/** What a record says of an item, '' for nothing. The first records set one day, and named one person, for all that they found. */
export function saidOf(body: Body, item: string): Readonly<Record<Exclude<Said, 'note'>, string>> {
  const answer = answerOf(body, item)
  const said = shortcomingOf(body, item)
  const isFailing = answer === 'no'
  const ofAll = isFailing && !body.shortcomings
  return {
    answer: answer ?? '',
    found: isFailing ? (said?.found.join('、') ?? '') : '',
    deadline: ofAll ? body.rectifyBy : isFailing ? (said?.rectifyBy ?? '') : '',
    told: ofAll ? body.told : isFailing ? (said?.told ?? '') : '',
    reason: isFailing || answer === 'yes' ? '' : reasonOf(body, item),
  }
}

const WHATS = ['answer', 'found', 'deadline', 'told', 'reason'] as const

/** What was written of an item that is answered otherwise by now goes without saying. */
const isMoot = (what: Said, answer: Answer | undefined) =>
  ((what === 'found' || what === 'deadline' || what === 'told') && answer !== 'no') ||
  (what === 'reason' && (answer === undefined || answer === 'yes' || answer === 'no'))

/**
 * What a record says otherwise than the one that it was written instead of, in the order of a list.
 * @param items ids of the list; what it no longer has comes last.
 */
export function changesOf(
  { body: before }: InspectionEvent,
  { body: after }: InspectionEvent,
  items: readonly string[],
): readonly Change[] {
  const all = new Set([...items, ...Object.keys(before.answers), ...Object.keys(after.answers)])
  const ofItems = [...all].flatMap((item) => {
    const [old, now] = [saidOf(before, item), saidOf(after, item)]
    return WHATS.flatMap((what): Change[] =>
      old[what] === now[what] || isMoot(what, answerOf(after, item))
        ? []
        : [{ item, what, from: old[what], to: now[what] }],
    )
  })
  return before.note === after.note
    ? ofItems
    : [...ofItems, { item: null, what: 'note', from: before.note, to: after.note }]
}

/** Whether a text is the name of an answer. */
export const isAnswer = (text: string): text is Answer => (ANSWERS as readonly string[]).includes(text)
