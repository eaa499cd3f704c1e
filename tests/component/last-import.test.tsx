import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { KeptReadings } from '@/features/import/readings/KeptReadings'
import { startI18n } from '@/i18n'
import { useReadings } from '@/store/readings'

const kept = vi.hoisted(() => ({ last: null as unknown, undone: [] as unknown[], lost: {} as { lost?: number } }))
vi.mock('@/workers/client', () => ({
  datasetWorker: () => ({ listVersions: async () => null }),
  onDatasetWorkerStopped: () => undefined,
  whenAnswered: async () => undefined,
  whenMapDrawn: async () => undefined,
}))
vi.mock('@/store/exports/exports-worker', () => ({
  READINGS_NAME: 'a',
  TRACKS_NAME: 'b',
  exportsWorker: () => ({
    keptReadings: async () => [
      { month: '2022-10', bytes: 900, rows: 96, isAtMost: false, madeUp: 0, parts: 1, devices: [], ...kept.lost },
    ],
    lastImport: async () => kept.last,
    undoReadings: async (ids: unknown) => {
      kept.undone.push(ids)
      kept.last = null
      return true
    },
  }),
  onExportsWorkerStopped: () => undefined,
}))
beforeAll(async () => {
  await startI18n('zh-CN')
})
afterEach(cleanup)

it('undoes the last import after the page was opened again, once confirmed', async () => {
  kept.last = { ids: [7, 8], months: ['2022-09', '2022-10'], devices: 2 }
  render(<KeptReadings />)
  fireEvent.click(await screen.findByRole('button', { name: '撤销最近一次导入' }))
  screen.getByText('最近一次导入：2022年9月、2022年10月，2 台设备')
  expect(kept.undone).toEqual([])
  const dialog = within(screen.getByRole('dialog', { name: '撤销最近一次导入？' }))
  fireEvent.click(dialog.getByRole('button', { name: '撤销最近一次导入' }))
  await vi.waitFor(() => expect(useReadings.getState().removed).toEqual({ kind: 'undone' }))
  expect(kept.undone).toEqual([[7, 8]])
  await vi.waitFor(() => expect(screen.queryByText(/^最近一次导入/)).toBeNull())
})

it('says of a stored month how many of its readings can’t be read any more', async () => {
  kept.lost = { lost: 90 }
  render(<KeptReadings />)
  expect((await screen.findByRole('alert')).textContent).toBe(
    '其中 90 条无法读取，可能已被浏览器清除，该月数据不能使用。请重新导入该月的文件，或删除该月。',
  )
  kept.lost = {}
})
