import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { ItemReview } from '@/features/import/review/ItemReview'
import { FileList } from '@/features/import/waiting/FileList'
import { startI18n } from '@/i18n'
import { useChentu } from '@/store/chentu'
import { useImports } from '@/store/imports'
import { usePlanDesk } from '@/store/plan'
import { useKeptReviews, useKeptTexts } from '@/store/plan/kept-review'

const addFile = vi.hoisted(() => vi.fn())
vi.mock('@/workers/client', () => ({
  datasetWorker: () => ({ removeItem: async () => undefined, addFile }),
  onDatasetWorkerStopped: () => undefined,
  whenAnswered: async () => undefined,
  whenMapDrawn: async () => undefined,
}))
const item = {
  id: 7,
  file: '方案.docx',
  bytes: 2,
  problem: { code: 'file-is-plan', file: '方案.docx' },
  table: null,
} as const
const source = new File(['1.'], '方案.docx')

afterEach(cleanup)
beforeAll(async () => {
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true
  }
  await startI18n('zh-CN')
})

it('a plan among data files is passed to the plan reader by one press, and leaves the list once read', async () => {
  const dataset = { name: 'x' }
  useChentu.setState({ opened: { dataset } as never })
  useImports.getState().put([item], source)
  const read = vi
    .fn()
    .mockResolvedValueOnce([{ code: 'file-vanished', file: '方案.docx' }])
    .mockResolvedValueOnce([])
  usePlanDesk.setState({ read })
  render(<FileList />)
  screen.getByText('工作方案')
  cleanup()
  render(<ItemReview item={item} />)
  const press = () => fireEvent.click(screen.getByRole('button', { name: '按工作方案读入' }))
  press()
  await waitFor(() => expect(screen.getAllByRole('alert')).toHaveLength(2))
  expect(useImports.getState().items).toHaveLength(1)
  press()
  await waitFor(() => expect(useImports.getState().items).toHaveLength(0))
  expect(read).toHaveBeenCalledWith(source, dataset)
})

it('a plan among data files can be read as tables instead, or shows why not', async () => {
  useImports.getState().put([item], source)
  const none = { id: 8, file: item.file, bytes: 2, problem: { code: 'no-table', file: item.file }, table: null }
  const table = { id: 9, file: item.file, bytes: 2, problem: null, table: { role: 'road', sheets: [], blockers: [] } }
  addFile.mockResolvedValueOnce([none]).mockResolvedValueOnce([table])
  render(<ItemReview item={item} />)
  const press = () => fireEvent.click(screen.getByRole('button', { name: '作为数据表读入' }))
  press()
  await waitFor(() => expect(screen.getAllByRole('alert')).toHaveLength(2))
  expect(useImports.getState().items).toEqual([item])
  press()
  await waitFor(() => expect(useImports.getState().items).toEqual([table]))
  expect(useImports.getState().current).toBe(9)
  expect(addFile).toHaveBeenLastCalledWith(source, 2, expect.anything(), true)
  useImports.getState().remove(9)
})

it('a plan among data files replaces an unfinished review only after confirmation', async () => {
  useChentu.setState({ opened: { dataset: { name: 'x' } } as never })
  useImports.getState().put([item], source)
  useKeptReviews.setState({ reviews: { x: { file: '旧方案.docx' } as never } })
  useKeptTexts.setState({ texts: { x: '1.' } })
  const read = vi.fn().mockResolvedValue([])
  usePlanDesk.setState({ read })
  render(<ItemReview item={item} />)
  fireEvent.click(screen.getByRole('button', { name: '按工作方案读入' }))
  expect(screen.getByRole('dialog').textContent).toContain('“旧方案.docx”还没有核对完')
  expect(read).not.toHaveBeenCalled()
  fireEvent.click(screen.getByRole('button', { name: '替换并读入' }))
  await waitFor(() => expect(read).toHaveBeenCalled())
  useKeptReviews.setState({ reviews: {} })
  useKeptTexts.setState({ texts: {} })
})
