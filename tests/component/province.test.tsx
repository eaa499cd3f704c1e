import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import i18next from 'i18next'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { STATUS } from '@/domain/rules/status'
import { CityRanking } from '@/features/province/CityRanking'
import { CountyRanking } from '@/features/province/CountyRanking'
import { countyRows } from '@/features/province/county-rows'
import { MapLegend } from '@/features/province/MapLegend'
import { MissingCities } from '@/features/province/MissingCities'
import { CountyCard } from '@/features/province/PlaceCard'
import { countiesTable } from '@/features/province/province-table'
import { RankingSide } from '@/features/province/RankingSide'
import { startI18n } from '@/i18n'
import type { BuiltCity, MonthFile, ProvinceIndex } from '@/io/province/province-file'
import { dotRadius } from '@/layers/symbol-sizes'
import { FIRST_PROVINCE_VIEW } from '@/store/province/province-view'

const city = (path: string, zh: string, more: Partial<BuiltCity>): BuiltCity => ({
  path,
  name: { zh, en: path },
  state: 'ready',
  faults: 0,
  fault: null,
  package: {
    name: `${path}-package`,
    version: '2.1.0',
    fingerprint: '0123456789abcdef',
    dataClass: 'real',
    asOf: '2022-10-31',
    limitSource: { zh: '工作方案第22条', en: 'clause 22' },
    months: ['2022-09', '2022-10'],
  },
  standings: [10, 0, 1, 2, 3],
  unplaced: 0,
  bounds: null,
  ...more,
})
const first = city('a', '甲市', {})
const index: ProvinceIndex = {
  form: 1,
  made: 'a1',
  madeOn: '2022-11-02',
  name: { zh: '示例省', en: 'Sample' },
  months: ['2022-07', '2022-08', '2022-09', '2022-10'],
  groups: [],
  kinds: [],
  cities: [
    first,
    city('b', '乙市', { package: { ...first.package!, months: ['2022-07', '2022-08'] } }),
    city('c', '丙市', {
      state: 'missing',
      package: null,
      faults: 1,
      fault: { code: 'file-unreachable', file: 'datapackage.json' },
    }),
    city('d', '丁市', {
      state: 'refused',
      package: null,
      faults: 1,
      fault: { code: 'package-invalid', file: 'datapackage.json' },
    }),
  ],
  counties: [
    { city: 0, code: '01', name: '东县', en: 'East', ranked: true, at: null },
    { city: 0, code: '02', name: '=西县', en: 'West', ranked: true, at: null },
  ],
  sources: 16,
  levels: [],
}
const month: MonthFile = {
  made: 'a1',
  month: '2022-10',
  mean: 7,
  limits: [7, 9],
  counties: {
    county: [0, 1],
    rank: [1, 2],
    value: [6, 8],
    limit: [7, 9],
    over: [false, false],
    cityRank: [1, 2],
    lastMonth: [5, null],
    monthOnMonth: [20, null],
    lastYear: [null, null],
    yearOnYear: [null, null],
    accumulated: [6, 8],
    accumulatedRank: [1, 2],
    published: [true, false],
    counted: [0, 2],
    points: [0, 3],
  },
  cities: [
    {
      city: 0,
      rank: 1,
      mean: 7,
      limits: [7, 9],
      counties: 2,
      withFigure: 2,
      over: 0,
      monthOnMonth: null,
      yearOnYear: null,
    },
  ],
}

beforeEach(() => startI18n('zh-CN'))
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

it('names every city missing from a month, with the reason', () => {
  render(<MissingCities index={index} month="2022-10" />)
  screen.getByText('3 个城市不在本月排名中')
  const lines = screen.getAllByRole('listitem').map(({ textContent }) => textContent)
  expect(lines[0]).toBe('乙市 数据较旧：本月无数据，最新月份 2022年8月')
  expect(lines[1]).toBe('丙市 没有数据包（c）')
  expect(lines[2]).toMatch(/^丁市 数据包无法打开：.*（datapackage\.json）$/)
})

it('shows package, version and day of a city’s figure, and links to the city', () => {
  render(<CityRanking index={index} cities={month.cities} addressOf={(of) => `?to=${of}`} />)
  expect(screen.getByRole('link', { name: '甲市' }).getAttribute('href')).toBe('?to=0')
  screen.getByText(/已逾期 3/)
  fireEvent.click(screen.getByRole('button', { name: /计算依据/ }))
  const why = within(screen.getByRole('dialog'))
  why.getByText('数据包 a-package，版本 2.1.0，截至 2022-10-31，校验码 0123456789abcdef。')
  why.getByText(/限值 7（工作方案第22条）/)
  why.getByText(/限值 9（工作方案第22条）/)
})

/** A list of 400 counties; jsdom gives it no height of its own. */
function longList() {
  const many = Array.from({ length: 400 }, (_, i) => ({ ...countyRows(month)[0]!, county: i, rank: i + 1 }))
  const counties = many.map((_, i) => ({ ...index.counties[0]!, code: `${i}`, name: `县${i}` }))
  return { many, of: { ...index, counties } }
}

it('labels each figure in a row, also for screen readers', () => {
  render(<CityRanking index={index} cities={month.cities} addressOf={(of) => `?to=${of}`} />)
  expect(screen.getByRole('listitem').textContent).toMatch(/^排名 1甲市.*区县均值 7\.0.*同比% —$/)
})

it('scrolls the list to a selected county, and not at each letter of the filter', () => {
  const { many, of } = longList()
  const scrolled = vi.spyOn(HTMLElement.prototype, 'scrollTo').mockImplementation(() => undefined)
  const common = { index: of, onChoose: () => undefined }
  const { rerender } = render(<CountyRanking {...common} rows={many} chosen={null} />)
  rerender(<CountyRanking {...common} rows={many} chosen={300} />)
  const times = scrolled.mock.calls.length
  expect(times).toBeGreaterThan(0)
  for (const from of [50, 100, 150]) rerender(<CountyRanking {...common} rows={many.slice(from)} chosen={300} />)
  expect(scrolled.mock.calls.length).toBe(times)
})

it('shows a county with its own limit and both ranks', () => {
  const row = countyRows(month)[1]!
  render(<CountyCard index={index} county={1} row={row} address="?a" onClose={() => undefined} />)
  expect(screen.getByRole('link', { name: '打开甲市的一张图' }).getAttribute('href')).toBe('?a')
  expect(screen.getByRole('region').textContent).toMatch(/8\.0 达标 · 限值 9 · 排名 2 · 市内 2/)
})

it('explains in a county’s card the change of its figure, compared with what, and the data behind it', () => {
  const row = countyRows(month)[0]!
  render(<CountyCard index={index} county={0} row={row} address="?a" onClose={() => undefined} />)
  const [onMonth, onYear] = screen.getAllByRole('definition').map(({ textContent }) => textContent)
  expect(onMonth).toBe('▲ 20.0 （上月 5.0）')
  expect(onYear).toBe('— ')
  fireEvent.click(screen.getByRole('button', { name: /计算依据/ }))
  const why = within(screen.getByRole('dialog'))
  why.getByText('环比% （6.0 − 5.0）÷ 5.0 × 100 = 20.0%')
  why.getByText(/数据包 a-package，版本 2\.1\.0/)
})

it('explains why a city has no figure of the month, and that a search found nothing', () => {
  const side = (city: string, rows = countyRows(month)) => (
    <RankingSide
      {...{ index, rows, month: '2022-10', file: month, chosen: null, problems: [] }}
      view={{ ...FIRST_PROVINCE_VIEW, city }}
      onChoose={() => undefined}
      openCity={() => ''}
    />
  )
  const { rerender } = render(side('b'))
  const said = () => screen.getAllByRole('status').map(({ textContent }) => textContent)
  expect(said()).toContain('乙市：数据较旧：本月无数据，最新月份 2022年8月')
  rerender(side('a'))
  fireEvent.change(screen.getByRole('searchbox'), { target: { value: '无此县' } })
  expect(said().join()).toContain('无此县')
})

it('distinguishes dots of sources that are not due yet from those in order, in legend and map', () => {
  render(<MapLegend form="dots" limits={[7]} />)
  const mark = (text: string) => screen.getByText(text).querySelector<HTMLElement>('i')!
  expect(mark('未到期').dataset.due).toBe('true')
  expect(mark('符合').dataset.due).toBe('false')
  expect(mark('符合').style.background).toBe('var(--in-order)')
  expect(dotRadius(STATUS.due, true)).toBeGreaterThan(dotRadius(STATUS.fine, true))
  expect(dotRadius(STATUS.due, false)).toBe(dotRadius(STATUS.fine, false))
})

it('labels the ends of the colour scale: figures under one limit, or shares of it if limits differ', () => {
  const { rerender } = render(<MapLegend form={null} limits={[7]} />)
  const words = () => screen.getByRole('listitem').textContent
  expect(words()).toBe('降尘量（限值 7）≤ 3≤ 5≤ 7≤ 9≤ 12> 12')
  rerender(<MapLegend form={null} limits={[7, 8]} />)
  expect(words()).toBe('降尘量占限值（约）≤ 43%≤ 71%≤ 100%≤ 129%≤ 171%> 171%')
})

it('exports the listed rows, with limits and versions, and the missing cities', () => {
  const table = countiesTable(i18next.t, index, '2022-10', countyRows(month), 'zh-CN')
  expect(table.rows[1]!.slice(0, 7)).toEqual([2, '甲市', '=西县', 8, 9, '达标', 2])
  expect(table.rows[1]!.slice(-3)).toEqual(['真实', '2.1.0', '2022-10-31'])
  expect(table.headings).toHaveLength(table.rows[0]!.length)
  expect(table.about!.lines.map(([name]) => name)).toEqual(expect.arrayContaining(['乙市', '丙市', '丁市']))
})
