import {
  type Answer,
  type Discovery,
  type EventBody,
  type Inspection,
  isKnown,
  type KnownEvent,
  type LedgerEvent,
  type SourceRef,
  type Withdrawal,
} from './event'

/** One answer that nothing has taken the place of. */
export interface StandingAnswer {
  readonly event: LedgerEvent
  readonly answer: Answer
}

/** An item of a source's checklist: what stands, more than one where devices disagree. */
export interface ItemState {
  readonly standing: readonly StandingAnswer[]
  /** Two answers that differ stand side by side until a person decides. */
  readonly conflict: boolean
}

export type WithdrawalEvent = LedgerEvent & { readonly body: Withdrawal }

/** A record that counts for nothing any more, and the word of its device that says so. */
export interface Withdrawn {
  readonly event: LedgerEvent & { readonly body: Exclude<EventBody, Withdrawal> }
  readonly by: WithdrawalEvent
}

/** What the ledger says of one source. */
export interface TargetState {
  readonly target: SourceRef
  /** How it was found; null for a source of the package. */
  readonly found: (LedgerEvent & { readonly body: Discovery }) | null
  /** Inspections that count, oldest first. */
  readonly inspections: readonly (LedgerEvent & { readonly body: Inspection })[]
  readonly items: ReadonlyMap<string, ItemState>
  /** What was withdrawn, oldest first; it stays readable. */
  readonly withdrawn: readonly Withdrawn[]
}

export type LedgerState = ReadonlyMap<string, TargetState>

export const targetKey = ({ kind, code }: Pick<SourceRef, 'kind' | 'code'>) => `${kind}/${code}`

/** The same order on every machine: by time, and where clocks agree or lie by device and sequence. */
const inOrder = (a: LedgerEvent, b: LedgerEvent) =>
  a.at < b.at ? -1 : a.at > b.at ? 1 : a.device < b.device ? -1 : a.device > b.device ? 1 : a.sequence - b.sequence

/**
 * What a set of events comes to. It is the same whatever the order in which they came and however often:
 * an answer stands unless an event that counts says that it takes its place. A withdrawal counts only for an event of its
 * own device, so that nobody can take back what another team wrote; it can't itself be withdrawn. Events of types that this
 * version does not know change nothing.
 */
export function foldLedger(events: Iterable<LedgerEvent>): LedgerState {
  const all = [...new Map([...events].filter(isKnown).map((event) => [event.id, event])).values()].sort(inOrder)
  const withdrawals = all.filter((event): event is WithdrawalEvent => event.body.type === 'withdrawal')
  const byTarget = new Map<string, Said[]>()
  for (const event of all) {
    if (!isSaid(event)) continue
    const key = targetKey(event.body.target)
    const own = byTarget.get(key)
    if (own) own.push(event)
    else byTarget.set(key, [event])
  }
  // Of several the first: which that is does not depend on the order in which they came.
  const withdrawnBy = new Map<string, WithdrawalEvent>()
  for (const each of withdrawals) {
    const key = `${each.device} ${each.body.event}`
    if (!withdrawnBy.has(key)) withdrawnBy.set(key, each)
  }
  return new Map([...byTarget].map(([key, own]) => [key, targetState(own, withdrawnBy)]))
}

type Said = Withdrawn['event']

const isSaid = (event: KnownEvent): event is Said => event.body.type !== 'withdrawal'

const answersOf = (body: EventBody): readonly (readonly [string, Answer])[] =>
  body.type === 'inspection' ? Object.entries(body.answers) : body.type === 'decision' ? [[body.item, body.answer]] : []

function targetState(all: readonly Said[], withdrawnBy: ReadonlyMap<string, WithdrawalEvent>): TargetState {
  const withdrawn = all.flatMap((event): Withdrawn[] => {
    const by = withdrawnBy.get(`${event.device} ${event.id}`)
    return by ? [{ event, by }] : []
  })
  const gone = new Set(withdrawn.map(({ event }) => event.id))
  const events = all.filter(({ id }) => !gone.has(id))
  const said = new Map<string, StandingAnswer[]>()
  for (const event of events)
    for (const [item, answer] of answersOf(event.body)) said.set(item, [...(said.get(item) ?? []), { event, answer }])
  const items = new Map<string, ItemState>()
  for (const [item, answers] of said) {
    const replaced = new Set(
      answers.flatMap(({ event: { body } }) => ('supersedes' in body ? [...body.supersedes] : [])),
    )
    const standing = answers.filter(({ event }) => !replaced.has(event.id))
    items.set(item, { standing, conflict: new Set(standing.map(({ answer }) => answer)).size > 1 })
  }
  const inspections = events.filter(
    (event): event is LedgerEvent & { body: Inspection } => event.body.type === 'inspection',
  )
  const found = events.find((event): event is LedgerEvent & { body: Discovery } => event.body.type === 'discovery')
  return { target: all.at(-1)!.body.target, found: found ?? null, inspections, items, withdrawn }
}

/** The events of a source that an event written now would take the place of: those whose answers stand. */
export function standingEvents(state: TargetState | undefined): string[] {
  const ids = [...(state?.items.values() ?? [])].flatMap(({ standing }) => standing.map(({ event }) => event.id))
  return [...new Set(ids)].sort()
}
