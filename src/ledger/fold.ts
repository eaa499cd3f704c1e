import { grouped } from '@/domain/grouped'
import { isOfSource, type SourceBody } from './body'
import { type FoundEvent, pastFinds } from './discovery'
import {
  type Answer,
  type Decision,
  isKnown,
  type KnownEvent,
  type LedgerEvent,
  type Signature,
  type Withdrawal,
} from './event'
import { atOnce, type Steps } from './in-slices'
import type { SourceRef } from './references'
import { ANY, type NamedSource, placed, placeOfTarget, type SharedCodes, targetKey } from './shared-code'
import { firstOfCorrections, type InspectionEvent, isInspection, type Visit, visitsOf } from './visit'

/** An answer that no other event has replaced. */
export interface StandingAnswer {
  readonly event: RecordEvent
  readonly answer: Answer
}

/** An item of a source's checklist: the standing answers, more than one if devices disagree. */
export interface ItemState {
  readonly standing: readonly StandingAnswer[]
  /** Two different answers stand side by side until a person decides. */
  readonly conflict: boolean
}

/** An event about a source. */
export type RecordEvent = LedgerEvent & { readonly body: SourceBody }
export type DecisionEvent = LedgerEvent & { readonly body: Decision }
export type SignatureEvent = LedgerEvent & { readonly body: Signature }
export type WithdrawalEvent = LedgerEvent & { readonly body: Withdrawal }

/** A withdrawn record, with the withdrawal by its own device. */
export interface WithdrawnRecord {
  readonly event: RecordEvent
  readonly by: WithdrawalEvent
}

/**
 * Everything the ledger holds on one source, or on those with one code of which its records do not tell which they are
 * about (`target.nth` is ANY then).
 */
export interface TargetState {
  readonly target: SourceRef
  /** The finder's current record; null for a source of the package. */
  readonly found: FoundEvent | null
  /** Earlier records of the finding that the finder corrected, oldest first; they stay readable. */
  readonly pastFinds: readonly FoundEvent[]
  /** Visits formed from the records that count, oldest first. */
  readonly visits: readonly Visit[]
  readonly items: ReadonlyMap<string, ItemState>
  /** Decisions by persons, oldest first, including those replaced by a later answer. */
  readonly decisions: readonly DecisionEvent[]
  /** Signature by record id, for the record exactly as it is. */
  readonly signatures: ReadonlyMap<string, SignatureEvent>
  /** Withdrawn records, oldest first; they stay readable. */
  readonly withdrawn: readonly WithdrawnRecord[]
}

export type LedgerState = ReadonlyMap<string, TargetState>

/** State of the records of which nobody knows which of the sources with this code they are about; usually none. */
export const unplacedRecords = (state: LedgerState, { kind, code }: NamedSource): TargetState | undefined =>
  state.get(targetKey({ kind, code, nth: ANY }))

/** The same order on every machine: by time, then by device and sequence where times are equal. */
export const compareEvents = (a: LedgerEvent, b: LedgerEvent) =>
  a.at < b.at ? -1 : a.at > b.at ? 1 : a.device < b.device ? -1 : a.device > b.device ? 1 : a.sequence - b.sequence

/**
 * State of all sources after a set of events, independent of order and duplicates. An answer stands unless a counting
 * event supersedes it. A withdrawal counts only for an event of its own device, so that nobody can withdraw another
 * team's record; a withdrawal cannot itself be withdrawn. Events of unknown types change nothing.
 *
 * `before`: an earlier state, of which every source with the same events is taken over: all events are still gone
 * through, but only the states of sources whose events changed are made anew. The result is the same without it, also
 * if other codes were shared then.
 */
export const foldLedger = (events: Iterable<LedgerEvent>, before?: LedgerState, shared?: SharedCodes): LedgerState =>
  atOnce(foldSteps(events, before, shared))

/** The same in steps, for the page, which would stand still while years of records are folded. */
export function* foldSteps(
  events: Iterable<LedgerEvent>,
  before: LedgerState = new Map(),
  shared: SharedCodes = {},
): Steps<LedgerState> {
  const byId = new Map<string, KnownEvent>()
  for (const event of events) if (isKnown(event)) byId.set(event.id, event)
  const all = [...byId.values()].sort(compareEvents)
  yield
  const withdrawnBy = withdrawalsIn(all)
  const placeOf = placesIn(all, withdrawnBy, shared)
  yield
  const byTarget = new Map<string, RecordEvent[]>()
  for (const event of all) {
    if (!isRecord(event)) continue
    pushTo(byTarget, targetKey(placed(event.body.target, placeOf(event))), event)
    yield
  }
  const past = pastFinds(all, (event) => withdrawnBy(event) !== undefined)
  const state = new Map<string, TargetState>()
  for (const [key, own] of byTarget) {
    state.set(key, stateOf(own, placeOf(own[0]!), withdrawnBy, past, before.get(key)))
    yield
  }
  return state
}

/**
 * Finds which of the sources with its code an event is about. A record and its corrections are about the same one, the
 * last that is known, so a correction can tell it for a record that did not. A signature belongs to its record.
 */
function placesIn(
  all: readonly LedgerEvent[],
  withdrawnBy: WithdrawnBy,
  shared: SharedCodes,
): (event: RecordEvent) => number {
  const records = new Map<string, InspectionEvent>()
  for (const event of all) if (isInspection(event)) records.set(event.id, event)
  // By record, the first of its chain of corrections. Most records are in none: they tell their own place.
  const firsts = new Map<string, string>()
  for (const event of records.values()) {
    if (event.body.corrects === undefined) continue
    const first = firstOfCorrections(event, records)
    if (first !== event) firsts.set(event.id, first.id).set(first.id, first.id)
  }
  const told = new Map<string, InspectionEvent>()
  for (const [id, first] of firsts) {
    const event = records.get(id)!
    if (withdrawnBy(event) || placeOfTarget(event.body.target, shared) === ANY) continue
    if ((told.get(first)?.sequence ?? 0) < event.sequence) told.set(first, event)
  }
  return (event) => {
    const record = isSignature(event) ? records.get(event.body.event) : isInspection(event) ? event : undefined
    const first = record && firsts.get(record.id)
    const from = first === undefined ? undefined : told.get(first)
    return placeOfTarget((from ?? record ?? event).body.target, shared)
  }
}

/** What a state was made of: a source's events, each with its withdrawal, and which of them are past finds. */
interface Origin {
  readonly own: readonly RecordEvent[]
  readonly place: number
  readonly withdrawals: readonly (WithdrawalEvent | undefined)[]
  readonly isPast: readonly boolean[]
}

const origins = new WeakMap<TargetState, Origin>()

function stateOf(
  own: readonly RecordEvent[],
  place: number,
  withdrawnBy: WithdrawnBy,
  past: ReadonlySet<string>,
  before: TargetState | undefined,
): TargetState {
  const known = before && origins.get(before)
  const isSame =
    known?.own.length === own.length &&
    known.place === place &&
    own.every(
      (event, at) =>
        event === known.own[at] &&
        withdrawnBy(event) === known.withdrawals[at] &&
        past.has(event.id) === known.isPast[at],
    )
  if (before && isSame) return before
  const made = targetState(own, place, withdrawnBy, past)
  origins.set(made, { own, place, withdrawals: own.map(withdrawnBy), isPast: own.map(({ id }) => past.has(id)) })
  return made
}

/** The withdrawal of an event; undefined if there is none. */
type WithdrawnBy = (event: LedgerEvent) => WithdrawalEvent | undefined

/**
 * Finds the withdrawal of an event; only the event's own device can withdraw it. If there are several, the first
 * counts, independent of the order of arrival.
 */
export function withdrawalsIn(events: readonly LedgerEvent[]): WithdrawnBy {
  const by = new Map<string, WithdrawalEvent[]>()
  for (const each of events.filter(isWithdrawal).sort(compareEvents)) pushTo(by, each.body.event, each)
  return ({ device, id }) => by.get(id)?.find((each) => each.device === device)
}

const isWithdrawal = (event: LedgerEvent): event is WithdrawalEvent =>
  isKnown(event) && event.body.type === 'withdrawal'

const isRecord = (event: LedgerEvent): event is RecordEvent => isOfSource(event.body)

const isDiscovery = (event: RecordEvent): event is RecordEvent & FoundEvent => event.body.type === 'discovery'

const isDecision = (event: RecordEvent): event is RecordEvent & DecisionEvent => event.body.type === 'decision'

const isSignature = (event: RecordEvent): event is RecordEvent & SignatureEvent => event.body.type === 'signature'

/** The last one wins: real signatures sort after entries that nobody signed; among equals, by sequence. */
const bySaying = (a: SignatureEvent, b: SignatureEvent) =>
  Number(!a.body.unsigned) - Number(!b.body.unsigned) || a.sequence - b.sequence

const supersededBy = (body: SourceBody): readonly string[] =>
  body.type === 'inspection' || body.type === 'decision' ? body.supersedes : []

const answersItem = (body: SourceBody, item: string) =>
  body.type === 'inspection' ? Object.hasOwn(body.answers, item) : body.type === 'decision' && body.item === item

const answersOf = (body: RecordEvent['body']): readonly (readonly [string, Answer])[] =>
  body.type === 'inspection' ? Object.entries(body.answers) : body.type === 'decision' ? [[body.item, body.answer]] : []

function targetState(
  all: readonly RecordEvent[],
  place: number,
  withdrawnBy: WithdrawnBy,
  past: ReadonlySet<string>,
): TargetState {
  const withdrawn = all.flatMap((event): WithdrawnRecord[] => {
    const by = withdrawnBy(event)
    return by ? [{ event, by }] : []
  })
  const gone = new Set(withdrawn.map(({ event }) => event.id))
  const records = all.filter(isInspection)
  const visits = visitsOf(
    records.filter(({ id }) => !gone.has(id)),
    records.filter(({ id }) => gone.has(id)),
    place,
  )
  const corrected = new Set(visits.flatMap((visit) => visit.corrected.map(({ id }) => id)))
  const events = all.filter(({ id }) => !gone.has(id) && !corrected.has(id))
  const known = new Map(records.map((event) => [event.id, event]))
  const isAlone = records.every(({ body }) => body.corrects === undefined)
  const families = isAlone ? null : grouped(records, (event) => firstOfCorrections(event, known).id)
  /** Ids of a record, of all records it corrects, and of their other corrections. */
  const idsOf = (event: RecordEvent) =>
    families && isInspection(event)
      ? families.get(firstOfCorrections(event, known).id)!.map(({ id }) => id)
      : [event.id]
  // Looked up by id, since a source that is checked every day has a thousand records in three years.
  const superseding = new Map<string, RecordEvent[]>()
  const said = new Map<string, StandingAnswer[]>()
  for (const event of events) {
    for (const id of supersededBy(event.body)) pushTo(superseding, id, event)
    for (const [item, answer] of answersOf(event.body)) pushTo(said, item, { event, answer })
  }
  // An event that supersedes a record supersedes its corrections too.
  const after = new Map<RecordEvent, readonly RecordEvent[]>()
  if (superseding.size > 0)
    for (const event of events)
      after.set(
        event,
        idsOf(event).flatMap((id) => superseding.get(id) ?? []),
      )
  const items = new Map<string, ItemState>()
  for (const [item, answers] of said) {
    const standing = answers.filter(
      ({ event }) => !after.get(event)?.some((other) => other !== event && answersItem(other.body, item)),
    )
    items.set(item, { standing, conflict: new Set(standing.map(({ answer }) => answer)).size > 1 })
  }
  const finds = events.filter(isDiscovery)
  const signatures = new Map(
    events
      .filter(isSignature)
      .sort(bySaying)
      .flatMap((event) => {
        // A signature applies to exactly what was read: only to that version of the record, written by the same tablet.
        const { event: id, eventHash } = event.body
        return known.get(id)?.hash === eventHash && known.get(id)?.device === event.device ? [[id, event] as const] : []
      }),
  )
  const target = placed(all.at(-1)!.body.target, place)
  const decisions = events.filter(isDecision)
  return {
    target,
    found: finds.findLast(({ id }) => !past.has(id)) ?? null,
    pastFinds: finds.filter(({ id }) => past.has(id)),
    ...{ visits, items, decisions, signatures, withdrawn },
  }
}

function pushTo<V>(lists: Map<string, V[]>, key: string, value: V): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

/** Ids of the events that a new event on this source would supersede: those whose answers stand. */
export function standingEvents(state: TargetState | undefined): string[] {
  const ids = [...(state?.items.values() ?? [])].flatMap(({ standing }) => standing.map(({ event }) => event.id))
  return [...new Set(ids)].sort()
}

/** Events superseded by a correction: those the record superseded, and the record itself. */
export const supersededByCorrection = ({ id, body }: InspectionEvent): string[] => [...body.supersedes, id].sort()
