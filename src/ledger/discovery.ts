import { dayOfInstant, type IsoDay } from '@/domain/calendar'
import { type Discovery, isKnownBody, type LedgerEvent } from './event'

export type FoundEvent = LedgerEvent & { readonly body: Discovery }

const isFound = (event: LedgerEvent): event is FoundEvent => isKnownBody(event.body) && event.body.type === 'discovery'

/**
 * The earlier record that this one corrects; null if it is not an earlier record of the same source by the same device.
 */
function correctedBy(event: FoundEvent, known: ReadonlyMap<string, FoundEvent>): FoundEvent | null {
  const before = known.get(event.body.corrects ?? '')
  const isOwn = before?.device === event.device && before.sequence < event.sequence
  return isOwn && before.body.target.code === event.body.target.code ? before : null
}

const foundOf = (events: Iterable<LedgerEvent>) =>
  new Map([...events].filter(isFound).map((event) => [event.id, event] as const))

/**
 * Ids of records of found sources that no longer stand: those that were corrected, and corrections of a withdrawn
 * record. Withdrawing a found source withdraws it entirely, even if a correction was open in another window and saved
 * later. A correction can change the kind, so this looks at all records at once.
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

/** The earlier records of a found source, oldest first. */
export const earlierFinds = (event: FoundEvent, events: Iterable<LedgerEvent>): readonly FoundEvent[] =>
  earlierOf(event, foundOf(events))

function earlierOf(event: FoundEvent, known: ReadonlyMap<string, FoundEvent>): readonly FoundEvent[] {
  const earlier: FoundEvent[] = []
  for (let before = correctedBy(event, known); before; before = correctedBy(before, known)) earlier.unshift(before)
  return earlier
}

/** When a source was found, ISO; a later correction does not change it. */
export const foundAt = ({ at, body }: Pick<FoundEvent, 'at' | 'body'>): string => body.foundAt ?? at

/** Day on which it was found. */
export const foundDay = (event: Pick<FoundEvent, 'at' | 'body'>): IsoDay => dayOfInstant(foundAt(event))
