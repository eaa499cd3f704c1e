import { dayOfInstant, type IsoDay } from '@/domain/calendar'
import { grouped } from '@/domain/grouped'
import { displayedPhotos } from './displayed-photos'
import { type Answer, type Inspection, isKnownBody, type LedgerEvent } from './event'
import type { PhotoRef, SourceRef } from './references'
import { placed } from './shared-code'
import { distinctVoices, type VoiceRef } from './voice'

export type InspectionEvent = LedgerEvent & { readonly body: Inspection }

export const isInspection = (event: LedgerEvent): event is InspectionEvent =>
  isKnownBody(event.body) && event.body.type === 'inspection'

/** An answer in a visit, and the record that gave it. */
export interface VisitAnswer {
  readonly answer: Answer
  readonly event: InspectionEvent
}

/**
 * What one tablet found at one source on one day, possibly in several records: a later record's answer to an item
 * replaces an earlier one, and a correction replaces the whole record it corrects.
 */
export interface Visit {
  readonly target: SourceRef
  readonly device: string
  /** Day of its first record, by the device's clock, in local time; a correction on another day does not change it. */
  readonly day: IsoDay
  /** The records that count, never empty: in the order written, with corrections in the place of what they correct. */
  readonly records: readonly InspectionEvent[]
  /** Records that were corrected; they stay readable. */
  readonly corrected: readonly InspectionEvent[]
  /**
   * By record id, the record written on site: the record itself, or the start of its chain of corrections, withdrawn or
   * not.
   */
  readonly firsts: ReadonlyMap<string, InspectionEvent>
  /** Current answer by item. */
  readonly answers: ReadonlyMap<string, VisitAnswer>
  /** Items whose answer was changed. */
  readonly changed: ReadonlySet<string>
  /**
   * Photos of all its records, including corrected ones, since a photo cannot be taken again. An annotated photo is
   * replaced by its annotated copy.
   */
  readonly photos: readonly PhotoRef[]
  /** Spoken notes of all its records. */
  readonly voices: readonly VoiceRef[]
}

const settlesNothing = (answer: Answer | undefined) => answer === 'not-seen' || answer === 'not-applicable'

/** Whether an answer leaves the one before it on the same day as it is: it tells nothing, or less. */
const leavesAsIs = (answer: Answer, before: Answer | undefined): boolean =>
  before !== undefined && (answer === 'not-seen' || (settlesNothing(answer) && !settlesNothing(before)))

/**
 * The answers of a visit as the rules count them: what was found still counts if a later record of the day only says that
 * the item could not be checked (无法核查) or does not apply (不适用), as one press says of a whole place. Whoever
 * answered wrongly corrects the record.
 */
export function answersForRules({ records, answers }: Pick<Visit, 'records' | 'answers'>): Visit['answers'] {
  if (![...answers.values()].some(({ answer }) => settlesNothing(answer))) return answers
  const counting = new Map<string, VisitAnswer>()
  for (const event of records)
    for (const [item, answer] of Object.entries(event.body.answers))
      if (!leavesAsIs(answer, counting.get(item)?.answer)) counting.set(item, { answer, event })
  return counting
}

/** A visit for reports: with its last answers, and the failures that the rules count whatever was said of them later. */
export function asCounted(visit: Visit): Visit {
  const failing = [...answersForRules(visit)].filter(([, { answer }]) => answer === 'no')
  return { ...visit, answers: new Map([...visit.answers, ...failing]) }
}

/** The failing items of a visit of which a later record of the day settles nothing, with the answer of the last one. */
export function laterAnswers(visit: Pick<Visit, 'records' | 'answers'>): ReadonlyMap<string, VisitAnswer> {
  const failing = [...answersForRules(visit)].flatMap(([item, { answer }]) => (answer === 'no' ? [item] : []))
  return new Map(
    failing.flatMap((item) => {
      const event = visit.records.findLast(({ body }) => Object.hasOwn(body.answers, item))!
      const answer = event.body.answers[item]!
      return answer === 'no' ? [] : [[item, { answer, event }] as const]
    }),
  )
}

/** Whether anything in a visit was changed later. */
export const isCorrected = ({ corrected, changed }: Visit) => corrected.length > 0 || changed.size > 0

/** Result of a visit. `partial`: some items are unanswered, and none of the others failed. */
export const VISIT_OUTCOMES = ['no', 'partial', 'yes', 'not-applicable', 'not-seen'] as const
export type VisitOutcome = (typeof VISIT_OUTCOMES)[number]

/** Number of items with each answer; `unanswered` counts the checklist's items without one. */
export type AnswerCounts = Readonly<Record<Answer | 'unanswered', number>>

const inSequence = (a: LedgerEvent, b: LedgerEvent) => a.sequence - b.sequence

/**
 * The start of a record's chain of corrections, withdrawn or not; the record itself if it corrects no earlier record of
 * its own device.
 */
export function firstOfCorrections(
  event: InspectionEvent,
  known: ReadonlyMap<string, InspectionEvent>,
): InspectionEvent {
  let first = event
  for (;;) {
    const before = known.get(first.body.corrects ?? '')
    if (!before || before.device !== first.device || before.sequence >= first.sequence) return first
    first = before
  }
}

/**
 * The visits to one source, oldest first. Of a record and its corrections, the last written counts, in the position of
 * the first, so that observations made after the first still override it.
 * @param inspections the counting records of the source, in any order.
 * @param withdrawn withdrawn records: a correction of one still belongs to the day of what it corrects.
 * @param place which of the sources with its code it is.
 */
export function visitsOf(
  inspections: readonly InspectionEvent[],
  withdrawn: readonly InspectionEvent[] = [],
  place = 1,
): readonly Visit[] {
  const known = new Map([...inspections, ...withdrawn].map((event) => [event.id, event]))
  const first = new Map(inspections.map((event) => [event, firstOfCorrections(event, known)]))
  const groups = grouped(inspections, (event) => `${event.device} ${dayOfInstant(first.get(event)!.at)}`)
  return [...groups.values()]
    .map((events) => visitOf(events, new Map(events.map((event) => [event.id, first.get(event)!])), place))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : inTime(firstRecordOf(a), firstRecordOf(b))))
}

/** The visit as it was at a sequence number of its tablet; null if none of it existed then. */
export function visitUpTo({ records, corrected, firsts, target }: Visit, sequence: number): Visit | null {
  const events = [...records, ...corrected].filter((event) => event.sequence <= sequence)
  return events.length === 0 ? null : visitOf(events, firsts, target.nth)
}

/**
 * Splits a visit into what was recorded on site up to a moment, and after it: if a place is to be visited again on the
 * same day, both are one visit, of which only the later part counts. Each part is null if empty.
 */
export function visitAround(
  visit: Visit,
  moment: string,
): { readonly before: Visit | null; readonly since: Visit | null } {
  const at = Date.parse(moment)
  const all = [...visit.records, ...visit.corrected]
  const isSince = ({ id }: InspectionEvent) => Date.parse(visit.firsts.get(id)!.at) > at
  const of = (events: readonly InspectionEvent[]) =>
    events.length === 0 ? null : visitOf(events, visit.firsts, visit.target.nth)
  return { before: of(all.filter((event) => !isSince(event))), since: of(all.filter(isSince)) }
}

/**
 * The first record of a visit, written on site; a correction has its own time and place, which are not the visit's.
 */
export const firstRecordOf = ({ records, firsts }: Pick<Visit, 'records' | 'firsts'>): InspectionEvent =>
  firsts.get(records[0]!.id)!

const inTime = (a: LedgerEvent, b: LedgerEvent) =>
  a.at < b.at ? -1 : a.at > b.at ? 1 : a.device < b.device ? -1 : a.device > b.device ? 1 : inSequence(a, b)

function visitOf(events: readonly InspectionEvent[], firsts: Visit['firsts'], place = 1): Visit {
  const firstIn = (event: InspectionEvent) => firsts.get(event.id)!
  const last = new Map([...events].sort(inSequence).map((event) => [firstIn(event).id, event]))
  const counts = (event: InspectionEvent) => last.get(firstIn(event).id) === event
  const records = events.filter(counts).sort((a, b) => inSequence(firstIn(a), firstIn(b)))
  const corrected = events.filter((event) => !counts(event)).sort(inSequence)
  const answers = new Map<string, VisitAnswer>()
  for (const event of records)
    for (const [item, answer] of Object.entries(event.body.answers)) answers.set(item, { answer, event })
  const all = [...records, ...corrected]
  const said = all.flatMap(({ body }) => Object.entries(body.answers))
  const changed = new Set(said.flatMap(([item, answer]) => (answers.get(item)?.answer === answer ? [] : [item])))
  const photos = new Map(all.flatMap(({ body }) => body.photos.map((photo) => [photo.hash, photo] as const)))
  const { body, device } = records.at(-1)!
  return {
    target: placed(body.target, place),
    device,
    day: dayOfInstant(firstRecordOf({ records, firsts }).at),
    records,
    corrected,
    firsts,
    answers,
    changed,
    photos: displayedPhotos([...photos.values()]),
    voices: distinctVoices(all.flatMap(({ body }) => body.voices ?? [])),
  }
}

/**
 * Counts the items by answer.
 * @param checklist the package's current checklist; used for records that did not store how many items they had.
 * @param hints ids of rules that are only hints: older checklists asked them, and answers to them do not count.
 */
export function answerCounts(
  { records, answers }: Visit,
  checklist: { readonly version: string; readonly items: readonly unknown[] },
  hints: ReadonlySet<string>,
): AnswerCounts {
  const counts = { yes: 0, no: 0, 'not-applicable': 0, 'not-seen': 0 }
  for (const [item, { answer }] of answers) if (!hints.has(item)) counts[answer]++
  const asked = Math.max(
    ...records.map(({ body }) => body.asked ?? (body.checklist === checklist.version ? checklist.items.length : 0)),
  )
  const answered = counts.yes + counts.no + counts['not-applicable'] + counts['not-seen']
  return { ...counts, unanswered: Math.max(0, asked - answered) }
}

/**
 * Whether a visit left items unanswered, whatever was found; the one definition for rounds, coverage and outcomes. An
 * item that could not be checked is answered.
 */
export const isPartial = ({ unanswered }: Pick<AnswerCounts, 'unanswered'>) => unanswered > 0

/** The outcome of a visit's answers. */
export function visitOutcome(counts: AnswerCounts): VisitOutcome {
  if (counts.no > 0) return 'no'
  if (counts.yes + counts['not-applicable'] === 0) return 'not-seen'
  if (isPartial(counts)) return 'partial'
  return counts.yes > 0 ? 'yes' : 'not-applicable'
}

/**
 * A record's details on a failed item; undefined if none. `hasOwn`, since item names come from the record's author and
 * may equal a property of every object.
 */
export const shortcomingOf = ({ shortcomings }: Pick<Inspection, 'shortcomings'>, item: string) =>
  shortcomings && Object.hasOwn(shortcomings, item) ? shortcomings[item] : undefined

/** Why an item does not apply or could not be checked; '' if the record gives no reason. */
export const reasonOf = ({ reasons }: Pick<Inspection, 'reasons'>, item: string) =>
  reasons && Object.hasOwn(reasons, item) ? reasons[item]! : ''

/**
 * Deadline by failed item, from the record that gave the answer; only items with a deadline. Records of the first
 * version have one deadline for all shortcomings.
 */
export function deadlinesOf({ answers }: Pick<Visit, 'answers'>): Readonly<Record<string, string>> {
  const days = [...answers].flatMap(([item, { answer, event }]) => {
    if (answer !== 'no') return []
    const day = event.body.shortcomings ? shortcomingOf(event.body, item)?.rectifyBy : event.body.rectifyBy
    return day ? [[item, day] as const] : []
  })
  return Object.fromEntries(days)
}

/** The deadlines in a record, distinct, earliest first. */
export function deadlinesIn({ answers, shortcomings, rectifyBy }: Inspection): readonly string[] {
  const failing = Object.keys(answers).filter((item) => answers[item] === 'no')
  return inOrder(shortcomings ? failing.map((item) => shortcomingOf({ shortcomings }, item)?.rectifyBy) : [rectifyBy])
}

const inOrder = (days: readonly (string | undefined)[]): readonly string[] =>
  [...new Set(days)].filter((day) => day !== undefined && day !== '').sort() as string[]

/**
 * Texts of a visit: distinct notes of all its records, distinct deadlines, earliest first, the last person told, and
 * the authors on site, whoever corrected the records later.
 */
export function visitWords(visit: Visit) {
  const { records, firsts } = visit
  // Records of the first version have one deadline for the whole record, even if no item failed.
  const ofAll = records.flatMap(({ body: { shortcomings, answers, rectifyBy } }) =>
    shortcomings || Object.values(answers).includes('no') ? [] : [rectifyBy],
  )
  return {
    note: [...new Set(records.map(({ body }) => body.note).filter(Boolean))].join('\n'),
    deadlines: inOrder([...Object.values(deadlinesOf(visit)), ...ofAll]),
    told: records.map(({ body }) => body.told).findLast(Boolean) ?? '',
    authors: [...new Set(records.map(({ id }) => firsts.get(id)!.author).filter(Boolean))],
  }
}
