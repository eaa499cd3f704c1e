import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { hasReadings, readingsShelf } from '@/workspace/readings/readings-shelves'
import { openFromDisk } from '../package-from-disk'

it('a package has readings if it lists some, or if the browser keeps some', async () => {
  const opened = (await openFromDisk('')).value!
  expect(await hasReadings({ opened }, 'none')).toBe(true)
  const provenance = opened.pack.provenance.filter(({ role }) => role !== 'readings-hourly')
  const without = { opened: { ...opened, pack: { ...opened.pack, provenance } } }
  expect(await hasReadings(without, 'none')).toBe(false)
  await readingsShelf('kept').parts.add({ id: 1, month: '2022-10', bytes: 1, rows: 1, devices: [] })
  expect(await hasReadings(without, 'kept')).toBe(true)
  expect(await hasReadings(without, 'none')).toBe(false)
})
