import Dexie, { type Collection, type Table } from 'dexie'
import { noLater } from '@/io/versions/later-schema'
import type { KeptAct } from './acts'
import type { Device } from './device'
import type { LedgerEvent } from './event'
import type { Review } from './review'

export interface StoredPhoto {
  readonly hash: string
  /** As the camera gave it. Null once the office's receipt has come and a person has let it go. */
  readonly original: Blob | null
  /** Small, with time, place and source written into it. */
  readonly shown: Blob
  /** When the original was let go; absent as long as it is here, and where an earlier version let it go. */
  readonly releasedAt?: string
  /** `shown` came from another machine that had no original any more: no signature vouches for it. */
  readonly isCopy?: true
}

/** A spoken note as the recorder gave it; null once the office's receipt has come and a person has let it go. */
export interface StoredVoice {
  readonly hash: string
  readonly sound: Blob | null
  /** When it was let go; absent as long as it is here. */
  readonly releasedAt?: string
}

/** A second or so of what is being recorded for a draft, kept as it comes, until the whole of it stands in the draft. */
export interface VoiceChunk {
  readonly number?: number
  readonly draft: string
  /** Which recording it is of, when that was begun, and what it speaks of; no item: the place. */
  readonly recording: string
  readonly at: string
  readonly item?: string
  /** How long the recording was with it. */
  readonly seconds: number
  readonly type: string
  readonly sound: Blob
}

export interface KeptDraft {
  /** Kind and code of the source. */
  readonly key: string
  readonly draft: unknown
  /** Another at each writing; drafts of the first version have none. */
  readonly revision?: string
}

export interface StoredDevice extends Device {
  readonly name: 'this'
  readonly author: string
}

/** What the office said that it has of a bundle. */
export interface KeptReceipt {
  readonly bundle: string
  readonly at: string
  /** Numbers of this device's events that it names, all in between too; 0 where they have gaps. */
  readonly from?: number
  readonly upTo: number
  /** Hashes. */
  readonly photos: readonly string[]
  /** Of spoken notes; absent where it names none. */
  readonly voices?: readonly string[]
  /** Code of the desk whose signature it bears; receipts of the first version bear none and release nothing. */
  readonly desk?: string
  /** The numbers that it names, where they have gaps. */
  readonly numbers?: readonly number[]
  /** What the desk said of its records. */
  readonly reviews?: readonly Review[]
}

/** Records of this tablet that were given out, by their numbers; whether they arrived, only a receipt says. */
export interface Sent {
  readonly number?: number
  readonly from: number
  readonly upTo: number
  readonly way: 'file' | 'folder' | 'codes'
  readonly at: string
}

/** A review as the desk keeps it; `number` is given by the database, in order. */
export type KeptReview = Review & { readonly number?: number }

/** The desk that this tablet believes: its code, and its key once that was seen. The last one counts; earlier ones are kept. */
export interface Pin {
  readonly number?: number
  readonly code: string
  readonly key: Uint8Array<ArrayBuffer> | null
  readonly how: 'qr' | 'code'
  readonly at: string
  /** Why another desk was pinned before; empty for the first. */
  readonly reason: string
}

/** An event that the desk set aside: readable, and counted nowhere. */
export interface SetAside {
  readonly hash: string
  readonly event: LedgerEvent
  /** Its device's id was closed: it is taken once the id is open again and it is brought anew. */
  readonly closed?: true
}

export class LedgerDatabase extends Dexie {
  declare events: Table<LedgerEvent, string>
  declare photos: Table<StoredPhoto, string>
  declare drafts: Table<KeptDraft, string>
  declare device: Table<StoredDevice, string>
  declare receipts: Table<KeptReceipt, string>
  /** Public keys of the devices whose events are here. */
  declare keys: Table<{ readonly device: string; readonly key: Uint8Array<ArrayBuffer> }, string>
  /** The desk's own key, which signs receipts. */
  declare desk: Table<{ readonly name: 'desk'; readonly keys: CryptoKeyPair }, string>
  declare pins: Table<Pin, number>
  declare acts: Table<KeptAct, number>
  declare aside: Table<SetAside, string>
  declare sent: Table<Sent, number>
  /** The desk's own; none is ever deleted or changed. */
  declare reviews: Table<KeptReview, number>
  declare voices: Table<StoredVoice, string>
  declare recordings: Table<VoiceChunk, number>

  constructor(name: string) {
    // Strict: the browser says that a record is written only once it is on the disk.
    super(name, { ...noLater(4), chromeTransactionDurability: 'strict' })
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
  /** The pieces of notes of a draft that were begun at these times: one is recorded at a time, so that this tells it from all others. */
  piecesOf(draft: string, begun: ReadonlySet<string>): Collection<VoiceChunk, number> {
    return this.recordings
      .where('draft')
      .equals(draft)
      .and(({ at }) => begun.has(at))
  }
}
