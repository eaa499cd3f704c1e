import type { ActNote, ClosedDevice, StoredAct } from './acts'
import type { LedgerEvent } from './event'
import type { OpenedBundle } from './open-bundle'
import { type Bundle, type BundleFault, checkBundle, type HeldRecords, isLate } from './read-bundle'

/** One of two versions of a device's chain. */
export interface Branch {
  readonly events: readonly LedgerEvent[]
  /** Whether all its events are signed by the device. */
  readonly signed: boolean
}

/** A decision needed for a device: a chain in two versions from a number on, or records of a closed id. */
export interface Fork {
  readonly device: string
  readonly from: number
  /** The version held here, and the bundle's. For late records of a closed id, `held` is empty. */
  readonly held: Branch
  readonly brought: Branch
  /** Why the id is closed; null if it is not. */
  readonly closed: ClosedDevice | null
}

/**
 * A person's choice of the version that stands; for a closed id, whether its late records are accepted (`brought`).
 */
export interface Settlement extends ActNote {
  readonly device: string
  readonly stands: 'held' | 'brought'
}

/** What is to be written from a bundle. */
export interface BundleChanges {
  readonly bundle: Bundle
  /** Events to add to the ledger, and events to remove from it. */
  readonly events: readonly LedgerEvent[]
  readonly out: readonly LedgerEvent[]
  /** Events of closed ids: set aside until the id is open again. */
  readonly late: readonly LedgerEvent[]
  /** Events set aside for good: `out`, or the bundle's version of a forked chain. */
  readonly aside: readonly LedgerEvent[]
  readonly acts: readonly StoredAct[]
}

interface Refused {
  readonly faults: readonly BundleFault[]
  readonly forks: readonly Fork[]
}

/** Faults that a person can settle. */
const SETTLED: readonly BundleFault['fault'][] = ['fork', 'closed']
const NOTHING_SETTLED = { out: [], aside: [], acts: [] }

/**
 * Checks an opened bundle with a person's decisions. Nothing is written while anything is undecided: the result is then
 * a refusal that lists the open decisions, so that the same file can be read again with all of them.
 */
export async function applySettlements(
  opened: OpenedBundle,
  held: HeldRecords,
  settlements: readonly Settlement[],
): Promise<BundleChanges | Refused> {
  if (settlements.length === 0) {
    const read = await checkBundle(opened, held)
    if ('bundle' in read)
      return { ...NOTHING_SETTLED, bundle: read.bundle, events: read.bundle.events, late: read.bundle.late }
    if (!read.faults.some(({ fault }) => SETTLED.includes(fault))) return { faults: read.faults, forks: [] }
  }
  // Checked including the events set aside, so that a person sees both versions from where they diverge.
  const undecided = await undecidedIn(opened, { ...held, aside: new Set() })
  const chosen = undecided.flatMap((fork) => {
    const said = settlements.findLast(({ device }) => device === fork.device)
    return said ? [{ fork, said }] : []
  })
  // The bundle's version is verified completely, whichever version stands.
  const brought = new Set(chosen.flatMap(({ fork }) => fork.brought.events.map(({ hash }) => hash)))
  const gone = new Set(chosen.flatMap(({ fork }) => fork.held.events.map(({ id }) => id)))
  const lifted = new Set(chosen.flatMap(({ fork }) => (fork.closed ? [fork.device] : [])))
  const against: HeldRecords = {
    ...held,
    events: new Map([...held.events].filter(([id]) => !gone.has(id))),
    aside: new Set([...held.aside].filter((hash) => !brought.has(hash))),
    closed: new Map([...held.closed].filter(([device]) => !lifted.has(device))),
  }
  const read = await checkBundle(opened, against)
  if ('faults' in read) {
    const isLeft = (fork: Fork) =>
      !chosen.some((each) => each.fork === fork) && fork.brought.events.some(({ hash }) => !held.aside.has(hash))
    return { faults: read.faults, forks: undecided.filter(isLeft) }
  }
  const { bundle } = read
  const settled = chosen.map(({ fork, said }) => settle(fork, said))
  const left = new Set(settled.flatMap((each) => [...each.late, ...each.aside].map(({ hash }) => hash)))
  return {
    bundle,
    events: bundle.events.filter(({ hash }) => !left.has(hash)),
    late: [...bundle.late, ...settled.flatMap(({ late }) => late)],
    out: settled.flatMap(({ out }) => out),
    aside: settled.flatMap(({ aside }) => aside),
    acts: settled.flatMap(({ acts }) => acts),
  }
}

/** All decisions that a bundle needs; only forked chains if it also has faults that a person cannot settle. */
async function undecidedIn(opened: OpenedBundle, whole: HeldRecords): Promise<Fork[]> {
  const read = await checkBundle(opened, whole)
  const events = 'bundle' in read ? read.bundle.events : read.events
  const forks = forksOf(events, whole)
  if ('bundle' in read || read.faults.some(({ fault }) => !SETTLED.includes(fault))) return forks
  const refused = new Set(read.faults.flatMap((each) => (each.fault === 'closed' ? [each.event] : [])))
  const late = events.filter(({ id, device }) => refused.has(id) && !forks.some((fork) => fork.device === device))
  const devices = [...new Set(late.map(({ device }) => device))]
  return [...forks, ...devices.map((device) => forkOf(device, whole, [], late))]
}

const branch = (events: Iterable<LedgerEvent>, device: string, from: number): Branch => {
  const own = [...events].filter((event) => event.device === device && event.sequence >= from)
  return {
    events: own.sort((a, b) => a.sequence - b.sequence),
    signed: own.every(({ signature }) => signature !== ''),
  }
}

function forkOf(
  device: string,
  { closed }: HeldRecords,
  held: Iterable<LedgerEvent>,
  brought: readonly LedgerEvent[],
  from = Math.min(...brought.flatMap((event) => (event.device === device ? [event.sequence] : []))),
): Fork {
  const own = branch(brought, device, from)
  const isBeyond = own.events.some((event) => isLate(event, closed))
  const why = closed.get(device) as ClosedDevice | undefined
  return { device, from, held: branch(held, device, from), brought: own, closed: isBeyond ? (why ?? null) : null }
}

/** Forked chains: the first number at which a device's event here differs from the bundle's. */
function forksOf(brought: readonly LedgerEvent[], held: HeldRecords): Fork[] {
  const from = new Map<string, number>()
  for (const { id, device, sequence, hash } of brought) {
    const same = held.events.get(id)
    if (same && same.hash !== hash) from.set(device, Math.min(sequence, from.get(device) ?? sequence))
  }
  return [...from].map(([device, first]) => forkOf(device, held, held.events.values(), brought, first))
}

/** Consequences of a person's choice. */
function settle({ device, from, held, brought, closed }: Fork, { stands, reason, author, at }: Settlement) {
  const kept = (act: StoredAct['act']): StoredAct => ({ act, reason, author, at })
  const taken = stands === 'brought'
  const upTo = brought.events.at(-1)!.sequence
  const lateAct = kept({ type: 'late', device, from, upTo, stands: taken ? 'taken' : 'aside' })
  const nothing: readonly LedgerEvent[] = []
  if (held.events.length === 0)
    return { out: nothing, aside: nothing, late: taken ? nothing : brought.events, acts: [lateAct] }
  const [standing, other] = taken ? [brought, held] : [held, brought]
  const aside = other.events.map(({ hash }) => hash)
  const fork = kept({ type: 'fork', device, from, stands: standing.events[0]!.hash, aside })
  return {
    out: taken ? held.events : nothing,
    aside: other.events,
    late: nothing,
    acts: taken && closed ? [fork, lateAct] : [fork],
  }
}
