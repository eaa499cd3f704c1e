import { type ActNote, type ClosedDevice, closedDevices } from './acts'
import { deviceForm } from './device'
import type { LedgerEvent } from './event'
import type { Ledger } from './ledger'

/** A device with records in this ledger. */
export interface Tablet {
  readonly device: string
  readonly events: number
  /** Its last sequence number. */
  readonly last: number
  readonly lastAt: string
  readonly authors: readonly string[]
  readonly signs: boolean
  readonly closed: ClosedDevice | null
}

/**
 * Whether an event lacks the signature it should have: a device with a key signs everything, so the event was forged,
 * or lost its signature in transit.
 */
export function isDoubtful({ device, signature }: LedgerEvent, keyed: ReadonlySet<string>): boolean {
  return signature === '' && (keyed.has(device) || deviceForm(device) === 'keyed')
}

/** Events that may be passed on: each chain up to the first event that another desk would refuse. */
export function forwardableEvents(events: readonly LedgerEvent[], keyed: ReadonlySet<string>): LedgerEvent[] {
  const stopped = new Map<string, number>()
  for (const event of events)
    if (isDoubtful(event, keyed))
      stopped.set(event.device, Math.min(event.sequence, stopped.get(event.device) ?? event.sequence))
  return events.filter(({ device, sequence }) => sequence < (stopped.get(device) ?? Number.POSITIVE_INFINITY))
}

/** The devices with records here, most recently active first. */
export function tabletsOf(
  events: Iterable<LedgerEvent>,
  keyed: ReadonlySet<string>,
  closed: ReadonlyMap<string, ClosedDevice>,
): Tablet[] {
  const byDevice = new Map<string, LedgerEvent[]>()
  for (const event of events) {
    const own = byDevice.get(event.device)
    if (own) own.push(event)
    else byDevice.set(event.device, [event])
  }
  return [...byDevice]
    .map(([device, own]) => ({
      device,
      events: own.length,
      last: own.reduce((last, { sequence }) => Math.max(last, sequence), 0),
      // The clock may have been set back in between.
      lastAt: own
        .map(({ at }) => at)
        .sort()
        .at(-1)!,
      authors: [...new Set(own.map(({ author }) => author).filter(Boolean))],
      signs: keyed.has(device),
      closed: closed.get(device) ?? null,
    }))
    .sort((a, b) => (a.lastAt < b.lastAt ? 1 : -1))
}

/** A decision about a device. */
export type TabletAct =
  | { readonly type: 'lost'; readonly device: string; readonly since?: string }
  | { readonly type: 'reopened'; readonly device: string }
  | { readonly type: 'succeeded'; readonly device: string; readonly by: string }

/** Stores the desk's decision about a device, with the last number held at that moment. */
export async function settleTablet({ database }: Ledger, act: TabletAct, note: ActNote): Promise<void> {
  const { events, acts } = database
  await database.transaction('rw', events, acts, async () => {
    const own = await events.where('[device+sequence]').between([act.device, 0], [act.device, Number.MAX_SAFE_INTEGER])
    const upTo = (await own.last())?.sequence ?? 0
    const isClosed = closedDevices(await acts.toArray()).has(act.device)
    // Already done: pressed twice, or decided in another window.
    if (isClosed === (act.type !== 'reopened')) return
    const { reason, author, at } = note
    await acts.add({ act: act.type === 'reopened' ? act : { ...act, upTo }, reason, author, at })
  })
}
