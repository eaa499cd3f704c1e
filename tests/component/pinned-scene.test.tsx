import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import type { MonthReport } from '@/domain/dustfall/month-report'
import { SceneContent } from '@/features/meeting/SceneContent'
import { startI18n } from '@/i18n'
import { useChentu } from '@/store/chentu'
import { decodeView } from '@/store/view/link'
import { openMeeting } from './small-meeting'

const pinned = vi.fn()
vi.mock('@/workers/client', () => ({
  datasetWorker: () => ({ pinnedView: pinned }),
  onDatasetWorkerStopped: () => undefined,
}))
const basemaps = vi.hoisted(() => ({ value: { loaded: [] as readonly object[] } }))
vi.mock('@/map/basemap/use-basemaps', () => ({ useLoadedBasemaps: () => basemaps.value }))
vi.mock('@/map/drawing/CountyDrawing', () => ({ CountyDrawing: () => null }))
/** Draws a map, and is given the first county’s figure. */
const draw = vi.hoisted(() => vi.fn())
vi.mock('@/map/picture/use-picture', () => ({
  useMapAlone: ({ report }: { report: MonthReport }) => {
    return async () => {
      draw(report.rows[0]!.figure.value)
      return { canvas: { width: 4, height: 3 }, entries: [], about: '某市', source: '' }
    }
  },
}))

const ITEM = { scene: 'pinned', title: '堆场', notes: '', view: '/explore?kind=yard' } as const
/** The worker’s answer for the view; a new object each time, as from a real worker. */
const answer = (look: object | null = null) => ({
  shown: { total: 3, problems: 1, findings: 1, unplaced: 0, lines: [] },
  lookLegend: look,
  standings: { overdue: 1, failing: 0, fine: 2, due: 0, unknown: 0 },
  kinds: new Map(),
})

beforeAll(async () => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  )
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(800)
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600)
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue({ drawImage() {} } as never)
  await startI18n('zh-CN')
})
beforeEach(async () => {
  draw.mockReset()
  pinned.mockReset().mockImplementation(async () => answer())
  basemaps.value = { loaded: [] }
  openMeeting({ meeting: { agenda: [ITEM] } })
  become((opened) => ({ ...opened, evaluation: { asOf: '2022-10-31', lineGrades: new Map() } }))
  useChentu.setState({ seen: null })
  render(<SceneContent item={ITEM} step="all" place="1 / 1" />)
  await drawn()
})
afterEach(cleanup)

type Opened = NonNullable<ReturnType<typeof useChentu.getState>['opened']>
const become = (change: (opened: Opened) => Opened) => useChentu.setState(({ opened }) => ({ opened: change(opened!) }))
/** The package as the worker returns it after a change: all objects are new. */
const withDataset = (opened: Opened, change: Partial<Opened['dataset']>): Opened => ({
  ...opened,
  dataset: { ...structuredClone(opened.dataset), ...change },
  evaluation: structuredClone(opened.evaluation),
  shown: structuredClone(opened.shown),
})
const drawn = () => waitFor(() => expect(screen.getByTestId('pinned-map').dataset.drawn).toBe('true'))

/** Does something, waits until the answer is drawn, and returns how often it was drawn for that. */
async function timesDrawn(change: () => void): Promise<number> {
  draw.mockClear()
  const asked = pinned.mock.calls.length
  act(change)
  await waitFor(() => expect(pinned.mock.calls.length).toBeGreaterThan(asked))
  await act(async () => Promise.all(pinned.mock.results.map(({ value }) => value)))
  await drawn()
  return draw.mock.calls.length
}

it('is a labelled canvas, with a description beside it', () => {
  const canvas = screen.getByRole<HTMLCanvasElement>('img')
  expect([canvas.width, canvas.height]).toEqual([4, 3])
  screen.getByText('某市')
  expect(draw.mock.calls).toEqual([[6]])
})

it('counts what its map draws: without the kinds that the link hides, with the selected source', async () => {
  const view = '/explore?off=stockpile,points&source=stockpile/DC-1&seen=108,34,109,35'
  cleanup()
  pinned.mockClear()
  render(<SceneContent item={{ ...ITEM, view }} step="all" place="1 / 1" />)
  await waitFor(() => expect(pinned).toHaveBeenCalled())
  const chosen = decodeView(view).selected
  expect(chosen).not.toBeNull()
  for (const [, , on] of pinned.mock.calls) expect(on).toEqual({ hidden: ['stockpile', 'points'], chosen })
})

it('is evaluated for its fixed day in every month, else for the end of the month, as its text says', async () => {
  const days = async (view: string) => {
    cleanup()
    pinned.mockClear()
    render(<SceneContent item={{ ...ITEM, view }} step="all" place="1 / 1" />)
    await drawn()
    return [...new Set(pinned.mock.calls.map(([, , , asOf, place]) => `${asOf} ${place}`))]
  }
  become((opened) => ({ ...opened, evaluation: { asOf: '2023-03-28', lineGrades: new Map() } }))
  expect(await days('/explore?kind=yard&date=2022-10-15')).toEqual(['2022-10-15 null'])
  screen.getByText(/截至2022年10月15日/)
  screen.getByText(/^2022年10月/)
  expect(await days('/explore?kind=yard&date=2022-08-31&month=2022-08')).toEqual(['2022-08-31 null'])
  screen.getByText(/^2022年8月.*截至2022年8月31日/)
  // Without an own day it uses the meeting’s, whatever month was shown when it was pinned.
  expect(await days('/explore?kind=yard&month=2022-08')).toEqual(['2022-10-31 null'])
  screen.getByText(/^2022年10月/)
  expect(await days('/explore?kind=yard')).toEqual(['2022-10-31 null'])
  screen.getByText(/截至2022年10月31日/)
})

it('shows the clause that continues the pinned one, with a note', async () => {
  cleanup()
  pinned.mockClear()
  openMeeting({ meeting: { agenda: [ITEM] } })
  become((opened) => ({
    ...withDataset(opened, {
      earlierPlans: [{ year: 2021, plan: null, clauses: [], rules: [], asked: [], goesOn: [[23, 21]] }],
      endedRules: [],
      rules: [],
    }),
    evaluation: { asOf: '2022-10-31', lineGrades: new Map() },
  }))
  render(<SceneContent item={{ ...ITEM, view: '/explore?clause=23&plan=2021' }} step="all" place="1 / 1" />)
  await waitFor(() => expect(pinned).toHaveBeenCalled())
  for (const [filters] of pinned.mock.calls) expect(filters.clauses).toEqual([21])
  expect((await screen.findByRole('note')).textContent).toContain('原第23条现为第21条')
  cleanup()
  // A view pinned before links had a plan is not shown for the whole city.
  pinned.mockClear()
  render(<SceneContent item={{ ...ITEM, view: '/explore?clause=23' }} step="all" place="1 / 1" />)
  await waitFor(() => expect(pinned).toHaveBeenCalled())
  for (const [filters] of pinned.mock.calls) expect(filters.clauses).toEqual([23])
  expect((await screen.findByRole('note')).textContent).toContain('没有注明按哪一份方案保存')
})

it('is redrawn when a figure of the month is corrected and nothing else has changed', async () => {
  const corrected = ({ dataset }: Opened) =>
    dataset.reports.map((report) => ({
      ...report,
      rows: report.rows.map((row) => ({ ...row, figure: { ...row.figure, value: 99 } })),
    }))
  await timesDrawn(() => become((opened) => withDataset(opened, { reports: corrected(opened) })))
  expect(draw.mock.calls).toEqual([[99]])
})

it('is redrawn when rows of sources or records of teams change', async () => {
  expect(await timesDrawn(() => become((opened) => withDataset(opened, { checksum: 'other' })))).toBe(1)
  expect(
    await timesDrawn(() => {
      useChentu.setState({ seen: [] })
      become((opened) => withDataset(opened, {}))
    }),
  ).toBe(1)
})

it('is redrawn once its base map changes', async () => {
  draw.mockClear()
  basemaps.value = { loaded: [{}] }
  act(() => become((opened) => ({ ...opened })))
  await drawn()
  expect(draw).toHaveBeenCalledOnce()
})

it('is not redrawn when notes of the meeting are saved', async () => {
  const canvas = screen.getByRole('img')
  const noted = ({ dataset: { settings } }: Opened) => ({
    ...settings,
    meeting: { agenda: [ITEM], template: null, held: { '2022-10': { chair: '王某' } } },
  })
  expect(await timesDrawn(() => become((opened) => withDataset(opened, { settings: noted(opened) })))).toBe(0)
  expect(screen.getByRole('img')).toBe(canvas)
})
