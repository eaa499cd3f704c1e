import { dayOfInstant, type IsoDay } from '@/domain/calendar'
import { grouped } from '@/domain/grouped'
import { type Answer, type Inspection, isKnownBody, type LedgerEvent } from './event'
import { seenPhotos } from './marked'
import type { PhotoRef, SourceRef } from './references'
import { distinctVoices, type VoiceRef } from './voice'

export type InspectionEvent = LedgerEvent & { readonly body: Inspection }

export const isInspection = (event: LedgerEvent): event is InspectionEvent =>
  isKnownBody(event.body) && event.body.type === 'inspection'

/** What one answer of a visit is, and the record that gave it. */
export interface VisitAnswer {
  readonly answer: Answer
  readonly event: InspectionEvent
}

/**
 * What one tablet found out about one source on one day. It may be written in several records: what a later one says of an
 * item takes the place of what an earlier one said, and a record that corrects another takes the place of all it said.
 */
export interface Visit {
  readonly target: SourceRef
  readonly device: string
  /** Day of its first record, by the device's clock, in local time; a correction of another day does not move it. */
  readonly day: IsoDay
  /** The records whose words count, never empty: in the order in which they were written, corrections in the place of what they correct. */
  readonly records: readonly InspectionEvent[]
  /** Records that another of the visit corrects; they stay readable. */
  readonly corrected: readonly InspectionEvent[]
  /** Of each of them by its id the one that was written on the spot: itself, or what its chain of corrections began with, withdrawn or not. */
  readonly firsts: ReadonlyMap<string, InspectionEvent>
  /** By item: what stands. */
  readonly answers: ReadonlyMap<string, VisitAnswer>
  /** Items that were answered otherwise before. */
  readonly changed: ReadonlySet<string>
  /** Of all its records, corrected ones too: a photo can't be taken again. One that was drawn on is shown by the copy. */
  readonly photos: readonly PhotoRef[]
  /** Of all its records, as its photos are. */
  readonly voices: readonly VoiceRef[]
}

/** Whether something that was said of a visit was later said otherwise. */
export const isCorrected = ({ corrected, changed }: Visit) => corrected.length > 0 || changed.size > 0

/** What a visit came to. Partial: something was not answered, and nothing that was seen is wrong. */
export const OUTCOMES = ['no', 'partial', 'yes', 'not-applicable', 'not-seen'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** How many items of a visit have each answer; `unanswered` those of its checklist that have none. */
export type AnswerCounts = Readonly<Record<Answer | 'unanswered', number>>

const inSequence = (a: LedgerEvent, b: LedgerEvent) => a.sequence - b.sequence

/** The record that a chain of corrections began with, withdrawn or not: an earlier one of its own device, or the record itself. */
export function firstOf(event: InspectionEvent, known: ReadonlyMap<string, InspectionEvent>): InspectionEvent {
  let first = event
  for (;;) {
    const before = known.get(first.body.corrects ?? '')
    if (!before || before.device !== first.device || before.sequence >= first.sequence) return first
    first = before
  }
}

/**
 * The visits to one source, oldest first. Of a record and its corrections the one that was written last counts, in the place
 * of the first: what was seen after that counts more.
 * @param inspections the records of the source that count, in any order.
 * @param withdrawn those that were withdrawn: a correction of one of them still belongs to the day of what it corrects.
 */
export function visitsOf(
  inspections: readonly InspectionEvent[],
  withdrawn: readonly InspectionEvent[] = [],
): readonly Visit[] {
  const known = new Map([...inspections, ...withdrawn].map((event) => [event.id, event]))
  const first = new Map(inspections.map((event) => [event, firstOf(event, known)]))
  const groups = grouped(inspections, (event) => `${event.device} ${dayOfInstant(first.get(event)!.at)}`)
  return [...groups.values()]
    .map((events) => visitOf(events, new Map(events.map((event) => [event.id, first.get(event)!]))))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : inTime(beganWith(a), beganWith(b))))
}

/** A visit as it stood when its tablet had written up to a number; null where nothing of it was written then. */
export function visitUpTo({ records, corrected, firsts }: Visit, sequence: number): Visit | null {
  const events = [...records, ...corrected].filter((event) => event.sequence <= sequence)
  return events.length === 0 ? null : visitOf(events, firsts)
}

/**
 * What of a visit was recorded on the spot up to a moment, and after it: a place that is to be gone to once more on the same day is
 * one visit of that day, of which only what was seen since counts. Null where nothing was.
 */
export function visitAround(
  visit: Visit,
  moment: string,
): { readonly before: Visit | null; readonly since: Visit | null } {
  const at = Date.parse(moment)
  const all = [...visit.records, ...visit.corrected]
  const isSince = ({ id }: InspectionEvent) => Date.parse(visit.firsts.get(id)!.at) > at
  const of = (events: readonly InspectionEvent[]) => (events.length === 0 ? null : visitOf(events, visit.firsts))
  return { before: of(all.filter((event) => !isSince(event))), since: of(all.filter(isSince)) }
}

/** The record that a visit began with, on the spot; a correction has its own time and place, which are not the visit's. */
export const beganWith = ({ records, firsts }: Pick<Visit, 'records' | 'firsts'>): InspectionEvent =>
  firsts.get(records[0]!.id)!

const inTime = (a: LedgerEvent, b: LedgerEvent) =>
  a.at < b.at ? -1 : a.at > b.at ? 1 : a.device < b.device ? -1 : a.device > b.device ? 1 : inSequence(a, b)

function visitOf(events: readonly InspectionEvent[], firsts: Visit['firsts']): Visit {
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
    target: body.target,
    device,
    day: dayOfInstant(beganWith({ records, firsts }).at),
    records,
    corrected,
    firsts,
    answers,
    changed,
    photos: seenPhotos([...photos.values()]),
    voices: distinctVoices(all.flatMap(({ body }) => body.voices ?? [])),
  }
}

/**
 * How many items have each answer.
 * @param items of the checklist as the package has it now, with its version; for records that did not say how many they were asked.
 * @param hints ids of rules that are hints only: older checklists asked for them, and answers to them count for nothing.
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
 * Whether a visit left items without an answer, whatever was found: the one word of rounds, of coverage and of outcomes. An item
 * that could not be checked is answered.
 */
export const isPartial = ({ unanswered }: Pick<AnswerCounts, 'unanswered'>) => unanswered > 0

/** What the answers come to. */
export function outcomeOf(counts: AnswerCounts): Outcome {
  if (counts.no > 0) return 'no'
  if (counts.yes + counts['not-applicable'] === 0) return 'not-seen'
  if (isPartial(counts)) return 'partial'
  return counts.yes > 0 ? 'yes' : 'not-applicable'
}

/**
 * What a record says of an item that is not met; undefined where it says nothing. Whoever wrote the record named its items: one may
 * be called as something that every object has.
 */
export const shortcomingOf = ({ shortcomings }: Pick<Inspection, 'shortcomings'>, item: string) =>
  shortcomings && Object.hasOwn(shortcomings, item) ? shortcomings[item] : undefined

/** Why an item does not apply or could not be checked, as a record says; '' where it says nothing. */
export const reasonOf = ({ reasons }: Pick<Inspection, 'reasons'>, item: string) =>
  reasons && Object.hasOwn(reasons, item) ? reasons[item]! : ''

/**
 * By item that is not met: the day by which it is to be put right, as the record that says so has it; only items that have one.
 * The first records set one day for all that they found.
 */
export function deadlinesOf({ answers }: Pick<Visit, 'answers'>): Readonly<Record<string, string>> {
  const days = [...answers].flatMap(([item, { answer, event }]) => {
    if (answer !== 'no') return []
    const day = event.body.shortcomings ? shortcomingOf(event.body, item)?.rectifyBy : event.body.rectifyBy
    return day ? [[item, day] as const] : []
  })
  return Object.fromEntries(days)
}

/** The days by which a record wants something put right, each once, the earliest first. */
export function deadlinesIn({ answers, shortcomings, rectifyBy }: Inspection): readonly string[] {
  const failing = Object.keys(answers).filter((item) => answers[item] === 'no')
  return inOrder(shortcomings ? failing.map((item) => shortcomingOf({ shortcomings }, item)?.rectifyBy) : [rectifyBy])
}

const inOrder = (days: readonly (string | undefined)[]): readonly string[] =>
  [...new Set(days)].filter((day) => day !== undefined && day !== '').sort() as string[]

/**
 * The words of a visit: notes of all its records once each, the days by which something is to be put right, each once and the earliest
 * first, the last who was told, and who was on the spot, whoever corrected that later.
 */
export function visitWords(visit: Visit) {
  const { records, firsts } = visit
  // The first records set their day beside the items: one that finds none wrong may have a day all the same.
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
