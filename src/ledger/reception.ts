import { reasonOf } from '@/domain/problem'
import { closedDevices } from './acts'
import { isKnown, type LedgerEvent } from './event'
import type { Ledger } from './ledger'
import { type MissingOriginals, missingOriginals } from './missing-originals'
import { openBundle } from './open-bundle'
import { photosOf, voicesOf } from './originals'
import { type BundleFault, type HeldRecords, isLate, refusedFile } from './read-bundle'
import { receiptFor } from './reviewing'
import { applySettlements, type BundleChanges, type Fork, type Settlement } from './settling'
import { photosTaken, type Tally, tallyOf } from './tally'

/** Result of taking in a file that a team brought. */
export type ReceptionResult =
  | { readonly faults: readonly BundleFault[]; readonly forks: readonly Fork[] }
  /**
   * The bundle was taken in, but the receipt could not be made, for this reason. Taking in the same file again produces
   * it.
   */
  | { readonly unanswered: string }
  | {
      readonly device: string
      /** Whether no event of this device was here before. */
      readonly newDevice: boolean
      /** The records that were not here before. */
      readonly fresh: number
      readonly tally: Tally
      /** Photos and spoken notes that were not here before; annotated copies and drawn signatures are not counted. */
      readonly photos: number
      readonly voices: number
      /** Devices whose events are unsigned. */
      readonly unsigned: readonly string[]
      /** Devices with closed ids, and how many of their events were set aside. */
      readonly late: readonly { readonly device: string; readonly count: number }[]
      /** Sources whose photos and spoken notes arrived without their originals, which are not here either. */
      readonly lacking: readonly MissingOriginals[]
      /** Whether this very device made the file: then the records were here all along, and no receipt is due. */
      readonly isOwn: boolean
      /** Null if the file contains nothing of the device itself, or if this very device made it. */
      readonly receipt: string | null
      readonly signed: boolean
    }

/** Another window took something in between reading and writing. */
class HeldChanged extends Error {}

/** Number of attempts when another window keeps changing what is held. */
const MAX_TRIES = 5

/**
 * Takes in a bundle, all or nothing, and makes the receipt, which names only what is on disk. This device's own bundle
 * gets none: it would let the only originals be deleted.
 * @throws if the browser refuses to write: then nothing was taken in.
 */
export async function receiveBundle(
  ledger: Ledger,
  file: Blob,
  at: string,
  settlements: readonly Settlement[] = [],
): Promise<ReceptionResult> {
  // Read and hashed only once, even if it is checked against the held records several times.
  const opened = await openBundle(file)
  if (typeof opened === 'string') return { ...refusedFile(opened), forks: [] }
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    const held = await ledger.held()
    const settled = await applySettlements(opened, held, settlements)
    if ('faults' in settled) return settled
    // Its first call writes to the database: a failure must occur before anything is taken in.
    await ledger.deskKeys()
    let stored: StoredOriginals
    try {
      stored = await write(ledger, settled)
    } catch (error) {
      if (error instanceof HeldChanged) continue
      throw error
    }
    return answer(ledger, held, settled, stored, at).catch((error: unknown) => ({ unanswered: reasonOf(error) }))
  }
  throw new Error('the ledger is being written elsewhere')
}

/** Hashes of the originals that a bundle brought and that were not here before. */
interface StoredOriginals {
  readonly photos: ReadonlySet<string>
  readonly voices: ReadonlySet<string>
}

/**
 * Writes photos and spoken notes first, then everything else in one transaction; if that fails, they are deleted again.
 */
async function write(ledger: Ledger, taking: BundleChanges): Promise<StoredOriginals> {
  const { database } = ledger
  const { bundle, events, late, out, aside, acts: settled } = taking
  const fresh = { photos: [] as string[], voices: [] as string[] }
  const stored = { photos: new Set<string>(), voices: new Set<string>() }
  try {
    // One by one, since a bundle may be larger than memory; until the events are written, nothing refers to them.
    for (const hash of bundle.photos) {
      const known = await ledger.photo(hash)
      if (known?.original) continue
      const original = await bundle.photo(hash)
      await database.photos.put({ hash, original, shown: known && !known.isCopy ? known.shown : original })
      if (!known) fresh.photos.push(hash)
      stored.photos.add(hash)
    }
    for (const hash of bundle.copies) {
      if (await ledger.photo(hash)) continue
      await database.photos.put({ hash, original: null, shown: await bundle.copy(hash), isCopy: true })
      fresh.photos.push(hash)
    }
    for (const hash of bundle.voices) {
      const known = await ledger.voice(hash)
      if (known?.sound) continue
      await database.voices.put({ hash, sound: await bundle.voice(hash) })
      if (!known) fresh.voices.push(hash)
      stored.voices.add(hash)
    }
    const { events: eventTable, keys, acts, aside: asideTable } = database
    await database.transaction('rw', eventTable, keys, acts, asideTable, async () => {
      const closed = closedDevices([...(await acts.toArray()), ...settled])
      const settledSince = events.some((event) => isLate(event, closed)) || late.some((event) => !isLate(event, closed))
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
        // An event stored without its signature by the first version gets it back; nothing else is overwritten.
        if (!same || (same.signature === '' && event.signature !== '')) await eventTable.put(event)
      }
      for (const [device, key] of bundle.keys) if (!(await keys.get(device))) await keys.add({ device, key })
      await asideTable.bulkDelete(events.map(({ hash }) => hash))
      await asideTable.bulkPut(late.map((event) => ({ hash: event.hash, event, closed: true })))
      // After the late events: what a person decided against is not accepted even if the id is open again.
      await asideTable.bulkPut(aside.map((event) => ({ hash: event.hash, event })))
      await acts.bulkAdd([...settled])
    })
  } catch (error) {
    await forget(ledger, fresh).catch(() => undefined)
    throw error
  }
  return stored
}

/** Deletes those photos and spoken notes that no event references. */
async function forget(
  { database }: Ledger,
  { photos, voices }: { readonly photos: readonly string[]; readonly voices: readonly string[] },
): Promise<void> {
  await database.transaction('rw', database.events, database.photos, database.voices, async () => {
    const events = await database.events.toArray()
    const named = new Set([...photosOf(events), ...voicesOf(events)].map(({ hash }) => hash))
    await database.photos.bulkDelete(photos.filter((hash) => !named.has(hash)))
    await database.voices.bulkDelete(voices.filter((hash) => !named.has(hash)))
  })
}

/** The result for a bundle that was taken in; its receipt is made from what is read back from disk. */
async function answer(
  ledger: Ledger,
  before: HeldRecords,
  { bundle, events: taken, late }: BundleChanges,
  stored: StoredOriginals,
  at: string,
): Promise<ReceptionResult> {
  const { device, hash } = bundle
  const own = bundle.events.filter((event) => event.device === device)
  const kept = (await ledger.database.events.bulkGet(own.map(({ id }) => id))).filter(
    (event, i): event is LedgerEvent => event?.hash === own[i]!.hash,
  )
  const isOwn = await ledger.isThisDevice(device)
  const given = kept.length > 0 && !isOwn ? await receiptFor(ledger, device, kept, at, hash) : null
  // Photos in events of unknown types all count, since it is unknown which of them are annotations or signatures.
  const later = photosOf(bundle.events.filter((event) => !isKnown(event)))
  const pictures = new Set([...photosTaken(bundle.events), ...later.map((photo) => photo.hash)])
  const fresh = taken.filter(({ id, hash }) => before.events.get(id)?.hash !== hash)
  const unsigned = new Set(bundle.events.flatMap((event) => (event.signature === '' ? [event.device] : [])))
  return {
    device,
    newDevice: ![...before.events.values()].some((event) => event.device === device),
    fresh: fresh.length,
    tally: tallyOf(fresh),
    photos: [...stored.photos].filter((photo) => pictures.has(photo)).length,
    voices: stored.voices.size,
    unsigned: [...unsigned],
    late: [...new Set(late.map((event) => event.device))].map((closed) => ({
      device: closed,
      count: late.filter((event) => event.device === closed).length,
    })),
    lacking: await missingOriginals(ledger, bundle.events),
    isOwn,
    receipt: given?.receipt ?? null,
    signed: (await ledger.deskKeys()) !== null,
  }
}
