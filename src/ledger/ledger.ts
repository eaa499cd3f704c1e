import { bytesToHex, randomBytes } from '@noble/hashes/utils.js'
import Dexie from 'dexie'
import { closedDevices, type StoredAct } from './acts'
import { voicesOfBody } from './body'
import { deskCode } from './desk-key'
import { newDevice, signEvent } from './device'
import { type EventBody, eventsById, type LedgerEvent } from './event'
import { nextEvent } from './event-chain'
import {
  type KeptDraft,
  LedgerDatabase,
  type StoredDevice,
  type StoredPhoto,
  type StoredVoice,
} from './ledger-database'
import type { HeldRecords } from './read-bundle'
import { newKeys, publicKey } from './signature'

/** Number of attempts to append an event when another tab keeps being faster. */
const MAX_TRIES = 20

/** Events read at once: the browser builds all of them in one task, during which the page stands still. */
const READ_AT_ONCE = 250

/** The draft that an event is made from: its key and revision. */
export interface DraftRef {
  readonly key: string
  readonly revision: string | null
}

/** Another window changed the draft after this one read it. */
export class DraftChanged extends Error {
  override readonly name = 'DraftChanged'
  /** @param now the stored draft; null if it has become a record. */
  constructor(readonly now: KeptDraft | null) {
    super('the draft was changed in another window')
  }
}

const revisionOf = (draft: KeptDraft | undefined) => (draft ? (draft.revision ?? '') : null)

/** Random, not a counter: a draft that became a record and was begun again must not look like the previous one. */
export const newRevision = (): string => bytesToHex(randomBytes(8))

/** The append-only records of this device, and those received from others. */
export class Ledger {
  readonly database: LedgerDatabase

  constructor(name = 'chentu-ledger') {
    this.database = new LedgerDatabase(name)
  }

  /** This device; created at the first call. */
  async device(): Promise<StoredDevice> {
    const { database } = this
    const known = await database.device.get('this')
    if (known) return known
    const made: StoredDevice = { ...(await newDevice()), name: 'this', author: '' }
    // If two tabs do this at once, the first one's key stays.
    await database.transaction('rw', database.device, async () => {
      if (!(await database.device.get('this'))) await database.device.put(made)
    })
    const device = (await database.device.get('this'))!
    if (device.keys) await database.keys.put({ device: device.id, key: await publicKey(device.keys) })
    return device
  }

  async setAuthor(author: string): Promise<void> {
    await this.database.device.put({ ...(await this.device()), author })
  }

  /** The desk's own key pair, created at the first call; null where the browser provides no keys. */
  async deskKeys(): Promise<CryptoKeyPair | null> {
    const { desk } = this.database
    const known = await desk.get('desk')
    if (known) return known.keys
    const keys = await newKeys()
    if (!keys) return null
    // If two windows do this at once, the first one's key stays.
    await this.database.transaction('rw', desk, async () => {
      if (!(await desk.get('desk'))) await desk.put({ name: 'desk', keys })
    })
    return (await desk.get('desk'))!.keys
  }

  /** Code of the desk's key on this machine; null if no desk was opened here yet. */
  async ownDeskCode(): Promise<string | null> {
    const known = await this.database.desk.get('desk')
    return known ? deskCode(await publicKey(known.keys)) : null
  }

  /** Whether this is the device that records here; creates none. */
  async isThisDevice(id: string): Promise<boolean> {
    return (await this.database.device.get('this'))?.id === id
  }

  /**
   * Writes an event with its photos and spoken notes, all or nothing. Also deletes the recording pieces of those notes,
   * and the draft unless another window has changed it; with a withdrawal, all recordings made for that draft as well.
   * When it resolves, everything is on disk.
   * @param author who writes it; if absent, the stored author of this device.
   * @throws if the browser refuses (no space, database closed): then nothing has changed.
   */
  async append(
    body: EventBody,
    photos: readonly StoredPhoto[],
    draft: DraftRef | null,
    at: string,
    voices: readonly StoredVoice[] = [],
    author?: string,
  ): Promise<LedgerEvent> {
    const { database } = this
    const device = await this.device()
    const written = { device: device.id, at, author: author ?? device.author, body }
    const said = new Set(voicesOfBody(body).map((voice) => voice.at))
    const lastOf = () => this.ofDevice(device.id, 0).last()
    for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
      const last = (await lastOf()) ?? null
      // Signed before the transaction, which cannot wait for the key operation.
      const event = await signEvent(nextEvent(last, written), device)
      const { events, photos: photoTable, voices: voiceTable, drafts, recordings } = database
      const isWritten = await database.transaction(
        'rw',
        events,
        photoTable,
        voiceTable,
        drafts,
        recordings,
        async () => {
          if (((await lastOf()) ?? null)?.id !== last?.id) return false
          await photoTable.bulkPut([...photos])
          await voiceTable.bulkPut([...voices])
          await events.add(event)
          if (draft && revisionOf(await drafts.get(draft.key)) === draft.revision) {
            await drafts.delete(draft.key)
            // The draft was a correction of the withdrawn record: nobody will save its recordings any more.
            if (body.type === 'withdrawal') await recordings.where('draft').equals(draft.key).delete()
          }
          if (draft && said.size > 0) await database.piecesOf(draft.key, said).delete()
          return true
        },
      )
      if (isWritten) return event
    }
    throw new Error('the ledger is being written elsewhere')
  }

  private ofDevice(id: string, from: number) {
    return this.database.events.where('[device+sequence]').between([id, from], [id, Dexie.maxKey])
  }

  /** Events of a device in order, starting at a sequence. */
  own(id: string, from: number): Promise<LedgerEvent[]> {
    return this.ofDevice(id, from).toArray()
  }

  /** All events as they are at one moment, in the order of their ids. */
  all(): Promise<LedgerEvent[]> {
    const { events } = this.database
    return this.database.transaction('r', events, async () => {
      const all: LedgerEvent[] = []
      for (;;) {
        const last = all.at(-1)
        const rest = last ? events.where('id').above(last.id) : events.toCollection()
        const piece = await rest.limit(READ_AT_ONCE).toArray()
        for (const event of piece) all.push(event)
        if (piece.length < READ_AT_ONCE) return all
      }
    })
  }

  /** The desk's acts, oldest first. */
  acts(): Promise<StoredAct[]> {
    return this.database.acts.orderBy('number').toArray()
  }

  /** Public keys by device. */
  async keys(): Promise<ReadonlyMap<string, Uint8Array<ArrayBuffer>>> {
    return new Map((await this.database.keys.toArray()).map(({ device, key }) => [device, key]))
  }

  /** Everything needed to check a bundle. */
  async held(): Promise<HeldRecords> {
    const [events, keys, acts, aside] = await Promise.all([
      this.all(),
      this.keys(),
      this.acts(),
      this.database.aside.filter(({ closed }) => !closed).primaryKeys(),
    ])
    return { events: eventsById(events), keys, closed: closedDevices(acts), aside: new Set(aside) }
  }

  /** A draft with its revision (empty for drafts of the first version); null if there is none. */
  async draft(key: string): Promise<{ readonly draft: unknown; readonly revision: string } | null> {
    const kept = await this.database.drafts.get(key)
    return kept ? { draft: kept.draft, revision: kept.revision ?? '' } : null
  }

  /** Keys of all drafts. */
  async draftKeys(): Promise<string[]> {
    return this.database.drafts.toCollection().primaryKeys()
  }

  /**
   * Saves a draft that was read at `revision` (null: there was none), and returns its new revision.
   * @throws {DraftChanged} if another window has changed it since; then nothing has changed.
   */
  async keepDraft(key: string, draft: unknown, revision: string | null, next = newRevision()): Promise<string> {
    const { drafts } = this.database
    const changed = await this.database.transaction('rw', drafts, async () => {
      const now = await drafts.get(key)
      if (revisionOf(now) !== revision) return { now: now ?? null }
      await drafts.put({ key, draft, revision: next })
      return null
    })
    if (changed) throw new DraftChanged(changed.now)
    return next
  }

  /** Deletes a draft and the recordings made for it. */
  async dropDraft(key: string): Promise<void> {
    const { drafts, recordings } = this.database
    await this.database.transaction('rw', drafts, recordings, async () => {
      await drafts.delete(key)
      await recordings.where('draft').equals(key).delete()
    })
  }

  async photo(hash: string): Promise<StoredPhoto | null> {
    return (await this.database.photos.get(hash)) ?? null
  }

  /** A spoken note; null if it never arrived. */
  async voice(hash: string): Promise<StoredVoice | null> {
    return (await this.database.voices.get(hash)) ?? null
  }

  close(): void {
    this.database.close()
  }
}
