import { create } from 'zustand'
import { writeFaultOf } from '@/io/versions/write-fault'
import { closedDevices, type KeptAct } from '@/ledger/acts'
import { byId, type EventBody, isLater, type LaterEvent, type LedgerEvent } from '@/ledger/event'
import { foldLedger, type LedgerState } from '@/ledger/fold'
import { type DraftOf, Ledger } from '@/ledger/ledger'
import type { SetAside } from '@/ledger/ledger-database'
import { isDoubtful, settleTablet, type Tablet, type TabletAct, tabletsOf } from '@/ledger/tablets'

let opened: Ledger | null = null

/** The ledger of this device. */
export function ledger(): Ledger {
  opened ??= new Ledger()
  return opened
}

type NewPhoto = { readonly hash: string; readonly original: Blob; readonly shown: Blob }

/**
 * Why nothing can be recorded here: a private window, which takes no photos and forgets all; a later version of the app keeps
 * its records here; or the storage is off.
 */
export type Blocked = 'private' | 'later' | 'off'

interface LedgerStore {
  /** All events, by id; null until they are read. */
  readonly events: ReadonlyMap<string, LedgerEvent> | null
  /** What they come to, without those that should bear a signature and do not. */
  readonly state: LedgerState
  readonly doubtful: readonly LedgerEvent[]
  /** In types that this version does not know. */
  readonly later: readonly LaterEvent[]
  /** Devices whose records are here, and what the desk settled about them. */
  readonly tablets: readonly Tablet[]
  readonly acts: readonly KeptAct[]
  readonly aside: readonly SetAside[]
  /** The id of this device; empty until it is read. */
  readonly device: string
  readonly author: string
  readonly blocked: Blocked | null
  load(): Promise<void>
  /** Writes an event; what comes back is on the disk. @throws where it could not be written. */
  append(body: EventBody, photos: readonly NewPhoto[], draft: DraftOf | null): Promise<LedgerEvent>
  /** Settles something about a tablet, by name. @throws where it could not be written. */
  settle(act: TabletAct, reason: string): Promise<void>
  /** @throws where it could not be written. */
  setAuthor(author: string): Promise<void>
}

let files: Promise<boolean> | null = null

/** Whether this window keeps files: WebKit's private ones take words and refuse photos. Tried once. */
function keepsFiles(): Promise<boolean> {
  const { database } = ledger()
  files ??= database
    .transaction('rw', database.photos, async () => {
      await database.photos.put({ hash: 'probe', original: null, shown: new Blob(['?']) })
      await database.photos.delete('probe')
    })
    // A full disk is said where something is saved.
    .then(
      () => true,
      (error: unknown) => writeFaultOf(error) !== 'private',
    )
  return files
}

export const useLedger = create<LedgerStore>()((set, get) => ({
  events: null,
  state: new Map(),
  doubtful: [],
  later: [],
  tablets: [],
  acts: [],
  aside: [],
  device: '',
  author: '',
  blocked: null,
  async load() {
    try {
      const { id: device, author } = await ledger().device()
      const [all, keys, acts, aside] = await Promise.all([
        ledger().all(),
        ledger().keys(),
        ledger().acts(),
        ledger().database.aside.toArray(),
      ])
      const keyed = new Set(keys.keys())
      const doubtful = all.filter((event) => isDoubtful(event, keyed))
      const sure = all.filter((event) => !isDoubtful(event, keyed))
      const [state, later] = [foldLedger(sure), sure.filter(isLater)]
      const tablets = tabletsOf(all, keyed, closedDevices(acts))
      set({ events: byId(all), state, doubtful, later, tablets, acts, aside, device, author })
      set({ blocked: (await keepsFiles()) ? null : 'private' })
    } catch (error) {
      set({ blocked: writeFaultOf(error) === 'later' ? 'later' : 'off' })
    }
  },
  async append(body, photos, draft) {
    const event = await ledger().append(body, photos, draft, new Date().toISOString())
    const events = new Map([...(get().events ?? []), [event.id, event] as const])
    const doubtful = new Set(get().doubtful)
    set({ events, state: foldLedger([...events.values()].filter((each) => !doubtful.has(each))) })
    return event
  },
  async settle(act, reason) {
    await settleTablet(ledger(), act, { reason, author: get().author, at: new Date().toISOString() })
    await get().load()
  },
  async setAuthor(author) {
    set({ author })
    await ledger().setAuthor(author)
  },
}))
