import type { Page } from 'playwright-core'
import { checkChain } from '@/ledger/check-chain'
import type { LedgerEvent } from '@/ledger/event'
import { photosOf } from '@/ledger/originals'

/** A version as stored in the browser's database. */
export interface VersionOnDisk {
  readonly id: number
  readonly label: string
  readonly before: number | null
  /** Whether every file exists, with the hash stored in the version. */
  readonly whole: boolean
  /** Marks that a campaign wrote into the files of this version. */
  readonly marks: readonly string[]
}

/** The contents of the app's databases, read without the app. */
export interface OnDisk {
  /** Oldest first. */
  readonly versions: readonly VersionOnDisk[]
  /** The head; null for the delivered package. */
  readonly head: VersionOnDisk | null
  /** Whether the head refers to a version that does not exist. */
  readonly headless: boolean
  /** Whether every stored delivered package has all its files. */
  readonly deliveredWhole: boolean
  readonly events: readonly LedgerEvent[]
  /** Photos whose original is complete or was released. */
  readonly photos: readonly string[]
  readonly drafts: readonly { readonly key: string; readonly draft: unknown }[]
}

/** The marks that a campaign writes into files. */
export const MARK = /标记\d+/g

/** Reads the app's stored data without the app. */
export async function onDisk(page: Page): Promise<OnDisk> {
  const raw = await page.evaluate(async (mark) => {
    const known = new Set((await indexedDB.databases()).map(({ name }) => name))
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done, fail) => {
        request.onsuccess = () => done(request.result)
        request.onerror = () => fail(request.error)
      })
    /** Everything in one transaction, so that it is a single state. */
    async function read(name: string, wanted: readonly string[]): Promise<Record<string, unknown[]>> {
      const nothing = Object.fromEntries(wanted.map((store) => [store, []]))
      // Opening a database that does not exist would create an empty one.
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

/** Descriptions of what is corrupted on the disk; empty if everything is complete. */
export function corruptionOn({ versions, headless, deliveredWhole, events, photos }: OnDisk): string[] {
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
