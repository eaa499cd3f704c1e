import 'fake-indexeddb/auto'
import { beforeEach, expect, it, vi } from 'vitest'
import type { CaseOpened } from '@/ledger/case-bodies'
import { Ledger } from '@/ledger/ledger'
import { LEDGER_NAME } from '@/ledger/records-name'
import { stepBody } from '@/store/cases/write-step'
import { ledger, useLedger } from '@/store/ledger'

const body: CaseOpened = {
  type: 'case',
  ...{ sort: 'fire', sortName: '火点', title: '火点', reason: '卫星', from: '' },
  ...{ position: null, county: '', lead: [], observed: '2022-10-29T00:00:00.000Z' },
  ...{ likely: [], terms: [], note: '' },
}
const AT = '2022-10-29T03:00:00.000Z'
const stage = (id: string) => useLedger.getState().cases.get(id)?.standing.stage
const step = (id: string, name: 'arrived' | 'reported') =>
  stepBody({ id, title: '火点' }, useLedger.getState().cases.get(id), { step: name, when: AT })

/** The ledger as another window has opened it. */
const other = new Ledger(LEDGER_NAME)

beforeEach(async () => {
  await ledger().database.events.clear()
  await useLedger.getState().load()
})

it('a case record written in another window appears here automatically', async () => {
  const { id } = await useLedger.getState().append(body, [], null)
  expect(stage(id)).toBe('opened')
  await other.append(step(id, 'reported'), [], null, AT)
  await vi.waitFor(() => expect(stage(id)).toBe('reported'))
})

it('records that two windows write at the same time are both in the case', async () => {
  const { id } = await useLedger.getState().append(body, [], null)
  await Promise.all([
    other.append(step(id, 'arrived'), [], null, AT),
    useLedger.getState().append(step(id, 'reported'), [], null),
  ])
  await vi.waitFor(() => expect(useLedger.getState().cases.get(id)?.standing.steps).toHaveLength(2))
})

it('records sent or reviewed in another window appear without reading all records again', async () => {
  const { id } = await useLedger.getState().append(body, [], null)
  const { hash } = useLedger.getState().events!.get(id)!
  const all = vi.spyOn(ledger(), 'all')
  // The review is also known in this window.
  await useLedger.getState().review([{ id, hash }], { verdict: 'accepted', note: '' })
  await other.database.sent.add({ from: 1, upTo: 1, way: 'file', at: AT })
  await vi.waitFor(() => expect(useLedger.getState().exchanged.sent).toHaveLength(1))
  await other.database.reviews.add({
    event: id,
    hash,
    verdict: 'returned',
    note: '重查',
    author: '',
    at: new Date().toISOString(),
  })
  await vi.waitFor(() => expect(useLedger.getState().reviews.get(hash)?.verdict).toBe('returned'))
  expect(all).not.toHaveBeenCalled()
  all.mockRestore()
})

it('a name being typed stays when another window writes', async () => {
  const { id } = await useLedger.getState().append(body, [], null)
  useLedger.setState({ author: '王内' })
  await other.append(step(id, 'reported'), [], null, AT)
  await vi.waitFor(() => expect(stage(id)).toBe('reported'))
  expect(useLedger.getState().author).toBe('王内')
})

it('reviews and hand-overs made here stay while all records are read again', async () => {
  const { id } = await useLedger.getState().append(body, [], null)
  const { hash } = useLedger.getState().events!.get(id)!
  let goOn = () => {}
  const held = new Promise<void>((resolve) => {
    goOn = resolve
  })
  const readAll = ledger().all.bind(ledger())
  const all = vi.spyOn(ledger(), 'all').mockImplementation(async () => {
    const found = await readAll()
    await held
    return found
  })
  await other.append(step(id, 'reported'), [], null, AT)
  await vi.waitFor(() => expect(all).toHaveBeenCalled())
  await useLedger.getState().review([{ id, hash }], { verdict: 'accepted', note: '' })
  await useLedger.getState().giveOut({ from: 1, upTo: 7, way: 'file' })
  const kept = () => {
    const { reviews, exchanged } = useLedger.getState()
    return [reviews.get(hash)?.verdict, exchanged.sent.at(-1)?.upTo]
  }
  expect(kept()).toEqual(['accepted', 7])
  goOn()
  await vi.waitFor(() => expect(stage(id)).toBe('reported'))
  expect(kept()).toEqual(['accepted', 7])
  all.mockRestore()
})
