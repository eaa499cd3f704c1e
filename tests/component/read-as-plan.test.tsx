import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { ItemReview } from '@/features/import/review/ItemReview'
import { FileList } from '@/features/import/waiting/FileList'
import { startI18n } from '@/i18n'
import { useChentu } from '@/store/chentu'
import { useImports } from '@/store/imports'
import { usePlanDesk } from '@/store/plan'

vi.mock('@/workers/client', () => ({
  datasetWorker: () => ({ removeItem: async () => undefined }),
  onDatasetWorkerStopped: () => undefined,
  whenAnswered: async () => undefined,
}))
afterEach(cleanup)

it('a plan among data files goes to the reader of plans by one press, and off the list once it is read', async () => {
  await startI18n('zh-CN')
  const dataset = { name: 'x' }
  useChentu.setState({ opened: { dataset } as never })
  const item = {
    id: 7,
    file: '方案.docx',
    bytes: 9,
    problem: { code: 'file-is-plan', file: '方案.docx' },
    table: null,
  } as const
  const source = new File(['1.'], '方案.docx')
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
