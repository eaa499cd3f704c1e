import 'fake-indexeddb/auto'
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { mercator, TILE_PIXELS } from '@/domain/geodesy/mercator'
import { useCaseMarks } from '@/features/explore/cases/use-case-marks'
import { useFitToCase } from '@/features/explore/cases/use-fit-to-case'
import { startI18n } from '@/i18n'
import type { CaseOpened } from '@/ledger/case-bodies'
import { useArmsLengthLabels } from '@/map/overlay/use-arms-length-labels'
import { useCasePanel } from '@/store/cases/case-panel'
import { useChentu } from '@/store/chentu'
import { ledger, useLedger } from '@/store/ledger'
import { useMapTool } from '@/store/page/map-tool'

const body: CaseOpened = {
  type: 'case',
  ...{ sort: 'fire', sortName: '火点', title: '火点一', reason: '卫星', from: '' },
  ...{ position: [108.7, 34.3], county: '', lead: [], observed: '2022-10-29T00:00:00.000Z' },
  ...{ likely: [], terms: [], note: '' },
}

const PLACED = { isTapped: false, wind: null, metres: 5000, likely: [] }

beforeEach(async () => {
  await startI18n('zh-CN')
  await ledger().database.events.clear()
  await useLedger.getState().load()
  await useLedger.getState().setAuthor('王内勤')
  useChentu.setState(useChentu.getInitialState())
  useCasePanel.getState().show(null)
  useCasePanel.getState().place(null)
  useMapTool.setState({ tool: 'pan' })
})
afterEach(cleanup)

it('the map shows open cases while their panel is open; a press opens the card, unless a map tool is active', async () => {
  const { id } = await act(() => useLedger.getState().append(body, [], null))
  const { result, rerender } = renderHook(({ isOpen }) => useCaseMarks(isOpen), { initialProps: { isOpen: false } })
  expect(result.current).toEqual([])
  rerender({ isOpen: true })
  const [mark] = result.current
  expect(mark?.at).toEqual([108.7, 34.3])
  act(() => mark!.onPress!())
  expect(useChentu.getState().view.case).toBe(id)
  expect(result.current[0]!.state).toBe('case shown')
  act(() => useMapTool.setState({ tool: 'place' }))
  expect(result.current[0]!.onPress).toBeUndefined()
})

it('the map shows a pin at the place of the case that is being opened, which can’t be pressed', () => {
  const { result } = renderHook(() => useCaseMarks(true))
  act(() => useCasePanel.getState().open('hand'))
  expect(result.current).toEqual([])
  act(() => useCasePanel.getState().place({ ...PLACED, position: [108.7, 34.3] }))
  expect(result.current).toMatchObject([{ at: [108.7, 34.3], state: 'pin' }])
  expect(result.current[0]!.onPress).toBeUndefined()
  act(() => useCasePanel.getState().open(null))
  expect(result.current).toEqual([])
})

it('the map shows the numbers of the likely sources of the case, and a press opens one', () => {
  const setView = vi.fn()
  useChentu.setState({ setView })
  const likely = [{ kind: 'yard', code: 'Y1', nth: 2, name: '堆场', position: [108.71, 34.3] as const }, null]
  const { result } = renderHook(() => useCaseMarks(true))
  act(() => useCasePanel.getState().place({ ...PLACED, position: [108.7, 34.3], likely }))
  expect(result.current).toMatchObject([{ at: [108.71, 34.3], text: '1', label: '1 堆场', state: 'likely' }])
  result.current[0]!.onPress!()
  expect(setView).toHaveBeenCalledWith({ selected: { kind: 'yard', code: 'Y1', nth: 2 } })
  act(() => useCasePanel.getState().place(null))
  expect(result.current).toEqual([])
})

it('the map fits a case with the area of its likely causes, beside the panels that cover it, and not to a place picked by hand', () => {
  const setView = vi.fn()
  // The open card also changes the view; only camera moves count here.
  useChentu.setState({ setView: (change) => void (change.camera && setView(change)) })
  const current = document.createElement('div')
  Object.defineProperties(current, { clientWidth: { value: 1000 }, clientHeight: { value: 600 } })
  const covered = { top: 0, right: 300, bottom: 0, left: 0 }
  const frame = { current }
  renderHook(() => useFitToCase(frame, covered))
  const placed = { ...PLACED, position: [108.7, 34.3] as const, wind: { fromDegrees: 0, metresPerSecond: 3 } }
  act(() => useCasePanel.getState().place({ ...placed, isTapped: true }))
  expect(setView).not.toHaveBeenCalled()
  act(() => useCasePanel.getState().place(placed))
  const { camera } = setView.mock.lastCall![0]
  const placeOf = (lon: number, lat: number, { zoom, ...at } = camera) => {
    const pixels = TILE_PIXELS * 2 ** zoom
    const [[x, y], [left, top]] = [mercator(lon, lat), mercator(at.lon, at.lat)]
    return { x: (x - left) * pixels + 350, y: (y - top) * pixels + 300 }
  }
  // The place and 5 km to the north of it: in the middle, with the far end below the county’s card.
  expect(camera.lon).toBeCloseTo(108.7, 4)
  const north = placeOf(108.7, 34.3 + 5000 / 110_922)
  expect(north.y).toBeCloseTo(56 + 48, 0)
  expect(placeOf(108.7, 34.3).y).toBeCloseTo(600 - 48, 0)
  act(() => useCasePanel.getState().place({ ...placed, likely: [null] }))
  expect(setView).toHaveBeenCalledTimes(1)
  // Another panel was open meanwhile, but reopening the case moves the map there again.
  act(() => useCasePanel.getState().place(null))
  act(() => useCasePanel.getState().place(placed))
  expect(setView).toHaveBeenCalledTimes(1)
  act(() => {
    useCasePanel.getState().place(null)
    useCasePanel.getState().show('c')
  })
  act(() => useCasePanel.getState().place(placed))
  expect(setView).toHaveBeenCalledTimes(2)
  // In calm air sources are searched in all directions.
  act(() => useCasePanel.getState().place({ ...placed, wind: { ...placed.wind, calmBelow: 4 } }))
  const around = setView.mock.lastCall![0].camera
  expect(placeOf(108.7, 34.3, around).y).toBeCloseTo(56 + (600 - 56) / 2, 0)
  expect(around.zoom).toBeLessThan(camera.zoom)
})

it('marks are not created again as time passes if they are unchanged', async () => {
  await act(() => useLedger.getState().append(body, [], null))
  const { result, rerender } = renderHook(() => useCaseMarks(true))
  const before = result.current
  act(() => useLedger.setState(({ cases }) => ({ cases: new Map(cases) })))
  rerender()
  expect(result.current).toBe(before)
})

it('marks are enlarged only on a map that is read at arm’s length, and not on the desk', () => {
  const marks = [{ key: 'case 1', at: [108.7, 34.3] as const, text: '案', label: '' }]
  const of = (isFar: boolean) => renderHook(() => useArmsLengthLabels(isFar, marks, [], undefined)).result.current
  expect(of(false)).toBeNull()
  expect(of(true)?.marks).toHaveLength(1)
})
