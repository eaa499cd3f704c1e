import { bytesToHex, randomBytes } from '@noble/hashes/utils.js'
import Dexie from 'dexie'
import { closedDevices, type KeptAct } from './acts'
import { voicesOfBody } from './body'
import { newDevice, sign } from './device'
import { byId, type EventBody, type LedgerEvent, nextEvent } from './event'
import {
  type KeptDraft,
  LedgerDatabase,
  type StoredDevice,
  type StoredPhoto,
  type StoredVoice,
} from './ledger-database'
import type { Held } from './read-bundle'
import { newKeys, publicKey } from './signature'

/** So often an event is made anew because another tab was quicker. */
const MOST_TRIES = 20

/** The draft that an event is made of: its name, and as of which writing. */
export interface DraftOf {
  readonly key: string
  readonly revision: string | null
}

/** A draft was written by another window since this one read it. */
export class DraftChanged extends Error {
  override readonly name = 'DraftChanged'
  /** @param now as it is kept by now; null where it has become a record. */
  constructor(readonly now: KeptDraft | null) {
    super('the draft was changed in another window')
  }
}

const revisionOf = (draft: KeptDraft | undefined) => (draft ? (draft.revision ?? '') : null)

/** The append-only record of this device, and what has come from others. */
export class Ledger {
  readonly database: LedgerDatabase

  constructor(name = 'chentu-ledger') {
    this.database = new LedgerDatabase(name)
  }

  /** This device; made at the first call. */
  async device(): Promise<StoredDevice> {
    const { database } = this
    const known = await database.device.get('this')
    if (known) return known
    const made: StoredDevice = { ...(await newDevice()), name: 'this', author: '' }
    // Two tabs at once: the first one's key stays.
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

  /** The desk's own key, made at the first call; null where the browser gives none. */
  async deskKeys(): Promise<CryptoKeyPair | null> {
    const { desk } = this.database
    const known = await desk.get('desk')
    if (known) return known.keys
    const keys = await newKeys()
    if (!keys) return null
    // Two windows at once: the first one's key stays.
    await this.database.transaction('rw', desk, async () => {
      if (!(await desk.get('desk'))) await desk.put({ name: 'desk', keys })
    })
    return (await desk.get('desk'))!.keys
  }

  /**
   * Writes an event with its photos and spoken notes, all or nothing. It clears the pieces in which those notes were recorded,
   * and the draft that it was made of unless another window has written it since, with a withdrawal also all that was recorded for
   * that draft. What it returns is on the disk.
   * @throws where the browser refuses (no room, closed database): then nothing has changed.
   */
  async append(
    body: EventBody,
    photos: readonly StoredPhoto[],
    draft: DraftOf | null,
    at: string,
    voices: readonly StoredVoice[] = [],
  ): Promise<LedgerEvent> {
    const { database } = this
    const device = await this.device()
    const said = new Set(voicesOfBody(body).map((voice) => voice.at))
    const lastOf = () => this.ofDevice(device.id, 0).last()
    for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
      const last = (await lastOf()) ?? null
      // Signed before the transaction, which can't wait for a key.
      const event = await sign(nextEvent(last, { device: device.id, at, author: device.author, body }), device)
      const { events, photos: photoTable, voices: voiceTable, drafts, recordings } = database
      const written = await database.transaction('rw', events, photoTable, voiceTable, drafts, recordings, async () => {
        if (((await lastOf()) ?? null)?.id !== last?.id) return false
        await photoTable.bulkPut([...photos])
        await voiceTable.bulkPut([...voices])
        await events.add(event)
        if (draft && revisionOf(await drafts.get(draft.key)) === draft.revision) {
          await drafts.delete(draft.key)
          // A correction that was begun of what is withdrawn: nobody saves what was said for it any more.
          if (body.type === 'withdrawal') await recordings.where('draft').equals(draft.key).delete()
        }
        if (draft && said.size > 0) await database.piecesOf(draft.key, said).delete()
        return true
      })
      if (written) return event
    }
    throw new Error('the ledger is being written elsewhere')
  }

  private ofDevice(id: string, from: number) {
    return this.database.events.where('[device+sequence]').between([id, from], [id, Dexie.maxKey])
  }

  /** The events of a device in their order, from a sequence on. */
  own(id: string, from: number): Promise<LedgerEvent[]> {
    return this.ofDevice(id, from).toArray()
  }

  all(): Promise<LedgerEvent[]> {
    return this.database.events.toArray()
  }

  /** The desk's acts, oldest first. */
  acts(): Promise<KeptAct[]> {
    return this.database.acts.orderBy('number').toArray()
  }

  /** Public keys by device. */
  async keys(): Promise<ReadonlyMap<string, Uint8Array<ArrayBuffer>>> {
    return new Map((await this.database.keys.toArray()).map(({ device, key }) => [device, key]))
  }

  /** All against which a bundle is read. */
  async held(): Promise<Held> {
    const [events, keys, acts, aside] = await Promise.all([
      this.all(),
      this.keys(),
      this.acts(),
      this.database.aside.filter(({ closed }) => !closed).primaryKeys(),
    ])
    return { events: byId(events), keys, closed: closedDevices(acts), aside: new Set(aside) }
  }

  /** A draft with its revision (empty for one of the first version); null where there is none. */
  async draft(key: string): Promise<{ readonly draft: unknown; readonly revision: string } | null> {
    const kept = await this.database.drafts.get(key)
    return kept ? { draft: kept.draft, revision: kept.revision ?? '' } : null
  }

  /** What drafts are kept under. */
  async draftKeys(): Promise<string[]> {
    return this.database.drafts.toCollection().primaryKeys()
  }

  /**
   * Keeps a draft that was read as of `revision` (null: there was none), and gives its new revision.
   * @throws {DraftChanged} where another window has written it since; then nothing has changed.
   */
  async keepDraft(key: string, draft: unknown, revision: string | null): Promise<string> {
    const { drafts } = this.database
    // Not counted up: a draft that became a record and was begun anew must not look like the one before.
    const next = bytesToHex(randomBytes(8))
    const changed = await this.database.transaction('rw', drafts, async () => {
      const now = await drafts.get(key)
      if (revisionOf(now) !== revision) return { now: now ?? null }
      await drafts.put({ key, draft, revision: next })
      return null
    })
    if (changed) throw new DraftChanged(changed.now)
    return next
  }

  async photo(hash: string): Promise<StoredPhoto | null> {
    return (await this.database.photos.get(hash)) ?? null
  }

  /** A spoken note; null where it never came. */
  async voice(hash: string): Promise<StoredVoice | null> {
    return (await this.database.voices.get(hash)) ?? null
  }

  close(): void {
    this.database.close()
  }
}
