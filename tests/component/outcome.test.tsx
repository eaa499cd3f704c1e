import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { OutcomeLine } from '@/features/import/OutcomeLine'
import { startI18n } from '@/i18n'
import { useImports } from '@/store/imports'
import { useWindows } from '@/store/windows'

const worker = {
  undo: vi.fn(async () => ({ value: null, problems: [{ code: 'not-in-force', file: '议程' }] })),
  versions: vi.fn(async () => ({ versions: [], head: 6 })),
}
vi.mock('@/workers/client', () => ({
  datasetWorker: () => worker,
  onDatasetWorkerStopped: () => undefined,
  datasetReopened: () => undefined,
  whenAnswered: async () => undefined,
}))

beforeAll(async () => {
  await startI18n('zh-CN')
})
afterEach(() => {
  cleanup()
  useWindows.setState({ elsewhere: null })
})

const undo = () => screen.queryByRole('button', { name: '撤销' })
const showTaken = () => {
  useImports.setState({
    outcome: { kind: 'taken', files: 1, version: 5 },
    versions: { versions: [], head: 5 },
  })
  render(<OutcomeLine />)
}

it('offers to undo a take-over only while it is in force, and the list of versions afterwards', () => {
  showTaken()
  expect(undo()).not.toBeNull()
  // The meeting's agenda was saved.
  act(() => useImports.setState({ versions: { versions: [], head: 6 } }))
  expect(undo()).toBeNull()
  screen.getByText(/此后数据又有更改/)
  screen.getByRole('button', { name: '历史版本' })
})

it('offers nothing that another window has overtaken', () => {
  showTaken()
  act(() => useWindows.setState({ elsewhere: { code: 'changed-elsewhere', file: '堆场.csv' } }))
  expect(undo()).toBeNull()
})

it('says which take-over is to be undone, and why it was not', async () => {
  showTaken()
  fireEvent.click(undo()!)
  await screen.findByText(/没有撤销，当前数据不变/)
  expect(worker.undo).toHaveBeenCalledWith(5)
})
