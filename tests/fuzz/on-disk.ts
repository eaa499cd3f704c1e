import type { Page } from 'playwright-core'
import { photosOf } from '@/ledger/bundle'
import { checkChain } from '@/ledger/check-chain'
import type { LedgerEvent } from '@/ledger/event'

/** A version as it lies in the browser's database. */
export interface VersionOnDisk {
  readonly id: number
  readonly label: string
  readonly before: number | null
  /** Every file is there and its content has the hash that the version names. */
  readonly whole: boolean
  /** Marks that a campaign wrote into the files of this version. */
  readonly marks: readonly string[]
}

/** What the databases of the app hold, read past the app. */
export interface OnDisk {
  /** Oldest first. */
  readonly versions: readonly VersionOnDisk[]
  /** The version in force; null for the package as it was delivered. */
  readonly head: VersionOnDisk | null
  /** The head names a version that is not there. */
  readonly headless: boolean
  /** Every package kept as its folder gave it has all its files. */
  readonly deliveredWhole: boolean
  readonly events: readonly LedgerEvent[]
  /** Photos whose original is there, whole, or was let go. */
  readonly photos: readonly string[]
  readonly drafts: readonly { readonly key: string; readonly draft: unknown }[]
}

/** What a campaign writes into a file so as to find it again. */
export const MARK = /标记\d+/g

/** Reads what the app keeps on the disk, without the app. */
export async function onDisk(page: Page): Promise<OnDisk> {
  const raw = await page.evaluate(async (mark) => {
    const known = new Set((await indexedDB.databases()).map(({ name }) => name))
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done, fail) => {
        request.onsuccess = () => done(request.result)
        request.onerror = () => fail(request.error)
      })
    /** Everything in one transaction: one state, not a mixture of two. */
    async function read(name: string, wanted: readonly string[]): Promise<Record<string, unknown[]>> {
      const nothing = Object.fromEntries(wanted.map((store) => [store, []]))
      // Opening a database that is not there would make an empty one.
      if (!known.has(name)) return nothing
      const database = await asked(indexedDB.open(name))
      try {
        const stores = wanted.filter((store) => database.objectStoreNames.contains(store))
        if (stores.length === 0) return nothing
        const transaction = database.transaction(stores)
        const all = stores.map(async (store) => [store, await asked(transaction.objectStore(store).getAll())])
        return { ...nothing, ...Object.fromEntries(await Promise.all(all)) }
      } finally {
        database.close()
      }
    }
    const sumOf = async (blob: Blob) =>
      [...new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer()))]
        .map((byte) => byte.toString(16).padStart(2, '0'))
        .join('')

    const workspace = await read('chentu', ['files', 'versions', 'heads', 'delivered'])
    const files = new Map<string, { sum: string | null; marks: string[] }>()
    for (const { hash, blob } of workspace.files as { hash: string; blob: Blob }[]) {
      const sum = await sumOf(blob).catch(() => null)
      files.set(hash, { sum, marks: sum ? ((await blob.text()).match(new RegExp(mark, 'g')) ?? []) : [] })
    }
    const isWhole = (hashes: Record<string, string>) =>
      Object.values(hashes).every((hash) => files.get(hash)?.sum === hash)
    type Stored = { id: number; label: string; before: number | null; files: Record<string, string> }
    const versions = (workspace.versions as Stored[]).map(({ id, label, before, files: hashes }) => ({
      id,
      label,
      before,
      whole: isWhole(hashes) && Object.keys(hashes).length > 0,
      marks: [...new Set(Object.values(hashes).flatMap((hash) => files.get(hash)?.marks ?? []))],
    }))
    const ledger = await read('chentu-ledger', ['events', 'photos', 'drafts'])
    const photos: string[] = []
    for (const { hash, original } of ledger.photos as { hash: string; original: Blob | null }[])
      if (original === null || (await sumOf(original).catch(() => null)) === hash) photos.push(hash)
    const drafts = (ledger.drafts as { key: string; draft: unknown }[]).map(({ key, draft }) => ({
      key,
      draft: JSON.parse(JSON.stringify(draft)) as unknown,
    }))
    return {
      versions,
      head: (workspace.heads as { version: number | null }[])[0]?.version ?? null,
      deliveredWhole: (workspace.delivered as Stored[]).every(({ files: hashes }) => isWhole(hashes)),
      events: ledger.events as LedgerEvent[],
      photos,
      drafts,
    }
  }, MARK.source)
  const head = raw.versions.find(({ id }) => id === raw.head) ?? null
  return { ...raw, head, headless: raw.head !== null && head === null }
}

/** What is torn on the disk, in words; empty where everything is whole. */
export function tornOn({ versions, headless, deliveredWhole, events, photos }: OnDisk): string[] {
  const kept = new Set(photos)
  return [
    ...(headless ? ['the head names a version that is not there'] : []),
    ...versions.filter(({ whole }) => !whole).map(({ label }) => `version ${label} is not whole`),
    ...(deliveredWhole ? [] : ['the package as it was delivered is not whole']),
    ...checkChain(events, new Map()).map(({ event, fault }) => `event ${event}: ${fault}`),
    ...events.flatMap((event) =>
      photosOf([event])
        .filter(({ hash }) => !kept.has(hash))
        .map(({ hash }) => `event ${event.id} has no whole photo ${hash}`),
    ),
  ]
}
