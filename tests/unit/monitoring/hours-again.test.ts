import 'fake-indexeddb/auto'
import { expect, it, vi } from 'vitest'
import type { ReadingsFile } from '@/io/readings/open-readings'
import type { MonthlyReadings } from '@/io/readings/package-readings'
import { hoursOf } from '@/workspace/readings/monitor-hours'
import type { Workspace } from '@/workspace/workspace'

const fileOf = () => ({ parameters: ['tsp'], read: vi.fn() }) as unknown as ReadingsFile

it('only unreadable files are opened again, and the others are kept', async () => {
  const sound = fileOf()
  const mended = fileOf()
  const problem = { code: 'readings-unreadable', file: 'b.parquet' } as const
  let isWhole = false
  const months: MonthlyReadings = {
    months: ['2022-09', '2022-10'],
    open: async (month) => {
      if (month === '2022-09') return { value: [sound], problems: [] }
      return isWhole ? { value: [mended], problems: [] } : { value: [], problems: [problem] }
    },
  }
  const readings = vi.fn(async () => ({ value: months, problems: [] }))
  const workspace = { copy: { files: {}, opened: { pack: {} } }, readings } as unknown as Workspace
  const first = await hoursOf(workspace, 'hours-again')
  expect(first.problems).toEqual([{ ...problem, month: '2022-10' }])
  expect(await hoursOf(workspace, 'hours-again')).toBe(first)
  isWhole = true
  const whole = await hoursOf(workspace, 'hours-again')
  expect(whole.files.map(({ file }) => file)).toEqual([sound, mended])
  expect(whole.problems).toEqual([])
  expect(await hoursOf(workspace, 'hours-again')).toBe(whole)
  expect(readings).toHaveBeenCalledOnce()
})
