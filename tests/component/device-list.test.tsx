import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import type { Doubt } from '@/domain/monitoring/doubts/doubt'
import { DeviceList } from '@/features/monitoring/DeviceList'
import { SeriesExport } from '@/features/monitoring/SeriesExport'
import { startI18n } from '@/i18n'
import type { ExportTable } from '@/io/export/export'
import type { MonitorFinding } from '@/questions/monitors/monitor-findings'
import type { MonitorLine, MonitorList } from '@/questions/monitors/monitor-list'
import { useChentu } from '@/store/chentu'
import { decodeView, encodeView } from '@/store/view/link'
import { FIRST_VIEW } from '@/store/view/view'
import { choose } from './choose'

const doubt = (kind: string) => ({ kind, device: 'G2', parameter: null, from: 0, until: 60, figures: {} }) as Doubt
const held = {
  limit: {
    ...{ parameter: 'tsp' as const, averaging: 60, value: 0.8, unit: 'mg/m³' },
    ...{ source: { zh: '某标准', en: '' }, confirmed: false },
  },
  value: 800,
}
const findings = new Map<string, MonitorFinding>([
  ['G1', { over: 5, overHours: [0, 60, 120, 180, 240], limits: [held], alarms: 1, doubts: [] }],
  [
    'G2',
    {
      over: 0,
      overHours: [],
      limits: [{ ...held, limit: { ...held.limit, confirmed: true } }],
      alarms: 0,
      doubts: [doubt('stuck'), doubt('outage')],
    },
  ],
  ['G3', { over: null, overHours: [], limits: [], alarms: 0, doubts: [] }],
])
const saved = vi.hoisted(() => [] as ExportTable[])
vi.mock('@/store/chentu', async () => {
  const { viewStore } = await import('./view-store')
  const dataset = {
    ...{ name: '示例', provenance: [], kinds: [] },
    counties: [
      { code: '610402', name: '秦都区', nameEn: 'Qindu' },
      { code: '610404', name: '渭城区', nameEn: 'Weicheng' },
    ],
    settings: { city: { zh: '市', en: 'City' } },
  }
  return {
    useChentu: viewStore(),
    useOpened: () => ({ dataset, evaluation: { asOf: '2022-10-31' } }),
    useDataset: () => dataset,
  }
})
vi.mock('@/store/answers/use-answer', () => ({ useAnswer: () => findings }))
vi.mock('@/store/exports/exports-worker', () => ({ READINGS_NAME: 'a' }))
const names = vi.hoisted(() => [] as string[])
vi.mock('@/ui/save-file', () => ({ saveFile: (_: Blob, name: string) => void names.push(name) }))
vi.mock('@/workers/client', () => ({
  datasetWorker: () => ({
    exportRows: async (table: ExportTable) => {
      saved.push(table)
      return new Blob()
    },
  }),
}))
beforeAll(async () => {
  await startI18n('zh-CN')
})
beforeEach(() => useChentu.setState({ view: FIRST_VIEW }))
afterEach(cleanup)

const line = (device: string, name: string, county: string, value: number | null, isOnline: boolean): MonitorLine => ({
  ...{ device, called: null, isKept: false, last: null, value, isOnline, share: 1, limit: null, course: [] },
  place: { kind: 'site', source: 0, code: device, name, listed: null, county, stage: null, position: null },
})
const list: MonitorList = {
  ...{ parameters: ['tsp'], hour: 0, later: null, beginLater: new Map(), problems: [] },
  devices: [
    line('G1', '甲工地', '610402', 100, true),
    line('G2', '乙工地', '610404', 900, true),
    line('G3', '=丙工地', '610404', null, false),
  ],
}
const shown = () =>
  screen.getAllByRole('listitem').map((item) => within(item).getByRole('button').textContent.slice(0, 4).trim())
const filter = (name: RegExp) => screen.getByRole('button', { name })

function open() {
  render(<DeviceList list={list} parameter="tsp" asOf="2022-10-31" chosen={null} onChoose={() => undefined} />)
}

it('filters the devices by findings, and shows how many each filter leaves', () => {
  open()
  expect(shown()).toHaveLength(3)
  fireEvent.click(filter(/^近 3 天超过限值 1$/))
  expect(shown()).toEqual(['甲工地'])
  screen.getByText('近 3 天超过限值 5 小时（限值未经核实）')
  fireEvent.click(filter(/^无数据 1$/))
  expect(shown()).toEqual(['=丙工地'])
  fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'g1' } })
  screen.getByText('没有符合条件的设备')
  filter(/^无数据 0$/)
  fireEvent.click(filter(/清除筛选条件/))
  expect(shown()).toHaveLength(3)
})

it('names the file of a device’s hours after device, parameter and days', async () => {
  const none = { values: Float32Array.of(), devices: Uint16Array.of() }
  const series = {
    ...{ from: Date.parse('2022-10-29T16:00:00Z') / 60_000, values: new Float32Array(48), county: none, city: none },
    ...{ limits: [], exceedances: [], explained: [], gaps: [], doubts: [] },
  }
  render(<SeriesExport line={list.devices[0]!} series={series as never} parameter="tsp" />)
  fireEvent.click(screen.getByRole('button', { name: '导出' }))
  fireEvent.click(await screen.findByRole('menuitem', { name: /CSV/i }))
  await vi.waitFor(() =>
    expect(names.at(-1)).toBe('市_甲工地 TSP 小时值 2022-10-30至2022-10-31（示例）_2022-10-31.csv'),
  )
  saved.length = 0
})

it('sorts by the last value without counties, and exports the list with its filters', async () => {
  open()
  await choose('排序', /最近一小时均值/)
  expect(screen.queryByRole('heading')).toBeNull()
  expect(shown()).toEqual(['乙工地', '甲工地', '=丙工地'])
  await choose('区县', /渭城区/)
  fireEvent.click(screen.getByRole('button', { name: '导出列表' }))
  fireEvent.click(await screen.findByRole('menuitem', { name: /CSV/i }))
  await vi.waitFor(() => expect(saved).toHaveLength(1))
  const [{ rows, headings, about }] = saved as [ExportTable]
  expect(
    rows.map(([code, , county, value, , , , over, , state, , doubts]) => [code, county, value, over, state, doubts]),
  ).toEqual([
    ['G2', '渭城区', 900, 0, '是', 2],
    ['G3', '渭城区', null, null, null, 0],
  ])
  expect(rows.every((row) => row.length === headings.length)).toBe(true)
  expect(about!.lines).toContainEqual(['区县', '渭城区'])
  expect(about!.lines).toContainEqual(['排序', '最近一小时均值从高到低'])
})

it('keeps its filters in the link, and applies those of a link', async () => {
  open()
  fireEvent.click(filter(/^近 3 天超过限值/))
  fireEvent.change(screen.getByRole('searchbox'), { target: { value: '甲' } })
  await choose('排序', /最近一小时均值/)
  const link = encodeView(useChentu.getState().view)
  expect(decodeURIComponent(link)).toBe('/explore?monitors=over&monitors-named=甲&monitors-by=value')
  cleanup()
  useChentu.setState({ view: decodeView(`#${link}&monitors-in=610404`) })
  open()
  expect(screen.queryAllByRole('listitem')).toEqual([])
  fireEvent.click(screen.getByRole('button', { name: /清除筛选条件/ }))
  expect(shown()).toHaveLength(3)
  expect(encodeView(useChentu.getState().view)).toBe('/explore?monitors-by=value')
})
