import 'fake-indexeddb/auto'
import { beforeEach, expect, it, vi } from 'vitest'
import { Ledger } from '@/ledger/ledger'
import { LEDGER_NAME } from '@/ledger/records-name'
import { ledger, useLedger } from '@/store/ledger'
import { inspection } from '../ledger/records'

const { append, setAuthor, load } = useLedger.getState()
const shown = () => useLedger.getState().author

beforeEach(async () => {
  await ledger().database.events.clear()
  await setAuthor('张三')
})

it('before anything was read, a record has the stored author', async () => {
  const other = new Ledger(LEDGER_NAME)
  await other.setAuthor('李四')
  vi.resetModules()
  const fresh = (await import('@/store/ledger')).useLedger.getState()
  expect(fresh.author).toBe('')
  expect((await fresh.append(inspection(), [], null)).author).toBe('李四')
})

it('a record has the author on the screen, although the name could not be stored', async () => {
  await load()
  vi.spyOn(ledger().database.device, 'put').mockRejectedValueOnce(new DOMException('', 'QuotaExceededError'))
  const refused = setAuthor('李四').catch(({ name }: Error) => name)
  expect(shown()).toBe('李四')
  expect((await append(inspection(), [], null)).author).toBe('李四')
  expect(await refused).toBe('QuotaExceededError')
  expect((await append(inspection(), [], null)).author).toBe('李四')
})

it('a record has the author on the screen of its own window, whoever was entered in another', async () => {
  await load()
  await new Ledger(LEDGER_NAME).setAuthor('李四')
  expect((await append(inspection(), [], null)).author).toBe('张三')
})

it('a name entered while the records are read stays', async () => {
  const { acts } = ledger().database
  const read = acts.orderBy.bind(acts)
  vi.spyOn(acts, 'orderBy').mockImplementationOnce((by) => {
    void setAuthor('李四')
    return read(by)
  })
  await load()
  expect(shown()).toBe('李四')
  await load()
  expect(shown()).toBe('李四')
})

it('a name whose storing has begun is not replaced by the one before', async () => {
  const stored = setAuthor('李四')
  await load()
  await stored
  expect(shown()).toBe('李四')
})
