import Dexie, { type Collection, type Table } from 'dexie'
import { refuseLaterSchema } from '@/io/versions/later-schema'
import type { StoredAct } from './acts'
import type { Device } from './device'
import type { EndedCase } from './ended-case'
import type { LedgerEvent } from './event'
import type { Review } from './review'

export interface StoredPhoto {
  readonly hash: string
  /** As the camera produced it. Null once the office's receipt has arrived and the user has deleted it. */
  readonly original: Blob | null
  /** Small copy with time, place and source written into it. */
  readonly shown: Blob
  /** When the original was deleted; absent while it is here, and if an earlier version deleted it. */
  readonly releasedAt?: string
  /** `shown` came from another machine that had no original any more: no signature covers it. */
  readonly isCopy?: true
}

/** A spoken note as recorded; `sound` is null once the office's receipt has arrived and the user has deleted it. */
export interface StoredVoice {
  readonly hash: string
  readonly sound: Blob | null
  /** When it was deleted; absent while it is here. */
  readonly releasedAt?: string
}

/** About a second of a recording for a draft, stored as it is recorded, until the whole recording is in the draft. */
export interface VoiceChunk {
  readonly number?: number
  readonly draft: string
  /** Id of its recording, when that was started, and its checklist item; without an item it is about the place. */
  readonly recording: string
  readonly at: string
  readonly item?: string
  /** Length of the recording including this piece. */
  readonly seconds: number
  readonly type: string
  readonly sound: Blob
}

export interface KeptDraft {
  /** `kind/code` of the source. */
  readonly key: string
  readonly draft: unknown
  /** Changes with every save; drafts of the first version have none. */
  readonly revision?: string
}

export interface StoredDevice extends Device {
  readonly name: 'this'
  readonly author: string
}

/** A receipt of the office: what it holds of a bundle. */
export interface StoredReceipt {
  readonly bundle: string
  readonly at: string
  /** Range of this device's event numbers that the receipt names, without gaps; 0 if there are gaps. */
  readonly from?: number
  readonly upTo: number
  /** Hashes of photos. */
  readonly photos: readonly string[]
  /** Hashes of spoken notes; absent if it names none. */
  readonly voices?: readonly string[]
  /** Code of the desk that signed it; receipts of the first version are unsigned and release nothing. */
  readonly desk?: string
  /** The numbers it names, if they have gaps. */
  readonly numbers?: readonly number[]
  /** The desk's reviews of its records. */
  readonly reviews?: readonly Review[]
  /** Cases of this device that are closed or withdrawn; absent if it names none. */
  readonly cases?: readonly EndedCase[]
}

/** Range of records of this tablet that were sent; only a receipt tells whether they arrived. */
export interface SentRange {
  readonly number?: number
  readonly from: number
  readonly upTo: number
  readonly way: 'file' | 'folder' | 'codes'
  readonly at: string
}

/** A review as stored by the desk; `number` is assigned by the database, in order. */
export type StoredReview = Review & { readonly number?: number }

/**
 * The desk that this tablet trusts: its code, and its key once known. The last entry counts; earlier ones are kept.
 */
export interface Pin {
  readonly number?: number
  readonly code: string
  readonly key: Uint8Array<ArrayBuffer> | null
  readonly how: 'qr' | 'code'
  readonly at: string
  /** Why the previous desk was replaced; empty for the first. */
  readonly reason: string
}

/** An event that the desk set aside: readable, but not counted. */
export interface SetAsideEvent {
  readonly hash: string
  readonly event: LedgerEvent
  /**
   * The id of its device was closed: the event is accepted once the id is open again and the event is brought again.
   */
  readonly closed?: true
}

export class LedgerDatabase extends Dexie {
  declare events: Table<LedgerEvent, string>
  declare photos: Table<StoredPhoto, string>
  declare drafts: Table<KeptDraft, string>
  declare device: Table<StoredDevice, string>
  declare receipts: Table<StoredReceipt, string>
  /** Public keys of the devices whose events are stored here. */
  declare keys: Table<{ readonly device: string; readonly key: Uint8Array<ArrayBuffer> }, string>
  /** The desk's own key pair, which signs receipts. */
  declare desk: Table<{ readonly name: 'desk'; readonly keys: CryptoKeyPair }, string>
  declare pins: Table<Pin, number>
  declare acts: Table<StoredAct, number>
  declare aside: Table<SetAsideEvent, string>
  declare sent: Table<SentRange, number>
  /** Reviews made by this desk; none is ever deleted or changed. */
  declare reviews: Table<StoredReview, number>
  declare voices: Table<StoredVoice, string>
  declare recordings: Table<VoiceChunk, number>

  constructor(name: string) {
    // Strict: the browser reports a write as done only once it is on disk.
    super(name, { ...refuseLaterSchema(4), chromeTransactionDurability: 'strict' })
    this.version(1).stores({
      events: 'id, [device+sequence]',
      photos: 'hash',
      drafts: 'key',
      device: 'name',
      receipts: 'bundle',
      keys: 'device',
    })
    this.version(2).stores({ desk: 'name', pins: '++number', acts: '++number', aside: 'hash' })
    this.version(3).stores({ sent: '++number', reviews: '++number, event' })
    this.version(4).stores({ voices: 'hash', recordings: '++number, draft' })
  }
  /**
   * Recording pieces of a draft's notes that were started at these times; since only one note is recorded at a time,
   * the start time identifies it.
   */
  piecesOf(draft: string, begun: ReadonlySet<string>): Collection<VoiceChunk, number> {
    return this.recordings
      .where('draft')
      .equals(draft)
      .and(({ at }) => begun.has(at))
  }
}
