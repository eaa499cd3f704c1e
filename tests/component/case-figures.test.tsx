import 'fake-indexeddb/auto'
import { act, renderHook } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { useCaseFigures } from '@/features/meeting/use-case-figures'
import type { CaseRecord } from '@/ledger/cases'
import { useChentu } from '@/store/chentu'
import { openMeeting } from './small-meeting'

const body = { title: 'TSP 超标', observed: '2022-10-29T00:00:00.000Z', county: '', lead: [], likely: [], terms: [] }
const closing = {
  id: 'b',
  knows: [],
  step: 'closed',
  when: '2022-11-10T00:00:00.000Z',
  event: { body: { photos: [] } },
}
const record = {
  ...{ id: 'a', opening: { body, at: body.observed }, withdrawn: null, withdrawnSteps: [] },
  standing: { stage: 'closed', turn: 1, steps: [closing], current: [closing], closing, reopening: null },
} as unknown as CaseRecord
const records = [record]
vi.mock('@/store/cases/use-cases', () => ({ useCaseRecords: () => records }))
vi.mock('@/store/device/today', () => ({
  useToday: () => '2026-11-27',
  useMinute: () => Date.parse('2026-11-27T08:00:00+08:00'),
}))

it('a month’s cases are counted as of the date that is chosen, else as of the day of the meeting', () => {
  openMeeting({ meeting: { held: { '2022-10': { day: '2022-11-05' } } } })
  const { result } = renderHook(() => useCaseFigures())
  const shown = () => [result.current!.day, result.current!.all.closed, result.current!.later.steps]
  expect(shown()).toEqual(['2022-11-05', 0, 1])
  const choose = (asOf: string | null) => act(() => useChentu.setState(({ view }) => ({ view: { ...view, asOf } })))
  choose('2022-11-15')
  expect(shown()).toEqual(['2022-11-15', 1, 0])
  choose('2022-10-30')
  expect(shown()).toEqual(['2022-10-30', 0, 1])
  choose('2022-10-31')
  expect(shown()).toEqual(['2022-10-31', 0, 1])
  // A linked date moves to the last day with the month: nobody chose it.
  act(() => useChentu.setState(({ view }) => ({ view: { ...view, linkedDates: true } })))
  expect(shown()).toEqual(['2022-11-05', 0, 1])
})

it('the date of the page does not change the figures for another month than the page shows', () => {
  openMeeting()
  act(() => useChentu.setState(({ view }) => ({ view: { ...view, month: '2022-09', asOf: '2022-11-15' } })))
  const [october] = useChentu.getState().opened!.dataset.reports.filter(({ month }) => month === '2022-10')
  const { result } = renderHook(() => useCaseFigures(october))
  expect(result.current!.day).toBe('2022-10-31')
})
