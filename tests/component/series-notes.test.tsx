import 'fake-indexeddb/auto'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { runOpeningKey } from '@/domain/cases/opening-key'
import type { Doubt } from '@/domain/monitoring/doubts/doubt'
import { exceedances, explainedByBackground } from '@/domain/monitoring/exceedances'
import type { Limit } from '@/domain/monitoring/settings'
import { SeriesNotes } from '@/features/monitoring/SeriesNotes'
import { startI18n } from '@/i18n'
import type { CaseOpened } from '@/ledger/case-bodies'
import { verdictBody } from '@/ledger/verdicts'
import type { MonitorSeries } from '@/questions/monitors/monitor-series'
import { useCasePanel } from '@/store/cases/case-panel'
import { ledger, useLedger } from '@/store/ledger'

const exceedanceOpening = vi.fn(async () => ({
  key: 'hours-of/a/tsp/1970-01-01T08',
  reason: { of: 'exceedance', until: 60 },
}))
vi.mock('@/workers/client', () => ({
  datasetWorker: () => ({ exceedanceOpening }),
  onDatasetWorkerStopped: () => undefined,
}))
const setView = vi.fn()
const sorts = vi.hoisted(() => ({ value: [] as readonly object[] }))
vi.mock('@/store/chentu', () => ({
  useDataset: () => ({ monitoring: undefined, cases: { sorts: sorts.value } }),
  useChentu: Object.assign((select: (state: object) => unknown) => select({ setView }), {
    getState: () => ({ setView }),
  }),
}))
beforeAll(async () => {
  await startI18n('zh-CN')
})
afterEach(cleanup)

const limit: Limit = {
  ...{
    parameter: 'tsp',
    averaging: 60,
    value: 1,
    unit: 'mg/m³',
    source: { zh: '某标准 表 1', en: '' },
    confirmed: false,
  },
  background: { by: 'ratio', parameter: 'pm10', share: 2, alarm: 5 },
}
const MEANS = (value: number) => ({
  devices: ['a'],
  device: Uint8Array.of(0),
  minute: Int32Array.of(0),
  series: { tsp: { values: Float32Array.of(value) } },
})
const JUDGED = { limits: [limit], stageOf: () => null, background: () => ({ value: 100, devices: 4 }) }
const hours = (value: number): MonitorSeries => ({
  from: 0,
  values: Float32Array.of(value),
  county: { values: Float32Array.of(100), devices: Uint16Array.of(4) },
  city: { values: Float32Array.of(100), devices: Uint16Array.of(9) },
  limits: [{ limit, value: 1000 }],
  exceedances: exceedances(MEANS(value), 60, JUDGED),
  explained: [],
  gaps: [],
  flagged: [],
  doubts: [],
  untried: ['flagged', 'clock'],
})

it('lists an hour far above the background among those above the limit if it is also above that', () => {
  render(<SeriesNotes series={hours(5000)} parameter="tsp" name="甲工地" />)
  expect(screen.queryByText(/^该时段没有超过限值的小时/)).toBeNull()
  screen.getByText('超过限值 1 小时（限值未经核实）')
  screen.getByText('该时段没有存疑的数据')
  screen.getByText('未检查：设备标记（部分小时均值未附标识）、设备时钟（缺少可比较的邻近设备或因子）。')
  screen.getByText('1 小时，最高 5000 µg/m³，扣除背景（PM10，其他 4 台设备）后 4800')
  screen.getByText('达到背景值倍数 1 小时')
  screen.getByText('限值 1000 µg/m³（小时均值） · 某标准 表 1 · 未经核实')
})

it('counts an hour above two limits once', () => {
  const judged = { ...JUDGED, limits: [limit, { ...limit, value: 1.2 }] }
  const twice = { ...hours(5000), exceedances: exceedances(MEANS(5000), 60, judged) }
  render(<SeriesNotes series={twice} parameter="tsp" name="甲工地" />)
  screen.getByText('超过限值 1 小时（限值未经核实）')
  screen.getByText('1 小时，最高 5000 µg/m³，扣除背景（PM10，其他 4 台设备）后 4800')
  screen.getByText('达到背景值倍数 1 小时')
})

it('explains with figures why a peak below the background is no exceedance', () => {
  const above = { ...hours(1100), exceedances: [] }
  const explained = explainedByBackground(MEANS(1100), 60, JUDGED)
  render(<SeriesNotes series={{ ...above, explained }} parameter="tsp" name="甲工地" />)
  screen.getByText('该时段没有超过限值的小时（限值未经核实）')
  screen.getByText('高于限值、扣除背景后未超过 1 小时（限值未经核实）')
  screen.getByText(
    '1 小时，最高 1100 µg/m³；扣除背景 100×2=200（PM10，其他 4 台设备）后为 900，不高于限值 1000，不列入超过限值',
  )
})

it('lists the hours without a mean, latest first, and the values excluded by flags', () => {
  const series: MonitorSeries = {
    ...hours(100),
    gaps: [
      { from: 0, until: 180, hours: 3, why: 'nothing', flag: null },
      { from: 180, until: 240, hours: 1, why: 'flag', flag: 'D' },
    ],
    flagged: [{ flag: 'D', hours: 2, withoutMean: 1 }],
  }
  render(<SeriesNotes series={series} parameter="tsp" name="甲工地" />)
  screen.getByText('没有小时均值 4 小时')
  const lines = screen.getAllByRole('listitem').map((each) => each.textContent)
  expect(lines).toEqual([
    '1970-01-01 11:00–12:001 小时，数据标识为故障（D），不计入均值',
    '1970-01-01 08:00–11:003 小时，没有数据',
  ])
  screen.getByText('带标识、不计入均值的数据：故障（D）涉及 2 小时，其中没有均值 1 小时。')
})

it('shows that the comparison is missing if the background of the hours is unknown', () => {
  const alone = exceedances(MEANS(1100), 60, { ...JUDGED, background: () => ({ value: Number.NaN, devices: 2 }) })
  render(<SeriesNotes series={{ ...hours(1100), exceedances: alone }} parameter="tsp" name="甲工地" />)
  screen.getByText('1 小时，最高 1100 µg/m³，无可比站点，没有扣除背景')
  expect(screen.queryByText(/倍$/)).toBeNull()
})

it('lists an hour above the background only as such if it is within the limit', () => {
  render(<SeriesNotes series={hours(600)} parameter="tsp" name="甲工地" />)
  screen.getByText('该时段没有超过限值的小时（限值未经核实）')
  screen.getByText('达到背景值倍数 1 小时')
})

it('links hours above a limit to a case, if the package has such cases', async () => {
  render(<SeriesNotes series={hours(5000)} parameter="tsp" name="甲工地" />)
  expect(screen.queryByRole('button', { name: /超过限值：/ })).toBeNull()
  cleanup()
  sorts.value = [{ from: { exceedance: { withinDays: 3 } } }]
  useLedger.setState({ events: new Map(), cases: new Map() } as never)
  render(<SeriesNotes series={hours(5000)} parameter="tsp" name="甲工地" />)
  fireEvent.click(screen.getByRole('button', { name: '1970-01-01 08:00–09:00 超过限值：立案' }))
  await waitFor(() => expect(setView).toHaveBeenCalledWith({ case: null, mode: 'explore', panel: 'cases' }))
  expect(exceedanceOpening).toHaveBeenCalledWith(
    expect.any(String),
    { device: 'a', parameter: 'tsp', hour: 0 },
    expect.any(Map),
  )
  expect(useCasePanel.getState().opening).toEqual({
    key: 'hours-of/a/tsp/1970-01-01T08',
    reason: { of: 'exceedance', until: 60 },
  })
})

it('shows doubts about hours above a limit with reasons, and lets the user decide with a reason', async () => {
  await ledger().database.events.clear()
  await useLedger.getState().load()
  await useLedger.getState().setAuthor('王内勤')
  const stuck: Doubt = {
    ...{ kind: 'stuck', device: 'a', parameter: 'tsp', from: 0, until: 300 },
    figures: { minutes: 300, value: 5000, readings: 5 },
  }
  render(<SeriesNotes series={{ ...hours(5000), doubts: [stuck] }} parameter="tsp" name="甲工地" />)
  // Above the limit, and far above the background.
  expect(screen.getAllByText('存疑：5 小时数值不变（5000）（待核查）')).toHaveLength(2)
  fireEvent.click(screen.getByRole('button', { name: '核查存疑数据：1970-01-01 08:00–13:00 5 小时数值不变（5000）' }))
  const save = () => screen.getByRole<HTMLButtonElement>('button', { name: '保存结论' })
  expect(save().disabled).toBe(true)
  fireEvent.click(screen.getByText('读数无效'))
  fireEvent.change(screen.getByRole('textbox', { name: '理由' }), { target: { value: '采样管堵塞' } })
  fireEvent.click(save())
  await screen.findByText(/^读数无效：采样管堵塞（王内勤，/)
  expect(screen.getAllByText('存疑：5 小时数值不变（5000）（读数无效）')).toHaveLength(2)
  // Nothing was excluded, and the same hour is not listed as valid.
  screen.getByText('超过限值 1 小时（均核定读数无效）（限值未经核实）')
  const [event] = [...useLedger.getState().events!.values()]
  expect(event!.body).toMatchObject({ type: 'reading-verdict', device: 'a', name: '甲工地', verdict: 'invalid' })
  fireEvent.click(screen.getByRole('button', { name: /^核查存疑数据/ }))
  fireEvent.click(screen.getByText('读数有效'))
  fireEvent.change(screen.getByRole('textbox', { name: '理由' }), { target: { value: '现场复测一致' } })
  fireEvent.click(save())
  await screen.findByText(/^读数有效：现场复测一致/)
  expect(screen.queryByText(/采样管堵塞/)).toBeNull()
})

it('still shows the case on hours that users found invalid, but opens none on them', async () => {
  await ledger().database.events.clear()
  await useLedger.getState().load()
  sorts.value = [{ from: { exceedance: { withinDays: 3 } } }]
  const { append } = useLedger.getState()
  const stuck: Doubt = {
    ...{ kind: 'stuck', device: 'a', parameter: 'tsp', from: 0, until: 60 },
    figures: { minutes: 60, value: 5000, readings: 5 },
  }
  const said = { name: '甲工地', verdict: 'invalid' as const, reason: '采样管堵塞' }
  await append(verdictBody(new Map(), stuck, said), [], null)
  render(<SeriesNotes series={{ ...hours(5000), doubts: [stuck] }} parameter="tsp" name="甲工地" />)
  expect(screen.queryByRole('button', { name: /超过限值：/ })).toBeNull()
  const opened: CaseOpened = {
    ...{ type: 'case', sort: 'hours', sortName: '监测值超标', title: '甲工地', reason: '超过限值', note: '' },
    ...{ from: runOpeningKey('a', 'tsp', 0), observed: '1970-01-01T01:00:00Z' },
    ...{ position: null, county: '', lead: [], likely: [], terms: [] },
  }
  await act(() => append(opened, [], null))
  fireEvent.click(screen.getByRole('button', { name: '1970-01-01 08:00–09:00 超过限值：查看案件' }))
  const [id] = useLedger.getState().cases.keys()
  await waitFor(() =>
    expect(setView).toHaveBeenLastCalledWith(expect.objectContaining({ case: id, mode: 'explore', panel: 'cases' })),
  )
})

it('shows each of several cases on the same hours, unfinished ones first', async () => {
  await ledger().database.events.clear()
  await useLedger.getState().load()
  sorts.value = [{ from: { exceedance: { withinDays: 3 } } }]
  const { append } = useLedger.getState()
  const opened = (hour: number): CaseOpened => ({
    ...{ type: 'case', sort: 'hours', sortName: '监测值超标', title: '甲工地', reason: '超过限值', note: '' },
    ...{ from: runOpeningKey('a', 'tsp', 60 * hour), observed: `1970-01-01T0${hour + 1}:00:00Z` },
    ...{ position: null, county: '', lead: [], likely: [], terms: [] },
  })
  // The run of two hours was known only in parts when the cases were opened; the later one is closed.
  for (const hour of [0, 1]) await append(opened(hour), [], null)
  const [first, second] = [...useLedger.getState().cases.keys()]
  const closing = { type: 'case-step', case: second!, title: '甲工地', step: 'closed', when: '1970-01-01T03:00:00Z' }
  await append({ ...closing, note: '', photos: [], knows: [] } as never, [], null)
  render(<SeriesNotes series={hours(5000)} parameter="tsp" name="甲工地" />)
  const buttons = screen.getAllByRole('button', { name: /超过限值：查看案件/ })
  expect(buttons.map(({ textContent }) => textContent)).toEqual([
    '查看案件：1970-01-01 09:00（发现）',
    '查看案件：1970-01-01 10:00（已办结）',
  ])
  fireEvent.click(buttons[0]!)
  await waitFor(() => expect(setView).toHaveBeenLastCalledWith(expect.objectContaining({ case: first })))
  fireEvent.click(buttons[1]!)
  await waitFor(() => expect(setView).toHaveBeenLastCalledWith(expect.objectContaining({ case: second })))
})

it('shows of how many hours of a run users found the readings invalid', async () => {
  await ledger().database.events.clear()
  await useLedger.getState().load()
  const stuck: Doubt = {
    ...{ kind: 'stuck', device: 'a', parameter: 'tsp', from: 0, until: 60 },
    figures: { minutes: 60, value: 5000, readings: 5 },
  }
  const means = { ...MEANS(5000), device: Uint8Array.of(0, 0), minute: Int32Array.of(0, 60) }
  const two = exceedances({ ...means, series: { tsp: { values: Float32Array.of(5000, 4000) } } }, 60, JUDGED)
  const said = { name: '甲工地', verdict: 'invalid' as const, reason: '采样管堵塞' }
  await useLedger.getState().append(verdictBody(new Map(), stuck, said), [], null)
  render(<SeriesNotes series={{ ...hours(5000), exceedances: two, doubts: [stuck] }} parameter="tsp" name="甲工地" />)
  screen.getByText('超过限值 2 小时（其中 1 小时核定读数无效）（限值未经核实）')
  expect(screen.getAllByText(/^存疑：.*（2 小时中 1 小时读数无效）$/)).toHaveLength(2)
})
