import type { ActNote, Closed, KeptAct } from './acts'
import type { LedgerEvent } from './event'
import type { OpenedBundle } from './open-bundle'
import { type Bundle, type BundleFault, type Held, holdAgainst, isLate } from './read-bundle'

/** One of the two versions of a device's chain. */
export interface Branch {
  readonly events: readonly LedgerEvent[]
  /** Whether each of them bears the device's signature. */
  readonly signed: boolean
}

/** What of a device a person has to decide: a chain in two versions from a number on, or records of an id that is closed. */
export interface Fork {
  readonly device: string
  readonly from: number
  /** As it is held here, and as the bundle has it. Nothing is held of what a closed id brings later. */
  readonly held: Branch
  readonly brought: Branch
  /** Why the id takes nothing more; null where it does. */
  readonly closed: Closed | null
}

/** Which version of a device's chain a person lets stand; of a closed id, whether what it brings later is taken (`brought`). */
export interface Settlement extends ActNote {
  readonly device: string
  readonly stands: 'held' | 'brought'
}

/** What is to be written of a bundle. */
export interface Taking {
  readonly bundle: Bundle
  /** What goes into the ledger, and what stands there and goes out of it. */
  readonly events: readonly LedgerEvent[]
  readonly out: readonly LedgerEvent[]
  /** Of closed ids: set aside until the id is open again. */
  readonly late: readonly LedgerEvent[]
  /** What is set aside for good: `out`, or what the bundle brought of the other version. */
  readonly aside: readonly LedgerEvent[]
  readonly acts: readonly KeptAct[]
}

interface Refused {
  readonly faults: readonly BundleFault[]
  readonly forks: readonly Fork[]
}

/** What a person can settle. */
const SETTLED: readonly BundleFault['fault'][] = ['fork', 'closed']
const NOTHING_SETTLED = { out: [], aside: [], acts: [] }

/**
 * Reads an opened bundle with what a person decided. Nothing is to be written while anything of it is undecided: then it is refused, with
 * what is left to decide, so that the same file can be read again with all of it.
 */
export async function readSettled(
  opened: OpenedBundle,
  held: Held,
  settlements: readonly Settlement[],
): Promise<Taking | Refused> {
  if (settlements.length === 0) {
    const read = await holdAgainst(opened, held)
    if ('bundle' in read)
      return { ...NOTHING_SETTLED, bundle: read.bundle, events: read.bundle.events, late: read.bundle.late }
    if (!read.faults.some(({ fault }) => SETTLED.includes(fault))) return { faults: read.faults, forks: [] }
  }
  // Read as a whole, with what was set aside, so that a person sees both versions from where they part.
  const undecided = await undecidedIn(opened, { ...held, aside: new Set() })
  const chosen = undecided.flatMap((fork) => {
    const said = settlements.findLast(({ device }) => device === fork.device)
    return said ? [{ fork, said }] : []
  })
  // Every byte of a version that was brought is verified as if it stood, whichever does.
  const brought = new Set(chosen.flatMap(({ fork }) => fork.brought.events.map(({ hash }) => hash)))
  const gone = new Set(chosen.flatMap(({ fork }) => fork.held.events.map(({ id }) => id)))
  const lifted = new Set(chosen.flatMap(({ fork }) => (fork.closed ? [fork.device] : [])))
  const against: Held = {
    ...held,
    events: new Map([...held.events].filter(([id]) => !gone.has(id))),
    aside: new Set([...held.aside].filter((hash) => !brought.has(hash))),
    closed: new Map([...held.closed].filter(([device]) => !lifted.has(device))),
  }
  const read = await holdAgainst(opened, against)
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

/** All that a bundle leaves a person to decide; nothing where it is wrong in more than a person can settle. */
async function undecidedIn(opened: OpenedBundle, whole: Held): Promise<Fork[]> {
  const read = await holdAgainst(opened, whole)
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
  { closed }: Held,
  held: Iterable<LedgerEvent>,
  brought: readonly LedgerEvent[],
  from = Math.min(...brought.flatMap((event) => (event.device === device ? [event.sequence] : []))),
): Fork {
  const own = branch(brought, device, from)
  const isBeyond = own.events.some((event) => isLate(event, closed))
  const why = closed.get(device) as Closed | undefined
  return { device, from, held: branch(held, device, from), brought: own, closed: isBeyond ? (why ?? null) : null }
}

/** Where chains part: the first number at which a device's event here and in the bundle differ. */
function forksOf(brought: readonly LedgerEvent[], held: Held): Fork[] {
  const from = new Map<string, number>()
  for (const { id, device, sequence, hash } of brought) {
    const same = held.events.get(id)
    if (same && same.hash !== hash) from.set(device, Math.min(sequence, from.get(device) ?? sequence))
  }
  return [...from].map(([device, first]) => forkOf(device, held, held.events.values(), brought, first))
}

/** What follows of a person's choice. */
function settle({ device, from, held, brought, closed }: Fork, { stands, reason, author, at }: Settlement) {
  const kept = (act: KeptAct['act']): KeptAct => ({ act, reason, author, at })
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
