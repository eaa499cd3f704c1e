import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { exceedances } from '@/domain/monitoring/exceedances'
import type { Limit } from '@/domain/monitoring/settings'
import { SeriesNotes } from '@/features/monitoring/SeriesNotes'
import { startI18n } from '@/i18n'
import type { MonitorSeries } from '@/questions/monitor-series'
import { useCasePanel } from '@/store/cases/case-panel'
import { useLedger } from '@/store/ledger'

const exceedanceOpening = vi.fn(async () => ({ key: 'hours-of/a/tsp/1970-01-01T08' }))
vi.mock('@/workers/client', () => ({
  datasetWorker: () => ({ exceedanceOpening }),
  onDatasetWorkerStopped: () => undefined,
}))
const setView = vi.fn()
const sorts = vi.hoisted(() => ({ value: [] as readonly object[] }))
vi.mock('@/store/chentu', () => ({
  useDataset: () => ({ monitoring: undefined, cases: { sorts: sorts.value } }),
  useChentu: (select: (state: object) => unknown) => select({ setView }),
}))
beforeAll(async () => {
  await startI18n('zh-CN')
})
afterEach(cleanup)

const limit: Limit = {
  ...{ parameter: 'tsp', averaging: 60, value: 1, unit: 'mg/m³', source: { zh: '', en: '' }, confirmed: false },
  background: { by: 'ratio', parameter: 'pm10', share: 2, alarm: 5 },
}
const hours = (value: number): MonitorSeries => ({
  from: 0,
  values: Float32Array.of(value),
  county: Float32Array.of(100),
  city: Float32Array.of(100),
  limits: [{ limit, value: 1000 }],
  exceedances: exceedances(
    {
      devices: ['a'],
      device: Uint8Array.of(0),
      minute: Int32Array.of(0),
      series: { tsp: { values: Float32Array.of(value) } },
    },
    60,
    { limits: [limit], stageOf: () => null, background: () => 100 },
  ),
  doubts: [],
  untried: ['flagged', 'clock'],
})

it('lists an hour far above the background among those above the limit where it is above that too', () => {
  render(<SeriesNotes series={hours(5000)} parameter="tsp" />)
  expect(screen.queryByText('该时段没有超过限值的小时')).toBeNull()
  screen.getByText('超过限值 1 小时')
  screen.getByText('该时段没有存疑的数据')
  screen.getByText('未检查：设备标记（小时均值不含标记）、设备时钟（缺少可比较的邻近设备或因子）。')
  screen.getByText('1 小时，最高 5000 µg/m³，扣除背景后 4800')
  screen.getByText('达到背景值倍数 1 小时')
})

it('lists it only as such where it is within the limit', () => {
  render(<SeriesNotes series={hours(600)} parameter="tsp" />)
  screen.getByText('该时段没有超过限值的小时')
  screen.getByText('达到背景值倍数 1 小时')
})

it('leads from hours above a limit to a case on them, where the package has such cases', async () => {
  render(<SeriesNotes series={hours(5000)} parameter="tsp" />)
  expect(screen.queryByRole('button', { name: /转异常处置/ })).toBeNull()
  cleanup()
  sorts.value = [{ from: { exceedance: { withinDays: 3 } } }]
  useLedger.setState({ events: new Map(), cases: new Map() } as never)
  render(<SeriesNotes series={hours(5000)} parameter="tsp" />)
  fireEvent.click(screen.getByRole('button', { name: '1970-01-01 08:00–09:00 超过限值：转异常处置' }))
  await waitFor(() => expect(setView).toHaveBeenCalledWith({ mode: 'explore', panel: 'cases' }))
  expect(exceedanceOpening).toHaveBeenCalledWith(expect.any(String), { device: 'a', parameter: 'tsp', hour: 0 })
  expect(useCasePanel.getState().opening).toEqual({ key: 'hours-of/a/tsp/1970-01-01T08' })
})
