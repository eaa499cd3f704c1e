import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ChentuDatabase } from '@/io/versions/database'
import { storageProblem, VersionStore } from '@/io/versions/version-store'
import { writeFaultOf } from '@/io/versions/write-fault'
import { Ledger } from '@/ledger/ledger'
import { useLedger } from '@/store/ledger'
import { newBrowser, newWindow } from '../../fixtures/window'

/** A database of a newer version of the app: a higher schema number, with a table that this version does not have. */
async function leftByLater(name: string, stores: Record<string, string>): Promise<void> {
  const later = new Dexie(name)
  later.version(99).stores({ ...stores, tomorrow: 'id' })
  await later.open()
  await later.table('tomorrow').add({ id: 1 })
  later.close()
}

const whatIsLeft = async (name: string) => {
  const later = new Dexie(name)
  await later.open()
  const left = { version: later.verno, tomorrow: await later.table('tomorrow').toArray() }
  later.close()
  return left
}

beforeEach(newBrowser)
afterEach(() => Dexie.delete('chentu-ledger'))

describe('a database with a newer schema', () => {
  it('is neither read nor written, and is reported each time', async () => {
    await leftByLater('chentu', { heads: 'packageKey', versions: '++id, packageKey', files: 'hash' })
    const database = new ChentuDatabase()
    const store = new VersionStore(database)
    for (let i = 0; i < 2; i++) {
      const error = await store.head('a').then(
        () => null,
        (reason: unknown) => reason,
      )
      expect(writeFaultOf(error)).toBe('later')
      expect(storageProblem(error)).toMatchObject({ code: 'database-later' })
    }
    const facts = { packageKey: 'a', at: 1, month: null, label: '', before: null }
    expect(await store.add(facts, new Map(), null)).toMatchObject({ problem: { code: 'database-later' } })
    database.close()
    expect(await whatIsLeft('chentu')).toMatchObject({ version: 99, tomorrow: [{ id: 1 }] })
  })

  it('is not confused with a repaired one, which opens', async () => {
    const repaired = new Dexie('chentu')
    repaired.version(4.1).stores({ files: 'hash', versions: '++id, packageKey', heads: 'packageKey' })
    await repaired.open()
    await repaired.table('heads').add({ packageKey: 'a', version: null })
    repaired.close()
    for (let i = 0; i < 2; i++) {
      const database = new ChentuDatabase()
      expect(await database.heads.count()).toBe(1)
      database.close()
    }
  })

  it('keeps the delivered package on the screen, and the reason is shown', async () => {
    await leftByLater('chentu', { heads: 'packageKey' })
    const workspace = await newWindow()
    const opened = await workspace.openInForce()
    expect(opened.value).not.toBeNull()
    expect(opened.problems).toMatchObject([{ code: 'database-later' }])
    const refused = await workspace.saveMeeting({ agenda: [], counties: [], template: '' }, '', 1)
    expect(refused.problems).toMatchObject([{ code: 'database-later' }])
  })

  it('for records prevents recording, and the reason is shown', async () => {
    await leftByLater('chentu-ledger', { events: 'id' })
    const ledger = new Ledger()
    await expect(ledger.all()).rejects.toSatisfy((error) => writeFaultOf(error) === 'later')
    await useLedger.getState().load()
    expect(useLedger.getState().blocked).toBe('later')
    ledger.close()
  })
})
