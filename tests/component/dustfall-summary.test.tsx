import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DustfallSummary } from '@/features/import/review/DustfallSummary'
import { startI18n } from '@/i18n'
import { type Opened, useChentu } from '@/store/chentu'
import { useImports } from '@/store/imports'
import type { DustfallView, ItemTable } from '@/workspace/import/item-view'
import { choose, select } from './choose'

const brings: DustfallView = {
  made: 13,
  known: 0,
  knownMadeUp: 0,
  unplaced: [{ name: '政府大院', county: '秦都区', row: 2 }],
  lost: [{ key: '未知点', name: '未知点', county: '', row: 25, rows: 3, chosen: '' }],
  firstMonth: '2026-01',
  lastMonth: '2026-03',
  rankingMonth: '2026-03',
  counties: null,
  differing: [],
  unlockedChanges: 0,
  statesLastYear: false,
  compared: [],
  unused: [],
  units: null,
}
const table = {
  role: 'dustfall-samples',
  dustfall: { form: 'long' },
  blockers: [],
  neverGivenOut: false,
  madeUpPointsGone: 0,
} as unknown as ItemTable
const change = vi.fn()

beforeEach(async () => {
  await startI18n('zh-CN')
  const counties = [{ code: '610482', name: '彬州市', nameEn: 'Binzhou' }]
  useChentu.setState({ opened: { dataset: { counties } } as unknown as Opened })
  useImports.setState({ change })
})
afterEach(cleanup)

describe('the summary of an imported table of dustfall', () => {
  it('names points, months, ranking, open questions and the next step', () => {
    render(<DustfallSummary id={7} file="降尘.csv" table={table} brings={brings} />)
    const facts = [...document.querySelectorAll('section > ul:first-of-type > li')].map((li) => li.textContent)
    expect(facts).toEqual([
      '共 13 个点位：新增 13 个，已有 0 个。',
      '数据月份：2026年1月至2026年3月。导入后，月度排名显示 2026年3月。',
      '1 个点位待定位：照常参加排名，地图上暂不显示。可在下面逐个定位，也可以后导入带经纬度的点位表。',
      '1 个点位无法判断属于哪个区县，其数据未列入；请在下面的“点位”中选择区县。',
      '下一步：先回答本页的问题，再核对质量报告，然后确认导入。',
    ])
  })

  it.each([
    [{ stated: ['t/km²·30d'], hasUnsaid: false, column: null }, '识别的单位：t/km²·30d。'],
    [{ stated: [], hasUnsaid: true, column: null }, '识别的单位：没有写明，按吨/(平方公里·月)计。'],
    [
      { stated: [], hasUnsaid: true, column: '单位' },
      '识别的单位：按“单位”列逐行读取、没有写的行按吨/(平方公里·月)计。',
    ],
  ])('names the recognised unit: %o', (units, words) => {
    render(<DustfallSummary id={7} file="降尘.csv" table={table} brings={{ ...brings, units }} />)
    screen.getByText(words)
  })

  it('names the published figures that differ from the means of the stored points', () => {
    const of = (county: string) => ({ county, month: '2022-11', published: '4.4', mean: '4.2' })
    const said = () => document.querySelector('[data-kind="differing"]')?.textContent
    const ofCounties = { ...table, role: 'dustfall-published' } as ItemTable
    const { rerender } = render(
      <DustfallSummary id={7} file="降尘.csv" table={ofCounties} brings={{ ...brings, differing: [of('秦都区')] }} />,
    )
    expect(said()).toBe(
      '1 个公布值与点位数据（现有的和一并导入的）的均值不同，导入后以公布值为准，图表和材料中标 ※ 并注明。秦都区（2022年11月）公布值 4.4，点位均值 4.2。请核对后再导入。',
    )
    // Those stored, beside the points of a file.
    rerender(<DustfallSummary id={7} file="降尘.csv" table={table} brings={{ ...brings, differing: [of('秦都区')] }} />)
    expect(said()).toBe(
      '1 个公布值（现有的或一并导入的）与加入本文件后点位数据的均值不同，导入后以公布值为准，图表和材料中标 ※ 并注明。秦都区（2022年11月）公布值 4.4，点位均值 4.2。请核对后再导入。',
    )
    const many = Array.from({ length: 40 }, (_, i) => of(`${i}县`))
    rerender(<DustfallSummary id={7} file="降尘.csv" table={ofCounties} brings={{ ...brings, differing: many }} />)
    expect(said()).toMatch(
      /^40 个公布值.*前 15 个：0县.*14县（2022年11月）公布值 4\.4，点位均值 4\.2。请核对后再导入。$/,
    )
  })

  it('says that changed figures are noted as corrected, unless they were never given out', () => {
    const changed = { ...brings, unlockedChanges: 2 }
    const { rerender } = render(<DustfallSummary id={7} file="降尘.csv" table={table} brings={changed} />)
    const said = () => document.querySelector('[data-kind="changes"]')?.textContent
    const box = () => screen.getByRole<HTMLInputElement>('checkbox', { name: /从未公布、印发或上报/ })
    expect([said(), box().checked]).toEqual([expect.stringContaining('通报标“更正”，并注明原值'), false])
    fireEvent.click(box())
    expect(change).toHaveBeenCalledWith(7, { neverGivenOut: true })
    rerender(<DustfallSummary id={7} file="降尘.csv" table={{ ...table, neverGivenOut: true }} brings={changed} />)
    expect([said(), box().checked]).toEqual([expect.stringContaining('不注明更正；已锁定的除外'), true])
  })

  it('names the columns of a wide table that are only compared, of which month, and those that are not used', () => {
    const compared = [{ heading: '同比', month: '2022-10' }]
    const wide = { ...brings, compared, unused: ['累计均值', '排名'] }
    render(<DustfallSummary id={7} file="降尘.csv" table={table} brings={wide} />)
    screen.getByText('仅作核对、不存入的列：同比（按 2022年10月）。')
    screen.getByText('既不导入也不核对的列：累计均值、排名。')
  })

  it('names the illustrative months that are removed, the missing change on the year, and how to go back', () => {
    const replacing = {
      ...table,
      madeUp: {
        ...{ rows: 1068, months: 22, monthsLost: 21, firstMonth: '2021-01', lastMonth: '2022-10' },
        monthsPublished: ['2022-09', '2022-10'],
      },
    }
    const { rerender } = render(<DustfallSummary id={7} file="降尘.csv" table={replacing} brings={brings} />)
    const said = () => document.querySelector('[data-kind="replaced"]')?.textContent
    expect(said()).toBe(
      '现有的 1,068 行示例数据（2021年1月至2022年10月，共 22 个月）将整体替换为本文件的真实数据。' +
        '其中 21 个月本文件没有，图表中不再有这些月份。' +
        '已锁定的公布值一并移除：2022年9月、2022年10月（按示例数据公布）。' +
        '真实数据不与示例数据并存；如需找回，请在“历史版本”中恢复；如只是试用，请把本文件的数据类别改为“示例”。' +
        '本文件没有去年同期数据，导入后同比为空。',
    )
    rerender(<DustfallSummary id={7} file="降尘.csv" table={replacing} brings={{ ...brings, firstMonth: '2025-03' }} />)
    expect(said()).not.toContain('同比为空')
    rerender(<DustfallSummary id={7} file="降尘.csv" table={table} brings={brings} />)
    expect(said()).toBeUndefined()
  })

  it('says that illustrative points which the file lacks are no longer shown, and why', () => {
    const { rerender } = render(
      <DustfallSummary id={7} file="降尘.csv" table={{ ...table, madeUpPointsGone: 38 }} brings={brings} />,
    )
    const said = () => document.querySelector('[data-kind="points-gone"]')?.textContent
    expect(said()).toMatch(/^现有的 38 个示例点位不在本文件中，导入后不再显示：.*不与真实数据并存。$/)
    rerender(<DustfallSummary id={7} file="降尘.csv" table={table} brings={brings} />)
    expect(said()).toBeUndefined()
  })

  it('names the counties of the city that the table lacks, and that a column of last year is only compared', () => {
    const published = { ...brings, counties: { ranked: 13, lacking: ['乾县', '礼泉县'] }, statesLastYear: true }
    const madeUp = {
      rows: 1,
      months: 1,
      monthsLost: 0,
      firstMonth: '2022-10',
      lastMonth: '2022-10',
      monthsPublished: [],
    }
    render(<DustfallSummary id={7} file="降尘.csv" table={{ ...table, madeUp }} brings={published} />)
    expect(document.querySelector('[data-kind="lacking"]')?.textContent).toBe(
      '13 个区县中有 11 个；未含：乾县、礼泉县。',
    )
    expect(document.querySelector('[data-kind="replaced"]')?.textContent).toMatch(/“去年同期”一列只作核对、不存入/)
  })

  it('has the heading that the message refers to', () => {
    render(<DustfallSummary id={7} file="降尘.csv" table={table} brings={brings} />)
    screen.getByRole('heading', { name: '点位' })
  })

  it('lets the user choose a county once for all rows of a point', async () => {
    render(<DustfallSummary id={7} file="降尘.csv" table={table} brings={brings} />)
    await choose('选择区县 未知点', '彬州市')
    expect(change).toHaveBeenCalledWith(7, { counties: new Map([['未知点', '610482']]) })
  })

  it('keeps the chosen county, which can be changed', () => {
    const answered = { ...brings, lost: brings.lost.map((point) => ({ ...point, chosen: '610482' })) }
    render(<DustfallSummary id={7} file="降尘.csv" table={table} brings={answered} />)
    expect(select('选择区县 未知点').dataset.value).toBe('610482')
    expect(document.querySelector('[data-kind="lost"]')).toBeNull()
  })

  it('distinguishes two unknown points of one name by the county in their rows', async () => {
    const other = { ...brings.lost[0]!, key: '某开发区\u0000未知点', county: '某开发区', row: 30 }
    render(
      <DustfallSummary id={7} file="降尘.csv" table={table} brings={{ ...brings, lost: [...brings.lost, other] }} />,
    )
    await choose('选择区县 某开发区 · 未知点', '彬州市')
    expect(change).toHaveBeenLastCalledWith(7, { counties: new Map([['某开发区\u0000未知点', '610482']]) })
  })
})
