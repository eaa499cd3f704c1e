import { act, cleanup, render, screen } from '@testing-library/react'
import { StrictMode } from 'react'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { NO_FILTERS } from '@/domain/sources/view/filters'
import { Actions } from '@/features/explore/question/Actions'
import { Chips } from '@/features/explore/question/Chips'
import { startI18n } from '@/i18n'
import { useChentu } from '@/store/chentu'
import { useRequestedDialog } from '@/store/page/requested-dialog'
import { FIRST_VIEW, type View } from '@/store/view/view'

vi.mock('@/workers/client', async () => (await import('../fixtures/fake-dataset-worker')).fakeDatasetWorker.client)

const dataset = {
  name: '咸阳',
  kinds: [],
  counties: [],
  rules: [],
  clauses: [],
  reports: [],
  settings: { asOf: 'today' },
}
const evaluation = { asOf: '2022-09-30' }
const look = (change: Partial<View>) => act(() => useChentu.setState({ view: { ...FIRST_VIEW, ...change } }))

beforeAll(async () => {
  vi.spyOn(Selection.prototype, 'collapse').mockReturnValue()
  await startI18n('zh-CN')
})
beforeEach(() => {
  useRequestedDialog.setState({ asked: null })
  useChentu.setState({ view: FIRST_VIEW, opened: { dataset, evaluation, shown: {} } as never })
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

it('offers conditions behind a count when they no longer fit because a chip became longer', () => {
  // One line has room for so many letters.
  vi.spyOn(HTMLElement.prototype, 'offsetTop', 'get').mockImplementation(function (this: HTMLElement) {
    const chips = [...this.parentElement!.children]
    const until = chips.slice(0, chips.indexOf(this) + 1).map(({ textContent }) => textContent)
    return until.join('').length > 8 ? 30 : 0
  })
  look({ filters: { ...NO_FILTERS, statuses: ['overdue'], leads: ['住建局'] } })
  render(<Chips />)
  expect(screen.queryByRole('button', { name: '另外 1 项条件' })).toBeNull()
  look({ filters: { ...NO_FILTERS, statuses: ['overdue', 'failing', 'unknown'], leads: ['住建局'] } })
  screen.getByRole('button', { name: '另外 1 项条件' })
})

it('shows a request made before the bar was there, and drops it when the user leaves the screen', () => {
  useRequestedDialog.setState({ asked: { dialog: 'save-view' } })
  const { unmount } = render(<Actions />, { wrapper: StrictMode })
  screen.getByRole('dialog', { name: '保存当前视图' })
  look({ mode: 'meeting' })
  unmount()
  expect(useRequestedDialog.getState().asked).toBeNull()
})
