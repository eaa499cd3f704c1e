import type { Answer, Discovery, EventBody, Inspection, LedgerEvent, Target } from './event'

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

/** What the ledger says of one source. */
export interface TargetState {
  readonly target: Target
  /** How it was found; null for a source of the package. */
  readonly found: (LedgerEvent & { readonly body: Discovery }) | null
  /** Inspections that count, oldest first. */
  readonly inspections: readonly (LedgerEvent & { readonly body: Inspection })[]
  readonly items: ReadonlyMap<string, ItemState>
}

export type LedgerState = ReadonlyMap<string, TargetState>

export const targetKey = ({ kind, code }: Pick<Target, 'kind' | 'code'>) => `${kind}/${code}`

/** The same order on every machine: by time, and where clocks agree or lie by device and sequence. */
const inOrder = (a: LedgerEvent, b: LedgerEvent) =>
  a.at < b.at ? -1 : a.at > b.at ? 1 : a.device < b.device ? -1 : a.device > b.device ? 1 : a.sequence - b.sequence

/**
 * What a set of events comes to. It is the same whatever the order in which they came and however often:
 * an answer stands unless an event that counts says that it takes its place.
 */
export function foldLedger(events: Iterable<LedgerEvent>): LedgerState {
  const all = [...new Map([...events].map((event) => [event.id, event])).values()].sort(inOrder)
  const withdrawn = new Set(all.flatMap(({ body }) => (body.type === 'withdrawal' ? [body.event] : [])))
  const counting = all.filter(({ id }) => !withdrawn.has(id))
  const byTarget = new Map<string, LedgerEvent[]>()
  for (const event of counting) {
    if (event.body.type === 'withdrawal') continue
    const key = targetKey(event.body.target)
    byTarget.set(key, [...(byTarget.get(key) ?? []), event])
  }
  return new Map([...byTarget].map(([key, own]) => [key, targetState(own)]))
}

const answersOf = (body: EventBody): readonly (readonly [string, Answer])[] =>
  body.type === 'inspection' ? Object.entries(body.answers) : body.type === 'decision' ? [[body.item, body.answer]] : []

function targetState(events: readonly LedgerEvent[]): TargetState {
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
  const last = events.at(-1)!.body as Exclude<EventBody, { type: 'withdrawal' }>
  const found = events.find((event): event is LedgerEvent & { body: Discovery } => event.body.type === 'discovery')
  return { target: last.target, found: found ?? null, inspections, items }
}

/** The events of a source that an event written now would take the place of: those whose answers stand. */
export function standingEvents(state: TargetState | undefined): string[] {
  const ids = [...(state?.items.values() ?? [])].flatMap(({ standing }) => standing.map(({ event }) => event.id))
  return [...new Set(ids)].sort()
}
