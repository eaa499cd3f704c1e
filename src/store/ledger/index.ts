import { create } from 'zustand'
import { writeFaultOf } from '@/io/versions/write-fault'
import { closedDevices, type StoredAct } from '@/ledger/acts'
import type { Calls } from '@/ledger/calls'
import type { CaseRecord } from '@/ledger/cases'
import { type DeskExchange, NO_EXCHANGE } from '@/ledger/delivery'
import { deskExchange } from '@/ledger/desk-exchange'
import { type EventBody, eventsById, isLater, type LaterEvent, type LedgerEvent } from '@/ledger/event'
import { foldSteps, type LedgerState } from '@/ledger/fold'
import { inSlices } from '@/ledger/in-slices'
import { countKept, type KeptCounts, watchCounts } from '@/ledger/kept-counts'
import { type DraftRef, Ledger } from '@/ledger/ledger'
import type { SentRange, SetAsideEvent, StoredVoice } from '@/ledger/ledger-database'
import { LEDGER_NAME } from '@/ledger/records-name'
import { lastReviews, NO_REVIEWS, type Reviews } from '@/ledger/review'
import { type ReviewNote, storeReviews } from '@/ledger/reviewing'
import type { RoundEvent } from '@/ledger/rounds'
import type { SharedCodes } from '@/ledger/shared-code'
import { isDoubtful, settleTablet, type Tablet, type TabletAct, tabletsOf } from '@/ledger/tablets'
import type { Verdicts } from '@/ledger/verdicts'
import { Queue } from '@/workspace/import/queue'
import { sameEvent, whatComesOf } from './derived'

let opened: Ledger | null = null

/** The ledger of this device. */
export function ledger(): Ledger {
  opened ??= new Ledger(LEDGER_NAME)
  return opened
}

type NewPhoto = { readonly hash: string; readonly original: Blob; readonly shown: Blob }

/**
 * Why nothing can be recorded here: a private window, which stores no photos and forgets everything; a later version of
 * the app stores its records here; or storage is unavailable.
 */
export type BlockedReason = 'private' | 'later' | 'off'

interface LedgerStore {
  /** All events, by id; null until they are read. */
  readonly events: ReadonlyMap<string, LedgerEvent> | null
  /** Codes that several sources of the open package share, by which their records are told apart. */
  readonly shared: SharedCodes
  /** State folded from the events, without those lacking a required signature (`doubtful`). */
  readonly state: LedgerState
  readonly doubtful: readonly LedgerEvent[]
  /** Reports of tablets on their rounds, the last of each. */
  readonly rounds: readonly RoundEvent[]
  /** Calls on days of warning. */
  readonly calls: Calls
  /** Cases on abnormal values, by id. */
  readonly cases: ReadonlyMap<string, CaseRecord>
  /** Verdicts on doubtful readings. */
  readonly verdicts: Verdicts
  /** Events of types unknown to this version. */
  readonly later: readonly LaterEvent[]
  /** Devices with records here, and the desk's decisions about them. */
  readonly tablets: readonly Tablet[]
  readonly acts: readonly StoredAct[]
  readonly aside: readonly SetAsideEvent[]
  /** What this tablet sent, and what came back. */
  readonly exchanged: DeskExchange
  /** Reviews made by this desk. */
  readonly reviews: Reviews
  /** The id of this device; empty until it is read. */
  readonly device: string
  readonly author: string
  readonly blocked: BlockedReason | null
  load(): Promise<void>
  /** Takes over which codes several sources of the open package share. */
  tellApart(shared: SharedCodes): void
  /** Writes an event; when it resolves, the event is on disk. @throws if it could not be written. */
  append(
    body: EventBody,
    photos: readonly NewPhoto[],
    draft: DraftRef | null,
    voices?: readonly StoredVoice[],
  ): Promise<LedgerEvent>
  /** Stores a decision about a tablet, with the author's name. @throws if it could not be written. */
  settle(act: TabletAct, reason: string): Promise<void>
  /** Records that records of this tablet were sent. @throws if it could not be written. */
  giveOut(what: Pick<SentRange, 'from' | 'upTo' | 'way'>): Promise<void>
  /** Reads again what came back from the desk. */
  loadExchanged(): Promise<void>
  /** Stores the desk's review of records, with the author's name. @throws if it could not be written. */
  review(
    records: readonly Pick<LedgerEvent, 'id' | 'hash'>[],
    said: Pick<ReviewNote, 'verdict' | 'note'>,
  ): Promise<void>
  /** Takes over a name at once, and stores it. @throws if it could not be stored: it is then kept only here. */
  setAuthor(author: string): Promise<void>
}

let files: Promise<boolean> | null = null

/** Whether this window can store files: WebKit's private windows store text but refuse photos. Tested once. */
function keepsFiles(): Promise<boolean> {
  const { database } = ledger()
  files ??= database
    .transaction('rw', database.photos, async () => {
      await database.photos.put({ hash: 'probe', original: null, shown: new Blob(['?']) })
      await database.photos.delete('probe')
    })
    // A full disk is reported when something is saved.
    .then(
      () => true,
      (error: unknown) => writeFaultOf(error) !== 'private',
    )
  return files
}

/** Counts of what the store holds, taken before it was read: whatever was written since differs and is read again. */
let countsRead: Partial<KeptCounts> = {}

/** The events that count, without those lacking a required signature. */
export function sureOf(events: LedgerStore['events'], doubtful: readonly LedgerEvent[]): readonly LedgerEvent[] {
  const unsure = new Set(doubtful)
  return [...(events?.values() ?? [])].filter((event) => !unsure.has(event))
}

/** The last change of the author, and how many there were in this window. */
let naming: Promise<void> = Promise.resolve()
let namings = 0

/** Serialises reading and writing of records, so that an older read never replaces a newer state. */
const turns = new Queue()

/** The same for reviews, receipts and what was sent, which are few: they never wait for all records to be read. */
const replies = new Queue()

/**
 * Others may write thousands of records, as when a bundle is received: they are read once nothing has arrived for this
 * long.
 */
const QUIET_MS = 300
let quiet: ReturnType<typeof setTimeout> | undefined

let isHearing = false

type Setter = (read: Partial<LedgerStore>) => void

/**
 * Reads what was reviewed, sent and came back, and stores it and its counts at once, together with `others`, which are
 * made only then: meanwhile the page may have said which codes are shared.
 */
const readReplies = (set: Setter, others: () => Partial<LedgerStore> = () => ({})): Promise<void> =>
  replies.run(async () => {
    const { database } = ledger()
    const { exchanged, reviews } = await countKept(database)
    const [replied, reviewed] = await Promise.all([deskExchange(ledger()), database.reviews.toArray()])
    set({ ...others(), exchanged: replied, reviews: lastReviews(reviewed) })
    countsRead = { ...countsRead, exchanged, reviews }
  })

/** Reads everything from the database. */
async function read(set: Setter): Promise<void> {
  try {
    await naming.catch(() => undefined)
    const named = namings
    const { id: device, author } = await ledger().device()
    const { deciding } = await countKept(ledger().database)
    const [stored, keys, acts, aside] = await Promise.all([
      ledger().all(),
      ledger().keys(),
      ledger().acts(),
      ledger().database.aside.toArray(),
    ])
    const { events: known, state: before, shared } = useLedger.getState()
    const all = stored.map((event) => sameEvent(event, known))
    const keyed = new Set(keys.keys())
    const doubtful = all.filter((event) => isDoubtful(event, keyed))
    const sure = all.filter((event) => !isDoubtful(event, keyed))
    const later = sure.filter(isLater)
    const tablets = tabletsOf(all, keyed, closedDevices(acts))
    const state = await inSlices(foldSteps(sure, before, shared))
    await readReplies(set, () => ({
      events: eventsById(all),
      ...whatComesOf(sure, useLedger.getState().shared, { state, shared }),
      doubtful,
      later,
      tablets,
      acts,
      aside,
      device,
      // A name entered while this was read is newer.
      ...(named === namings && { author }),
    }))
    countsRead = { ...countsRead, deciding }
    set({ blocked: (await keepsFiles()) ? null : 'private' })
  } catch (error) {
    set({ blocked: writeFaultOf(error) === 'later' ? 'later' : 'off' })
  }
}

/**
 * Reads again what another window or a worker has written since, and only that. This window already knows its own
 * writes.
 */
async function catchUp(get: () => LedgerStore, set: Setter): Promise<void> {
  const now = await countKept(ledger().database)
  if (now.events !== get().events?.size || now.deciding !== countsRead.deciding) {
    // A name being typed here is kept.
    await read(({ author: _, ...others }) => set(others))
    return
  }
  if (now.exchanged !== countsRead.exchanged || now.reviews !== countsRead.reviews) await readReplies(set)
}

export const useLedger = create<LedgerStore>()((set, get) => ({
  events: null,
  shared: {},
  state: new Map(),
  doubtful: [],
  rounds: [],
  calls: new Map(),
  cases: new Map(),
  verdicts: new Map(),
  later: [],
  tablets: [],
  acts: [],
  aside: [],
  exchanged: NO_EXCHANGE,
  reviews: NO_REVIEWS,
  device: '',
  author: '',
  blocked: null,
  async load() {
    await turns.run(() => read(set))
    if (isHearing) return
    isHearing = true
    watchCounts(ledger().database, () => {
      clearTimeout(quiet)
      // If the database cannot be read, the current state stays, and the next write reports it.
      quiet = setTimeout(() => void turns.run(() => catchUp(get, set).catch(() => undefined)), QUIET_MS)
    })
  },
  tellApart(shared) {
    const { events, doubtful, state } = get()
    if (JSON.stringify(shared) === JSON.stringify(get().shared)) return
    set({ shared, ...(events && whatComesOf(sureOf(events, doubtful), shared, { state })) })
  },
  async append(body, photos, draft, voices = []) {
    // The name on the screen, even if storing it failed or another window has stored another one since.
    const isKnown = get().device !== '' || namings > 0
    const author = isKnown ? get().author : undefined
    // A name that was just entered is stored before the event that it signs; if that failed, the user was told.
    await naming.catch(() => undefined)
    return turns.run(async () => {
      const event = await ledger().append(body, photos, draft, new Date().toISOString(), voices, author)
      const events = new Map([...(get().events ?? []), [event.id, event] as const])
      const { doubtful, state: before, shared } = get()
      const sure = sureOf(events, doubtful)
      const state = await inSlices(foldSteps(sure, before, shared))
      set({ events, ...whatComesOf(sure, get().shared, { state, shared }) })
      return event
    })
  },
  async settle(act, reason) {
    await settleTablet(ledger(), act, { reason, author: get().author, at: new Date().toISOString() })
    await get().load()
  },
  async giveOut(what) {
    await ledger().database.sent.add({ ...what, at: new Date().toISOString() })
    await get().loadExchanged()
  },
  async loadExchanged() {
    await readReplies(set)
  },
  async review(records, said) {
    await storeReviews(ledger(), records, { ...said, author: get().author, at: new Date().toISOString() })
    await readReplies(set)
  },
  async setAuthor(author) {
    namings++
    set({ author })
    naming = ledger().setAuthor(author)
    await naming
  },
}))
