import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { CasePlace } from '@/features/explore/cases/CasePlace'
import { startI18n } from '@/i18n'
import { useChentu } from '@/store/chentu'

vi.mock('@/workers/client', async (original) => ({
  ...(await original<object>()),
  datasetWorker: () => ({
    searchSources: async (query: string) =>
      query === '堆场'
        ? [
            { source: 1, name: '堆场甲', code: 'D1', county: '', position: [108.7, 34.3] },
            { source: 2, name: '堆场乙', code: 'D2', county: '', position: null },
          ]
        : [],
  }),
}))

beforeEach(async () => {
  await startI18n('zh-CN')
  useChentu.setState({ opened: { dataset: { counties: [], outlines: { features: [] } } } as never })
})
afterEach(cleanup)

it('the place of a case is found by the name of a source that has a position', async () => {
  const typed = vi.fn()
  const { rerender } = render(<CasePlace position={null} typed="堆场" onTyped={typed} />)
  const list = await screen.findByRole('list', { name: '按名称找到的污染源' })
  expect(list.textContent).not.toContain('堆场乙')
  fireEvent.click(screen.getByRole('button', { name: /^堆场甲.*D1$/ }))
  expect(typed).toHaveBeenCalledWith('108.7, 34.3')
  rerender(<CasePlace position={null} typed="没有这处" onTyped={typed} />)
  await screen.findByText('不是经纬度，也没有找到有位置的污染源')
  rerender(<CasePlace position={[108.7, 34.3]} typed="108.7, 34.3" onTyped={typed} />)
  expect(screen.queryByRole('list')).toBeNull()
  expect(screen.queryByRole('alert')).toBeNull()
})
