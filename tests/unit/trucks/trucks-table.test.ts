import i18next from 'i18next'
import { expect, it } from 'vitest'
import { BREACHES } from '@/domain/trucks/breach-kinds'
import { sortedCompanies } from '@/features/monitoring/trucks/shown-trucks'
import { cardTable, companiesTable, trucksTable } from '@/features/monitoring/trucks/trucks-table'
import { startI18n } from '@/i18n'
import type { UnjudgedBreach } from '@/questions/plan/unjudged'

await startI18n('zh-CN')
const breaches = Object.fromEntries(BREACHES.map((kind) => [kind, kind === 'ban' ? 3 : 0]))
const line = { plate: '示A1', company: '', county: '', trips: 0, byDay: 0, metres: 0, unlistedStops: 0, breaches }
const table = (...unjudged: UnjudgedBreach[]) => {
  const made = trucksTable(i18next.t, [line as never], (code) => code, [], unjudged, 'zh-CN')
  const bans = made.rows[0]![made.headings.indexOf(i18next.t('trucks.breach.ban'))]
  return { bans, notes: made.about?.lines }
}

it('exports what judged bans found, and names those that could not be judged', () => {
  expect(table()).toEqual({ bans: 3, notes: [] })
  const bans = [{ zh: '重车禁行', en: 'Loaded trucks' }]
  expect(table({ kind: 'ban', lacks: ['load'], bans })).toEqual({
    bans: 3,
    notes: [['未能判断', '禁行路段和时段行驶“重车禁行”（数据里没有可用的载重）']],
  })
})

it('exports no number of bans if none could be judged', () => {
  expect(table({ kind: 'ban', lacks: ['speed'] }).bans).toBe(null)
})

it('exports a card with what could not be judged of its trucks', () => {
  const card = { plates: [], days: [], trips: [], breaches: [] }
  const notes = (...unjudged: UnjudgedBreach[]) =>
    cardTable(i18next.t, '示A1 2022-10', { ...card, unjudged }, [['数据包', '示例']], 'zh-CN').about?.lines
  expect(notes()).toEqual([['数据包', '示例']])
  expect(notes({ kind: 'open', lacks: ['closed'] })).toEqual([
    ['数据包', '示例'],
    ['未能判断', '重车未密闭行驶（数据里没有可用的密闭状态）'],
  ])
})

it('exports the banned road of a breach', () => {
  const breach = { plate: '示A1', kind: 'ban', from: 1_667_000_000, until: 1_667_000_100, at: [108.7, 34.3] } as const
  const of = (roadName: string | null) => {
    const breaches = [{ ...breach, figure: null, of: 'peak', roadName, left: null }]
    const { headings, rows } = cardTable(
      i18next.t,
      '示A1 2022-10',
      { plates: [], days: [], trips: [], breaches, unjudged: [] },
      [],
      'zh-CN',
    )
    expect(rows[0]).toHaveLength(headings.length)
    return rows[0]![headings.indexOf('禁行路段')]
  }
  expect(of('中华路')).toBe('中华路')
  expect(of(null)).toBeNull()
})

it('exports companies side by side, the lowest share by day first and trucks without a company last', () => {
  const of = (company: string, trips: number, byDay: number) => ({ ...line, company, trucks: 2, trips, byDay })
  const companies = [of('', 9, 0), of('甲', 10, 9), of('乙', 10, 7), of('丙', 0, 0)] as never[]
  const { headings, rows } = companiesTable(i18next.t, sortedCompanies(companies, 'share'), [], [], 'zh-CN')
  expect(headings.slice(0, 5)).toEqual(['运输企业', '车辆数', '运输趟次', '白天趟次', '白天比例（%）'])
  expect(rows.map((row) => [row[0], row[4]])).toEqual([
    ['乙', 70],
    ['甲', 90],
    ['丙', null],
    ['企业不明', 0],
  ])
  for (const row of rows) expect(row).toHaveLength(headings.length)
})
