import 'fake-indexeddb/auto'
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { useCaseMarks } from '@/features/explore/cases/use-case-marks'
import { startI18n } from '@/i18n'
import type { CaseOpened } from '@/ledger/case-bodies'
import { useFarReading } from '@/map/overlay/use-far-reading'
import { useCasePanel } from '@/store/cases/case-panel'
import { ledger, useLedger } from '@/store/ledger'
import { useMapTool } from '@/store/page/map-tool'

const body: CaseOpened = {
  type: 'case',
  ...{ sort: 'fire', sortName: '火点', title: '火点一', reason: '卫星', from: '' },
  ...{ position: [108.7, 34.3], county: '', lead: [], observed: '2022-10-29T00:00:00.000Z' },
  ...{ likely: [], terms: [], note: '' },
}

beforeEach(async () => {
  await startI18n('zh-CN')
  await ledger().database.events.clear()
  await useLedger.getState().load()
  await useLedger.getState().setAuthor('王内勤')
  useCasePanel.getState().show(null)
  useMapTool.setState({ tool: 'pan' })
})
afterEach(cleanup)

it('the map has open cases while their panel is open; a press opens the card, unless a tool is in hand', async () => {
  const { id } = await act(() => useLedger.getState().append(body, [], null))
  const { result, rerender } = renderHook(({ isOpen }) => useCaseMarks(isOpen), { initialProps: { isOpen: false } })
  expect(result.current).toEqual([])
  rerender({ isOpen: true })
  const [mark] = result.current
  expect(mark?.at).toEqual([108.7, 34.3])
  act(() => mark!.onPress!())
  expect(useCasePanel.getState().shown).toBe(id)
  expect(result.current[0]!.state).toBe('case shown')
  act(() => useMapTool.setState({ tool: 'place' }))
  expect(result.current[0]!.onPress).toBeUndefined()
})

it('the map has a pin at the place of the case that is being opened, and nothing of it is pressed', () => {
  const { result } = renderHook(() => useCaseMarks(true))
  act(() => useCasePanel.getState().open('hand'))
  expect(result.current).toEqual([])
  act(() => useCasePanel.getState().pin([108.7, 34.3]))
  expect(result.current).toMatchObject([{ at: [108.7, 34.3], state: 'pin' }])
  expect(result.current[0]!.onPress).toBeUndefined()
  act(() => useCasePanel.getState().open(null))
  expect(result.current).toEqual([])
})

it('marks that say the same as before stay the same, as clocks go on', async () => {
  await act(() => useLedger.getState().append(body, [], null))
  const { result, rerender } = renderHook(() => useCaseMarks(true))
  const before = result.current
  act(() => useLedger.setState(({ cases }) => ({ cases: new Map(cases) })))
  rerender()
  expect(result.current).toBe(before)
})

it('marks on the desk leave its names as they are: only a map that says so is read at arm’s length', () => {
  const marks = [{ key: 'case 1', at: [108.7, 34.3] as const, text: '案', label: '' }]
  const of = (isFar: boolean) => renderHook(() => useFarReading(isFar, marks, [], undefined)).result.current
  expect(of(false)).toBeNull()
  expect(of(true)?.marks).toHaveLength(1)
})
