import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { createRef } from 'react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { NO_FILTERS } from '@/domain/sources/view/filters'
import { SidePanel } from '@/features/explore/side/SidePanel'
import { startI18n } from '@/i18n'
import { type Opened, useChentu } from '@/store/chentu'
import { FIRST_VIEW } from '@/store/view/view'

const row = (source: number) => ({
  source,
  kind: 'yard',
  code: `S${source}`,
  name: `堆场${source}`,
  county: '',
  status: 0,
  requirements: [],
  leads: [],
  overdueDays: 1,
  since: null,
  due: null,
})

vi.mock('@/features/explore/ranking/RankingPanel', () => ({ RankingPanel: () => null }))
vi.mock('@/features/explore/detail/DetailCard', () => ({ DetailCard: () => null }))
vi.mock('@/features/explore/point/PointCard', () => ({ PointCard: () => null }))
vi.mock('@/map/overlay/SourceSymbol', () => ({ SourceSymbol: () => null }))
/** Rows are named after their list, and arrive when the test lets them. */
const rowsAnswer = vi.hoisted(() => ({ list: '堆场', until: Promise.resolve() as Promise<unknown> }))
vi.mock('@/workers/client', () => ({
  datasetWorker: () => ({
    shownRows: async (from: number, to: number) => {
      await rowsAnswer.until
      return Array.from({ length: to - from }, (_, i) => ({ ...row(from + i), name: `${rowsAnswer.list}${from + i}` }))
    },
  }),
  onDatasetWorkerStopped: () => undefined,
  datasetReopened: () => undefined,
  whenAnswered: async () => undefined,
  whenMapDrawn: async () => undefined,
}))

beforeAll(async () => {
  await startI18n('zh-CN')
  // Otherwise no row of the list is visible.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(400)
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(300)
})
afterEach(cleanup)

const show = (change: Partial<Opened>) =>
  act(async () => {
    const opened = { ...useChentu.getState().opened, ...change } as Opened
    useChentu.setState({ opened })
  })

it('is marked as current once its rows are loaded, and then keeps the row of the keyboard', async () => {
  const before = NO_FILTERS
  const next = { ...NO_FILTERS, kinds: ['yard'] }
  const shown = () => ({ total: 50, problems: 50 }) as never
  useChentu.setState({ view: { ...FIRST_VIEW, filters: before }, selected: null })
  await show({ dataset: { counties: [], kinds: [] } as never, shown: shown(), shownFilters: before, filters: before })
  render(<SidePanel frame={createRef()} sheet={null} />)
  await screen.findByText('堆场0')
  const isOld = () => document.getElementById('list')!.dataset.old
  const active = () => document.querySelector('#list li button[tabindex="0"]')!
  const down = () => fireEvent.keyDown(active(), { key: 'ArrowDown' })
  for (let i = 0; i < 3; i++) down()
  expect(active().textContent).toContain('堆场3')

  act(() => useChentu.setState({ view: { ...FIRST_VIEW, filters: next } }))
  expect(isOld()).toBe('true')
  await show({ shown: shown(), shownFilters: next })
  expect(isOld()).toBe('false')
  expect(active().textContent).toContain('堆场0')
  down()
  // The counts of further filters have arrived at last.
  await show({ filters: next })
  expect(active().textContent).toContain('堆场1')
})

it('keeps the rows, dimmed, until those of the next selection are loaded, but not those of other data', async () => {
  const shown = () => ({ total: 50, problems: 50 }) as never
  const data = () => ({ counties: [], kinds: [] }) as never
  const filters = NO_FILTERS
  useChentu.setState({ view: { ...FIRST_VIEW, filters }, selected: null })
  await show({ dataset: data(), shown: shown(), shownFilters: filters, filters })
  render(<SidePanel frame={createRef()} sheet={null} />)
  await screen.findByText('堆场0')
  const arrived = new EventTarget()
  const isDimmed = () => document.querySelector('#list [data-old="true"]') !== null
  rowsAnswer.until = new Promise((resolve) => arrived.addEventListener('rows', resolve))
  rowsAnswer.list = '工地'
  await show({ shown: shown() })
  expect([screen.queryByText('堆场0') !== null, isDimmed()]).toEqual([true, true])
  arrived.dispatchEvent(new Event('rows'))
  await screen.findByText('工地0')
  expect([screen.queryByText('堆场0'), isDimmed()]).toEqual([null, false])
  rowsAnswer.until = new Promise((resolve) => arrived.addEventListener('rows', resolve))
  await show({ dataset: data(), shown: shown() })
  expect([screen.queryByText('工地0'), isDimmed()]).toEqual([null, false])
  await act(async () => void arrived.dispatchEvent(new Event('rows')))
  await screen.findByText('工地0')
})
