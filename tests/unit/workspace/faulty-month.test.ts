import 'fake-indexeddb/auto'
import { expect, it, vi } from 'vitest'
import { monthBegin } from '@/domain/monitoring/by-month'
import { RangeFault } from '@/io/package/ranged-file'
import { hoursOf } from '@/workspace/monitor-hours'
import type { Workspace } from '@/workspace/workspace'

const READ = {
  ...{ devices: ['a'], device: new Uint32Array(1), minute: Int32Array.of(27_700_000) },
  series: { tsp: { values: Float32Array.of(1), flags: new Uint8Array(1) } },
}

it('a month that can’t be read any more takes nothing from the others, and is said', async () => {
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
  // Once for what the devices are, and once for their hours.
  expect(read.read).toHaveBeenCalledTimes(2)
  // What it can't give is asked for again.
  expect(lost.read.mock.calls.length).toBeGreaterThanOrEqual(5)
  // Once it gives it, nothing is left of the fault.
  const september = { ...READ, devices: ['b'], minute: Int32Array.of(monthBegin('2022-09')) }
  lost.read.mockResolvedValue(september)
  const hours = await hoursOf(workspace, 'faulty-month')
  expect([...(await hours.reported()).keys()]).toEqual(['a', 'b'])
  expect((await hours.ofMonth('2022-09', ['tsp'])).devices).toEqual(['b'])
  expect(hours.problems).toEqual([])
})
