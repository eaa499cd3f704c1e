import { reasonOf } from '@/domain/problem'
import { type Act, type ActNote, closedDevices } from './acts'
import { photosOf } from './bundle'
import type { LedgerEvent } from './event'
import type { Ledger } from './ledger'
import { type Bundle, type BundleFault, type Held, isLate, readBundle } from './read-bundle'
import { writeReceipt } from './receipt'

/** One of the two versions of a device's chain. */
export interface Branch {
  readonly events: readonly LedgerEvent[]
  /** Whether each of them bears the device's signature. */
  readonly signed: boolean
}

/** A device's chain that came in two versions, from a number on. */
export interface Fork {
  readonly device: string
  readonly from: number
  /** As it is held here, and as the bundle has it. */
  readonly held: Branch
  readonly brought: Branch
}

/** Which version of a device's chain a person lets stand. */
export interface Settlement extends ActNote {
  readonly device: string
  readonly stands: 'held' | 'brought'
}

/** What came of a file that a team brought. */
export type Received =
  | { readonly faults: readonly BundleFault[]; readonly forks: readonly Fork[] }
  /** It was taken, and then no receipt could be made, for this reason. The same file again gives it. */
  | { readonly unanswered: string }
  | {
      readonly device: string
      /** No event of this device was here before. */
      readonly newDevice: boolean
      readonly fresh: number
      readonly photos: number
      /** Devices whose events bear no signature. */
      readonly unsigned: readonly string[]
      /** Devices whose ids are closed, and how many of their events were set aside. */
      readonly late: readonly { readonly device: string; readonly count: number }[]
      /** Null where nothing of the device itself is in the file. */
      readonly receipt: string | null
      readonly signed: boolean
    }

/** Another window took something in between reading and writing. */
class HeldChanged extends Error {}

/** So often a file is read anew because another window was quicker. */
const MOST_TRIES = 5

/**
 * Takes a bundle in, all or nothing, and gives the receipt, which names only what is on the disk.
 * @throws where the browser refuses to write: then nothing was taken.
 */
export async function takeIn(
  ledger: Ledger,
  file: Blob,
  at: string,
  settlement: Settlement | null = null,
): Promise<Received> {
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const held = await ledger.held()
    const settled = settlement ? await readSettled(file, held, settlement) : await readPlain(file, held)
    if ('faults' in settled) return settled
    // Its first call writes: a refusal must come before anything was taken.
    await ledger.deskKeys()
    try {
      await write(ledger, settled, settlement)
    } catch (error) {
      if (error instanceof HeldChanged) continue
      throw error
    }
    return answer(ledger, held, settled, at).catch((error: unknown) => ({ unanswered: reasonOf(error) }))
  }
  throw new Error('the ledger is being written elsewhere')
}

interface Taking {
  readonly bundle: Bundle
  /** What goes into the ledger, and what stands there and goes out of it. */
  readonly events: readonly LedgerEvent[]
  readonly out: readonly LedgerEvent[]
  /** What is set aside: `out`, or what the bundle brought of the other version. */
  readonly aside: readonly LedgerEvent[]
  readonly act: Act | null
}

type Refused = Extract<Received, { readonly faults: unknown }>

async function readPlain(file: Blob, held: Held): Promise<Taking | Refused> {
  const read = await readBundle(file, held)
  if (!('faults' in read)) return { bundle: read.bundle, events: read.bundle.events, out: [], aside: [], act: null }
  const { faults } = read
  if (!faults.some(({ fault }) => fault === 'fork')) return { faults, forks: [] }
  // Read as a whole, with what was set aside, so that a person sees both versions from where they part.
  const whole = await readBundle(file, { ...held, aside: new Set() })
  return { faults, forks: forksOf('bundle' in whole ? whole.bundle.events : whole.events, held.events) }
}

/** Where chains part: the first number at which a device's event here and in the bundle differ. */
function forksOf(brought: readonly LedgerEvent[], held: Held['events']): Fork[] {
  const from = new Map<string, number>()
  for (const { id, device, sequence, hash } of brought) {
    const same = held.get(id)
    if (same && same.hash !== hash) from.set(device, Math.min(sequence, from.get(device) ?? sequence))
  }
  const branch = (events: Iterable<LedgerEvent>, device: string, first: number): Branch => {
    const own = [...events].filter((event) => event.device === device && event.sequence >= first)
    return {
      events: own.sort((a, b) => a.sequence - b.sequence),
      signed: own.every(({ signature }) => signature !== ''),
    }
  }
  return [...from].map(([device, first]) => ({
    device,
    from: first,
    held: branch(held.values(), device, first),
    brought: branch(brought, device, first),
  }))
}

async function readSettled(file: Blob, held: Held, { device, stands }: Settlement): Promise<Taking | Refused> {
  const whole = { ...held, aside: new Set<string>() }
  const first = await readBundle(file, whole)
  const fork = forksOf('bundle' in first ? first.bundle.events : first.events, held.events).find(
    (each) => each.device === device,
  )
  // Settled in another window meanwhile, or another file.
  if (!fork) return readPlain(file, held)
  // Every byte of the version that was brought is verified as if it stood, whichever does.
  const out = new Set(fork.held.events.map(({ id }) => id))
  const aside = new Set([...held.aside].filter((hash) => !fork.brought.events.some((event) => event.hash === hash)))
  const events = new Map([...held.events].filter(([id]) => !out.has(id)))
  const read = await readBundle(file, { ...held, events, aside })
  if ('faults' in read) return { faults: read.faults, forks: forksOf(read.events, events) }
  const { bundle } = read
  const mine = new Set(fork.brought.events.map(({ hash }) => hash))
  const standing = stands === 'brought' ? fork.brought : fork.held
  const act: Act = {
    type: 'fork',
    device,
    from: fork.from,
    stands: standing.events[0]!.hash,
    aside: (stands === 'brought' ? fork.held : fork.brought).events.map(({ hash }) => hash),
  }
  return stands === 'brought'
    ? { bundle, events: bundle.events, out: fork.held.events, aside: fork.held.events, act }
    : { bundle, events: bundle.events.filter(({ hash }) => !mine.has(hash)), out: [], aside: fork.brought.events, act }
}

/** Writes photos and then, in one transaction, all else; where that fails, the photos go again. */
async function write(ledger: Ledger, taking: Taking, note: ActNote | null): Promise<void> {
  const { database } = ledger
  const { bundle, events, out, aside, act } = taking
  const fresh: string[] = []
  try {
    // One by one, as a bundle may be larger than memory; without the events nothing speaks of them.
    for (const hash of bundle.photos) {
      const known = await ledger.photo(hash)
      if (known?.original) continue
      const original = await bundle.photo(hash)
      await database.photos.put({ hash, original, shown: known?.shown ?? original })
      if (!known) fresh.push(hash)
    }
    const { events: eventTable, keys, acts, aside: asideTable } = database
    await database.transaction('rw', eventTable, keys, acts, asideTable, async () => {
      const closed = closedDevices(await acts.toArray())
      const settledSince =
        events.some((event) => isLate(event, closed)) || bundle.late.some((event) => !isLate(event, closed))
      if (
        settledSince ||
        (await eventTable.bulkGet(out.map(({ id }) => id))).some((event, i) => event?.hash !== out[i]!.hash)
      )
        throw new HeldChanged()
      await eventTable.bulkDelete(out.map(({ id }) => id))
      const now = await eventTable.bulkGet(events.map(({ id }) => id))
      for (const [i, event] of events.entries()) {
        const same = now[i]
        if (same && same.hash !== event.hash) throw new HeldChanged()
        // A copy that lost its signature on the way of the first version gets it back; nothing else is written twice.
        if (!same || (same.signature === '' && event.signature !== '')) await eventTable.put(event)
      }
      for (const [device, key] of bundle.keys) if (!(await keys.get(device))) await keys.add({ device, key })
      await asideTable.bulkDelete(events.map(({ hash }) => hash))
      await asideTable.bulkPut(bundle.late.map((event) => ({ hash: event.hash, event, closed: true })))
      // After them: what a person chose against is not taken even when the id is open again.
      await asideTable.bulkPut(aside.map((event) => ({ hash: event.hash, event })))
      if (act && note) await acts.add({ act, reason: note.reason, author: note.author, at: note.at })
    })
  } catch (error) {
    await forget(ledger, fresh).catch(() => undefined)
    throw error
  }
}

/** Lets photos go that no event speaks of. */
async function forget({ database }: Ledger, photos: readonly string[]): Promise<void> {
  await database.transaction('rw', database.events, database.photos, async () => {
    const spokenOf = new Set(photosOf(await database.events.toArray()).map(({ hash }) => hash))
    await database.photos.bulkDelete(photos.filter((hash) => !spokenOf.has(hash)))
  })
}

/** What is said of a bundle that was taken; its receipt is made of what the disk gives back. */
async function answer(ledger: Ledger, before: Held, { bundle, events: taken }: Taking, at: string): Promise<Received> {
  const { device, hash } = bundle
  const own = bundle.events.filter((event) => event.device === device)
  const kept = (await ledger.database.events.bulkGet(own.map(({ id }) => id))).filter(
    (event, i): event is LedgerEvent => event?.hash === own[i]!.hash,
  )
  const photos: string[] = []
  for (const photo of photosOf(kept)) {
    const original = (await ledger.photo(photo.hash))?.original
    if (original?.size === photo.bytes) photos.push(photo.hash)
  }
  const desk = await ledger.deskKeys()
  const events = Object.fromEntries(kept.map((event) => [event.id, event.hash]))
  const said = { bundle: hash, device, at, events, photos }
  const unsigned = new Set(bundle.events.flatMap((event) => (event.signature === '' ? [event.device] : [])))
  return {
    device,
    newDevice: ![...before.events.values()].some((event) => event.device === device),
    fresh: taken.filter(({ id, hash }) => before.events.get(id)?.hash !== hash).length,
    photos: bundle.photos.length,
    unsigned: [...unsigned],
    late: [...new Set(bundle.late.map((event) => event.device))].map((closed) => ({
      device: closed,
      count: bundle.late.filter((event) => event.device === closed).length,
    })),
    receipt: kept.length > 0 ? await writeReceipt(said, desk) : null,
    signed: desk !== null,
  }
}
