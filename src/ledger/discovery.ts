import { dayOfInstant, type IsoDay } from '@/domain/calendar'
import { type Discovery, isKnownBody, type LedgerEvent } from './event'

export type FoundEvent = LedgerEvent & { readonly body: Discovery }

const isFound = (event: LedgerEvent): event is FoundEvent => isKnownBody(event.body) && event.body.type === 'discovery'

/** The record that another was written instead of; null where it is none of the same source that its device wrote before. */
function correctedBy(event: FoundEvent, known: ReadonlyMap<string, FoundEvent>): FoundEvent | null {
  const before = known.get(event.body.corrects ?? '')
  const isOwn = before?.device === event.device && before.sequence < event.sequence
  return isOwn && before.body.target.code === event.body.target.code ? before : null
}

const foundOf = (events: Iterable<LedgerEvent>) =>
  new Map([...events].filter(isFound).map((event) => [event.id, event] as const))

/**
 * Ids of the records of found sources that stand no more: those instead of which another was written, and corrections of what was
 * withdrawn. Who takes back what a source is by now takes back that there is one, also where its correction was open in another
 * window and saved later. The kind may be corrected too, so that this is asked of all records at once.
 */
export function pastFinds(
  events: Iterable<LedgerEvent>,
  isWithdrawn: (event: FoundEvent) => boolean,
): ReadonlySet<string> {
  const known = foundOf(events)
  const past = [...known.values()].flatMap((event) => {
    const earlier = earlierOf(event, known)
    return [...earlier.slice(-1), ...(earlier.some(isWithdrawn) ? [event] : [])]
  })
  return new Set(past.map(({ id }) => id))
}

/** What was written of a found source before a record, the first one first. */
export const earlierFinds = (event: FoundEvent, events: Iterable<LedgerEvent>): readonly FoundEvent[] =>
  earlierOf(event, foundOf(events))

function earlierOf(event: FoundEvent, known: ReadonlyMap<string, FoundEvent>): readonly FoundEvent[] {
  const earlier: FoundEvent[] = []
  for (let before = correctedBy(event, known); before; before = correctedBy(before, known)) earlier.unshift(before)
  return earlier
}

/** When a source was found, ISO; a correction of another day does not move it. */
export const foundAt = ({ at, body }: Pick<FoundEvent, 'at' | 'body'>): string => body.foundAt ?? at

/** The day on which it was found. */
export const foundDay = (event: Pick<FoundEvent, 'at' | 'body'>): IsoDay => dayOfInstant(foundAt(event))
