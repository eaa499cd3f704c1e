import { grouped } from '@/domain/grouped'
import { isOfSource, type SourceBody } from './body'
import { type FoundEvent, pastFinds } from './discovery'
import { type Answer, type Decision, isKnown, type LedgerEvent, type Signature, type Withdrawal } from './event'
import { seenPhotos } from './marked'
import type { PhotoRef, SourceRef } from './references'
import { firstOf, type InspectionEvent, isInspection, type Visit, visitsOf } from './visit'
import { distinctVoices, type VoiceRef } from './voice'

/** One answer that nothing has taken the place of. */
export interface StandingAnswer {
  readonly event: RecordEvent
  readonly answer: Answer
}

/** An item of a source's checklist: what stands, more than one where devices disagree. */
export interface ItemState {
  readonly standing: readonly StandingAnswer[]
  /** Two answers that differ stand side by side until a person decides. */
  readonly conflict: boolean
}

/** An event that says something of a source. */
export type RecordEvent = LedgerEvent & { readonly body: SourceBody }
export type DecisionEvent = LedgerEvent & { readonly body: Decision }
export type SignatureEvent = LedgerEvent & { readonly body: Signature }
export type WithdrawalEvent = LedgerEvent & { readonly body: Withdrawal }

/** A record that counts for nothing any more, and the word of its device that says so. */
export interface Withdrawn {
  readonly event: RecordEvent
  readonly by: WithdrawalEvent
}

/** What the ledger says of one source. */
export interface TargetState {
  readonly target: SourceRef
  /** How it was found, as its finder has it by now; null for a source of the package. */
  readonly found: FoundEvent | null
  /** How it was found before its finder corrected that, oldest first; it stays readable. */
  readonly pastFinds: readonly FoundEvent[]
  /** What the records that count come to, oldest first. */
  readonly visits: readonly Visit[]
  readonly items: ReadonlyMap<string, ItemState>
  /** What persons decided, oldest first; also what a later answer took the place of. */
  readonly decisions: readonly DecisionEvent[]
  /** By record: who of the place signed it as it is. */
  readonly signatures: ReadonlyMap<string, SignatureEvent>
  /** What was withdrawn, oldest first; it stays readable. */
  readonly withdrawn: readonly Withdrawn[]
}

export type LedgerState = ReadonlyMap<string, TargetState>

export const targetKey = ({ kind, code }: Pick<SourceRef, 'kind' | 'code'>) => `${kind}/${code}`

/** The same order on every machine: by time, and where clocks agree or lie by device and sequence. */
export const inOrder = (a: LedgerEvent, b: LedgerEvent) =>
  a.at < b.at ? -1 : a.at > b.at ? 1 : a.device < b.device ? -1 : a.device > b.device ? 1 : a.sequence - b.sequence

/**
 * What a set of events comes to. It is the same whatever the order in which they came and however often:
 * an answer stands unless an event that counts says that it takes its place. A withdrawal counts only for an event of its
 * own device, so that nobody can take back what another team wrote; it can't itself be withdrawn. Events of types that this
 * version does not know change nothing.
 */
export function foldLedger(events: Iterable<LedgerEvent>): LedgerState {
  const all = [...new Map([...events].filter(isKnown).map((event) => [event.id, event])).values()].sort(inOrder)
  const withdrawnBy = withdrawalsIn(all)
  const byTarget = new Map<string, RecordEvent[]>()
  for (const event of all) {
    if (!isRecord(event)) continue
    const key = targetKey(event.body.target)
    const own = byTarget.get(key)
    if (own) own.push(event)
    else byTarget.set(key, [event])
  }
  const past = pastFinds(all, (event) => withdrawnBy(event) !== undefined)
  return new Map([...byTarget].map(([key, own]) => [key, targetState(own, withdrawnBy, past)]))
}

/** Who took an event back; undefined where nobody did. */
type WithdrawnBy = (event: LedgerEvent) => WithdrawalEvent | undefined

/**
 * What events took back: only its own device can take an event back. Of several words the first counts: which that is does not
 * depend on the order in which they came.
 */
export function withdrawalsIn(events: readonly LedgerEvent[]): WithdrawnBy {
  const by = new Map<string, WithdrawalEvent>()
  for (const each of events.filter(isWithdrawal).sort(inOrder)) {
    const key = `${each.device} ${each.body.event}`
    if (!by.has(key)) by.set(key, each)
  }
  return ({ device, id }) => by.get(`${device} ${id}`)
}

const isWithdrawal = (event: LedgerEvent): event is WithdrawalEvent =>
  isKnown(event) && event.body.type === 'withdrawal'

const isRecord = (event: LedgerEvent): event is RecordEvent => isOfSource(event.body)

const isDiscovery = (event: RecordEvent): event is RecordEvent & FoundEvent => event.body.type === 'discovery'

const isDecision = (event: RecordEvent): event is RecordEvent & DecisionEvent => event.body.type === 'decision'

const isSignature = (event: RecordEvent): event is RecordEvent & SignatureEvent => event.body.type === 'signature'

/** What says more comes last: that somebody signed goes before that nobody did, then what the device wrote later. */
const bySaying = (a: SignatureEvent, b: SignatureEvent) =>
  Number(!a.body.unsigned) - Number(!b.body.unsigned) || a.sequence - b.sequence

const supersedes = (body: SourceBody, ids: readonly string[]) =>
  (body.type === 'inspection' || body.type === 'decision') && ids.some((id) => body.supersedes.includes(id))

const answersOf = (body: RecordEvent['body']): readonly (readonly [string, Answer])[] =>
  body.type === 'inspection' ? Object.entries(body.answers) : body.type === 'decision' ? [[body.item, body.answer]] : []

function targetState(all: readonly RecordEvent[], withdrawnBy: WithdrawnBy, past: ReadonlySet<string>): TargetState {
  const withdrawn = all.flatMap((event): Withdrawn[] => {
    const by = withdrawnBy(event)
    return by ? [{ event, by }] : []
  })
  const gone = new Set(withdrawn.map(({ event }) => event.id))
  const records = all.filter(isInspection)
  const visits = visitsOf(
    records.filter(({ id }) => !gone.has(id)),
    records.filter(({ id }) => gone.has(id)),
  )
  const corrected = new Set(visits.flatMap((visit) => visit.corrected.map(({ id }) => id)))
  const events = all.filter(({ id }) => !gone.has(id) && !corrected.has(id))
  const known = new Map(records.map((event) => [event.id, event]))
  const families = grouped(records, (event) => firstOf(event, known).id)
  /** A record with all that it corrects, and what else corrects that. */
  const idsOf = (event: RecordEvent) =>
    isInspection(event) ? families.get(firstOf(event, known).id)!.map(({ id }) => id) : [event.id]
  const said = new Map<string, StandingAnswer[]>()
  for (const event of events)
    for (const [item, answer] of answersOf(event.body)) said.set(item, [...(said.get(item) ?? []), { event, answer }])
  const items = new Map<string, ItemState>()
  for (const [item, answers] of said) {
    // Who takes the place of a record takes that of its corrections too.
    const standing = answers.filter(
      ({ event }) => !answers.some((other) => other.event !== event && supersedes(other.event.body, idsOf(event))),
    )
    items.set(item, { standing, conflict: new Set(standing.map(({ answer }) => answer)).size > 1 })
  }
  const finds = events.filter(isDiscovery)
  const signatures = new Map(
    events
      .filter(isSignature)
      .sort(bySaying)
      .flatMap((event) => {
        // A signature is of what was read: it counts for that record alone, as it was written by the same tablet.
        const { event: id, eventHash } = event.body
        return known.get(id)?.hash === eventHash && known.get(id)?.device === event.device ? [[id, event] as const] : []
      }),
  )
  const { target } = all.at(-1)!.body
  const decisions = events.filter(isDecision)
  return {
    target,
    found: finds.findLast(({ id }) => !past.has(id)) ?? null,
    pastFinds: finds.filter(({ id }) => past.has(id)),
    ...{ visits, items, decisions, signatures, withdrawn },
  }
}

/** The events of a source that an event written now would take the place of: those whose answers stand. */
export function standingEvents(state: TargetState | undefined): string[] {
  const ids = [...(state?.items.values() ?? [])].flatMap(({ standing }) => standing.map(({ event }) => event.id))
  return [...new Set(ids)].sort()
}

/** The events that a correction of a record takes the place of: what the record did, and the record itself. */
export const supersededByCorrection = ({ id, body }: InspectionEvent): string[] => [...body.supersedes, id].sort()

/** A check as it was written, and what became of it. */
export interface KeptRecord {
  readonly event: InspectionEvent
  /** The one that was written on the spot: itself, or what its chain of corrections began with. */
  readonly first: InspectionEvent
  /** What was written instead of the first, oldest first, up to the record itself; none where it is the first. */
  readonly corrections: readonly InspectionEvent[]
  /** The last signature to what it corrects, where nobody was asked again since; null where there is none. */
  readonly signedBefore: SignatureEvent | null
  /** Its own photos, and those of the records that it corrects: they stay. One that was drawn on is shown by the copy. */
  readonly photos: readonly PhotoRef[]
  /** Its own spoken notes, and those of the records that it corrects. */
  readonly voices: readonly VoiceRef[]
  /** Who withdrew it; null where it was not. */
  readonly withdrawnBy: WithdrawalEvent | null
  /** The record that was written instead of it; null where none was. */
  readonly correctedBy: InspectionEvent | null
}

/** A record as it is kept; where it is not folded in yet, by itself. */
export const recordOf = (state: TargetState | undefined, event: InspectionEvent): KeptRecord =>
  recordsOf(state).find((kept) => kept.event.id === event.id) ?? {
    ...{ event, first: event, corrections: [], signedBefore: null, withdrawnBy: null, correctedBy: null },
    photos: seenPhotos(event.body.photos),
    voices: distinctVoices(event.body.voices ?? []),
  }

/** All that was written of a source, newest first. */
export function recordsOf(state: TargetState | undefined): readonly KeptRecord[] {
  if (!state) return []
  const gone = state.withdrawn.flatMap(({ event, by }) => (isInspection(event) ? [{ event, by }] : []))
  const counting = state.visits.flatMap(({ records, corrected }) => [...records, ...corrected])
  const known = new Map([...counting, ...gone.map(({ event }) => event)].map((event) => [event.id, event]))
  /** A record after those that it corrects. */
  const withBefore = (event: InspectionEvent): readonly InspectionEvent[] => {
    const before = firstOf(event, known) === event ? null : known.get(event.body.corrects ?? '')
    return before ? [...withBefore(before), event] : [event]
  }
  const kept = (
    event: InspectionEvent,
    correctedBy: InspectionEvent | null,
    withdrawnBy: WithdrawalEvent | null = null,
  ): KeptRecord => {
    const all = withBefore(event)
    const before = all.slice(0, -1).flatMap(({ id }) => state.signatures.get(id) ?? [])
    return {
      event,
      first: firstOf(event, known),
      corrections: all.slice(1),
      signedBefore: state.signatures.has(event.id) ? null : (before.findLast(({ body }) => !body.unsigned) ?? null),
      photos: seenPhotos(all.flatMap(({ body }) => body.photos)),
      voices: distinctVoices(all.flatMap(({ body }) => body.voices ?? [])),
      withdrawnBy,
      correctedBy,
    }
  }
  const families = grouped(counting, (event) => firstOf(event, known).id)
  /** The next of a record and its corrections. */
  const nextOf = (event: InspectionEvent) =>
    families
      .get(firstOf(event, known).id)!
      .filter(({ sequence }) => sequence > event.sequence)
      .sort((a, b) => a.sequence - b.sequence)[0] ?? null
  const isGone = new Set(gone.map(({ event }) => event.id))
  return [
    ...counting.filter(({ id }) => !isGone.has(id)).map((event) => kept(event, nextOf(event))),
    ...gone.map(({ event, by }) => kept(event, null, by)),
  ].sort((a, b) => inOrder(b.event, a.event))
}
