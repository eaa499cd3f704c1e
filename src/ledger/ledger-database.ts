import Dexie, { type Table } from 'dexie'
import { noLater } from '@/io/versions/later-schema'
import type { KeptAct } from './acts'
import type { Device } from './device'
import type { LedgerEvent } from './event'

export interface StoredPhoto {
  readonly hash: string
  /** As the camera gave it. Null once the office's receipt has come and a person has let it go. */
  readonly original: Blob | null
  /** Small, with time, place and source written into it. */
  readonly shown: Blob
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
  /** Code of the desk whose signature it bears; receipts of the first version bear none and release nothing. */
  readonly desk?: string
}

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

  constructor(name: string) {
    // Strict: the browser says that a record is written only once it is on the disk.
    super(name, { ...noLater(2), chromeTransactionDurability: 'strict' })
    this.version(1).stores({
      events: 'id, [device+sequence]',
      photos: 'hash',
      drafts: 'key',
      device: 'name',
      receipts: 'bundle',
      keys: 'device',
    })
    this.version(2).stores({ desk: 'name', pins: '++number', acts: '++number', aside: 'hash' })
  }
}
