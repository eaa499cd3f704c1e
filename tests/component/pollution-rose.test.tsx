import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { pollutionRose } from '@/domain/monitoring/pollution-rose'
import { SectorNote } from '@/features/explore/frame/SectorNote'
import { RoseView } from '@/features/monitoring/rose/RoseView'
import { startI18n } from '@/i18n'
import type { MonitorLine } from '@/questions/monitors/monitor-list'
import { useMapTool } from '@/store/page/map-tool'

const rule = { calmBelow: 0.5, speeds: [3], leastHours: 2 }
const dataset = vi.hoisted(() => ({
  ...{ name: '示例', provenance: [], counties: [], kinds: [], cases: null as unknown },
  monitoring: { rose: null as unknown },
}))
const answer = vi.hoisted(() => ({ rose: null as unknown }))
const setView = vi.hoisted(() => vi.fn())
vi.mock('@/store/chentu', () => ({
  useOpened: () => ({ dataset }),
  useDataset: () => dataset,
  useChentu: (of: (state: object) => unknown) => of({ setView }),
}))
vi.mock('@/store/answers/use-answer', () => ({
  useAnswer: (_: unknown, key: string) => (key[0] === '[' ? null : answer.rose),
}))
vi.mock('@/store/answers/use-kept', () => ({ useKept: (value: unknown) => ({ value, isOld: false }) }))
vi.mock('@/store/exports/exports-worker', () => ({ READINGS_NAME: 'a' }))
vi.mock('@/features/monitoring/DeviceHead', () => ({ DeviceHead: () => null }))
vi.mock('@/features/monitoring/TableExport', () => ({ TableExport: () => null }))
beforeAll(async () => {
  await startI18n('zh-CN')
})
beforeEach(() => {
  dataset.monitoring.rose = { ...rule, source: { zh: '尘图取值', en: '' }, confirmed: false }
})
afterEach(() => {
  cleanup()
  dataset.cases = null
})

const line: MonitorLine = {
  ...{
    device: 'G1',
    place: null,
    called: null,
    isKept: false,
    last: null,
    value: null,
    isOnline: true,
    share: 1,
    limit: null,
    course: [],
  },
}
const show = (speeds: number[], of = line, doubted = { wrong: 0, open: 0 }) => {
  const values = [900, 300, 340, 100, 110, 80]
  const rose = pollutionRose('tsp', { values, speeds, directions: [0, 90, 90, 180, 180, 0] }, rule)
  answer.rose = { line: of, parameter: 'tsp', found: { from: 0, until: 360, rose, doubted } }
  render(<RoseView line={of} parameter="tsp" asOf="2022-10-31" views={null} />)
}

it('names the worst direction with enough hours, with their number, and lists all in a table', () => {
  show([2, 2, 4, 1, 1, 0.2])
  screen.getByText(/均值最高的风向：东（来自该方向的风），320 µg\/m³，2 小时/)
  screen.getByText(/6 小时有效均值，其中 6 小时有风速风向/)
  const rows = within(screen.getByRole('table')).getAllByRole('row')
  const cells = (name: string) => rows.find((row) => row.firstElementChild?.textContent === name)!
  expect([...cells('东').children].map(({ textContent }) => textContent)).toEqual([
    '东',
    '320（2）',
    '300（1）',
    '340（1）',
  ])
  expect(cells('北').dataset.few).toBe('true')
  expect(cells('静风').children[1]!.textContent).toBe('80（1）')
  expect(screen.getByRole('img', { name: /按风向和风速的均值/ })).toBeTruthy()
})

it('shows how many hours users marked as invalid, and how many others are undecided', () => {
  show([2, 2, 4, 1, 1, 0.2], line, { wrong: 3, open: 2 })
  screen.getByText('已剔除 3 个核定读数无效的小时')
  screen.getByText('其中 2 个小时存疑，未核定')
  cleanup()
  show([2, 2, 4, 1, 1, 0.2])
  expect(screen.queryByText(/个小时|核定/)).toBeNull()
})

it('draws nothing for a device without wind, or if the package has no rule', () => {
  show([2, 2, 4, 1, 1, 0.2].map(() => Number.NaN))
  screen.getByText('该设备该时段没有风速、风向数据，不能按风向统计')
  cleanup()
  dataset.monitoring.rose = undefined
  show([2, 2, 4, 1, 1, 0.2])
  screen.getByText(/数据包没有规定静风/)
  expect(screen.queryByRole('img')).toBeNull()
})

it('a pressed sector, in drawing or table, is selected instead of the worst, and shown on the map', () => {
  dataset.cases = { sorts: [], likely: { metres: 5000, source: { zh: '尘图取值', en: '' }, confirmed: false } }
  const place = {
    kind: 'k',
    code: 'G1',
    name: '工地',
    county: '',
    stage: null,
    ...{ source: 0, listed: null },
    position: [108.7, 34.3] as const,
  }
  show([2, 2, 4, 1, 1, 0.2], { ...line, place })
  screen.getByRole('heading', { name: '东方向的可能来源' })
  fireEvent.click(document.querySelector('[data-sector="8"] path')!)
  screen.getByRole('heading', { name: '南方向的可能来源' })
  expect(screen.getByRole('button', { name: '南' }).getAttribute('aria-pressed')).toBe('true')
  fireEvent.click(screen.getByRole('button', { name: '北' }))
  fireEvent.click(screen.getByRole('button', { name: '在一张图上显示北方向的扇区（5 公里）' }))
  const { sectors, sectorOf } = useMapTool.getState()
  expect(sectors).toHaveLength(1)
  // From the device to the north.
  expect(sectors[0]![0]).toEqual([108.7, 34.3])
  expect(Math.max(...sectors[0]!.map(([, lat]) => lat))).toBeGreaterThan(34.34)
  expect(Math.min(...sectors[0]!.map(([, lat]) => lat))).toBeCloseTo(34.3, 6)
  expect(sectorOf).toBe('工地：北方向，5 公里，仅供排查方向')
  expect(setView).toHaveBeenCalledWith(expect.objectContaining({ mode: 'explore', panel: null }))
  cleanup()
  render(<SectorNote />)
  fireEvent.click(screen.getByRole('button', { name: '不再显示扇区' }))
  expect(useMapTool.getState()).toMatchObject({ sectors: [], sectorOf: '' })
  expect(screen.queryByRole('note')).toBeNull()
})
