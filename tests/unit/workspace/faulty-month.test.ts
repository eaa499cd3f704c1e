import 'fake-indexeddb/auto'
import { expect, it, vi } from 'vitest'
import { monthBegin } from '@/domain/monitoring/by-month'
import { RangeFault } from '@/io/package/ranged-file'
import { keepReadings } from '@/io/readings/keep-readings'
import { hoursOf } from '@/workspace/readings/monitor-hours'
import { readingsShelf } from '@/workspace/readings/readings-shelves'
import type { Workspace } from '@/workspace/workspace'

const READ = {
  ...{ devices: ['a'], device: new Uint32Array(1), minute: Int32Array.of(27_700_000) },
  series: { tsp: { values: Float32Array.of(1), flags: new Uint8Array(1) } },
}

it('an unreadable month does not affect the others, and is reported', async () => {
  const read = { parameters: ['tsp'], rows: 1, read: vi.fn(async () => READ) }
  const lost = {
    ...read,
    read: vi.fn().mockRejectedValue(new RangeFault({ code: 'readings-unreadable', file: 'september', seen: '' })),
  }
  const months = {
    months: ['2022-08', '2022-09'],
    open: async (month: string) => ({ value: [month === '2022-08' ? read : lost], problems: [] }),
  }
  const workspace = {
    copy: { files: {}, opened: { pack: {} } },
    readings: async () => ({ value: months, problems: [] }),
  } as unknown as Workspace
  for (let question = 0; question < 5; question++) {
    const hours = await hoursOf(workspace, 'faulty-month')
    await hours.reported()
    expect((await hours.ofMonth('2022-08', ['tsp'])).devices).toEqual(['a'])
    await hours.ofMonth('2022-09', ['tsp'])
    expect(hours.problems.map(({ file }) => file)).toEqual(['september'])
  }
  // Once for the devices, and once for their hours.
  expect(read.read).toHaveBeenCalledTimes(2)
  // Unreadable data is requested again.
  expect(lost.read.mock.calls.length).toBeGreaterThanOrEqual(5)
  // Once it is readable, the fault is gone.
  const september = { ...READ, devices: ['b'], minute: Int32Array.of(monthBegin('2022-09')) }
  lost.read.mockResolvedValue(september)
  const hours = await hoursOf(workspace, 'faulty-month')
  expect([...(await hours.reported()).keys()]).toEqual(['a', 'b'])
  expect((await hours.ofMonth('2022-09', ['tsp'])).devices).toEqual(['b'])
  expect(hours.problems).toEqual([])
})

it('illustrative hours are left out of a month with other hours, and of all months once any are imported', async () => {
  const file = (dataClass: 'real' | 'illustrative') => ({
    parameters: ['tsp'],
    rows: 1,
    dataClass,
    read: async () => READ,
  })
  const [mixed, real, made] = [[file('illustrative'), file('real')], [file('real')], [file('illustrative')]]
  const ofMonth: Readonly<Record<string, object[]>> = { '2022-07': mixed, '2022-08': real, '2022-09': made }
  const months = {
    months: Object.keys(ofMonth),
    open: async (month: string) => ({ value: ofMonth[month], problems: [] }),
  }
  const workspace = {
    copy: { files: {}, opened: { pack: {} } },
    readings: async () => ({ value: months, problems: [] }),
  } as unknown as Workspace
  const asked = async () => {
    const hours = await hoursOf(workspace, 'mixed-months')
    return hours.files.map(({ month, isKept }) => [month, isKept, hours.isMadeUp([month])])
  }
  expect(await asked()).toEqual([
    ['2022-07', false, false],
    ['2022-08', false, false],
    ['2022-09', false, true],
  ])
  await keepReadings(readingsShelf('mixed-months'), [
    { readings: { ...READ, minute: Int32Array.of(monthBegin('2022-09')) } },
  ])
  expect((await asked()).filter(([month]) => month !== '2022-09')).toEqual([
    ['2022-07', false, false],
    ['2022-08', false, false],
  ])
  expect((await asked()).filter(([month]) => month === '2022-09')).toEqual([['2022-09', true, false]])
})

it('illustrative hours do not appear in place of imported ones that can’t be read', async () => {
  const made = { parameters: ['tsp'], rows: 1, dataClass: 'illustrative', read: async () => READ }
  const months = { months: ['2022-09'], open: async () => ({ value: [made], problems: [] }) }
  const workspace = {
    copy: { files: {}, opened: { pack: {} } },
    readings: async () => ({ value: months, problems: [] }),
  } as unknown as Workspace
  const shelf = readingsShelf('lost-months')
  await keepReadings(shelf, [{ readings: { ...READ, minute: Int32Array.of(monthBegin('2022-09')) } }])
  const [part] = await shelf.list()
  await shelf.parts.update(part!.id, { file: new Blob(['gone']) })
  const hours = await hoursOf(workspace, 'lost-months')
  expect(hours.files).toEqual([])
  expect(hours.problems).toMatchObject([{ code: 'kept-readings-lost', file: '2022-09' }])
})
