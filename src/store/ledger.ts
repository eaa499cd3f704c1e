import { create } from 'zustand'
import type { EventBody, LedgerEvent } from '@/ledger/event'
import { foldLedger, type LedgerState } from '@/ledger/fold'
import { Ledger } from '@/ledger/ledger'

let opened: Ledger | null = null

/** The ledger of this device. */
export function ledger(): Ledger {
  opened ??= new Ledger()
  return opened
}

type NewPhoto = { readonly hash: string; readonly original: Blob; readonly shown: Blob }

interface LedgerStore {
  /** All events, by id; null until they are read. */
  readonly events: ReadonlyMap<string, LedgerEvent> | null
  readonly state: LedgerState
  readonly author: string
  /** The browser does not let us read or write; nothing can be recorded. */
  readonly blocked: boolean
  load(): Promise<void>
  /** Writes an event; what comes back is on the disk. @throws where it could not be written. */
  append(body: EventBody, photos: readonly NewPhoto[], draftKey: string): Promise<LedgerEvent>
  /** Adds events that came from another device, already verified and written. */
  receive(events: readonly LedgerEvent[]): void
  setAuthor(author: string): Promise<void>
}

const byId = (events: Iterable<LedgerEvent>) => new Map([...events].map((event) => [event.id, event]))

export const useLedger = create<LedgerStore>()((set, get) => ({
  events: null,
  state: new Map(),
  author: '',
  blocked: false,
  async load() {
    try {
      const [events, { author }] = await Promise.all([ledger().all(), ledger().device()])
      set({ events: byId(events), state: foldLedger(events), author, blocked: false })
    } catch {
      set({ blocked: true })
    }
  },
  async append(body, photos, draftKey) {
    const event = await ledger().append(body, photos, draftKey, new Date().toISOString())
    get().receive([event])
    return event
  },
  receive(events) {
    const all = new Map([...(get().events ?? []), ...byId(events)])
    set({ events: all, state: foldLedger(all.values()) })
  },
  async setAuthor(author) {
    set({ author })
    await ledger().setAuthor(author)
  },
}))
