import i18next from 'i18next'
import { describe, expect, it } from 'vitest'
import { parseDay } from '@/domain/calendar'
import { NO_FILTERS } from '@/domain/sources/view/filters'
import { isBelowCountyShare } from '@/features/monitoring/trucks/shown-trucks'
import { startI18n } from '@/i18n'
import { groundDigest } from '@/io/tracks/ground-digest'
import { evaluateRules } from '@/questions/evaluated-package'
import { exportFindings } from '@/questions/exports/export-findings'
import { exportSources } from '@/questions/exports/export-sources'
import type { ExportWords } from '@/questions/exports/export-words'
import { filterSources } from '@/questions/filtered-sources'
import { sourcesInRing } from '@/questions/map/sources-in-ring'
import type { TracksFact } from '@/questions/monitors/measured-facts'
import { tableRows, tableView } from '@/questions/table/table-view'
import { plainGround } from '@/questions/trucks/truck-ground'
import { byEvidenceText, tripsText } from '@/store/words/measured'
import { coverageText } from '@/store/words/measured-text'
import { defaultPackage } from '../../fixtures/made-tracks'

await startI18n('zh-CN')
const { t } = i18next
const opened = await defaultPackage()
const DAY = '2022-10-31'

it('the least evidence changes nothing of what tracks are judged by, so nothing has to be judged again', () => {
  const { settings, ...ground } = plainGround(opened)!
  const evidence = { ...settings.evidence, leastDays: settings.evidence.leastDays + 1 }
  expect(groundDigest({ ...ground, settings: { ...settings, evidence } })).toBe(groundDigest({ ...ground, settings }))
  const trip = { ...settings.trip, leastMetres: settings.trip.leastMetres + 1 }
  expect(groundDigest({ ...ground, settings: { ...settings, trip } })).not.toBe(groundDigest({ ...ground, settings }))
})

it('a county with too few tracks is not marked as below the share of the clause', () => {
  const low = { trips: 10, byDay: 1, county: '610402' }
  const least = { percent: 80, clause: 16, counties: null }
  expect(isBelowCountyShare({ ...low, isEnough: true }, least)).toBe(true)
  expect(isBelowCountyShare({ ...low, isEnough: false }, least)).toBe(false)
})

describe('words on what a share rests on', () => {
  const fact: TracksFact = {
    ...{ measured: 'hauls', field: 'part', whole: 'whole', role: 'decides', dataClass: 'real', isConfirmed: true },
    ...{ from: parseDay('2022-10-25'), to: parseDay(DAY), days: 7, trips: 1200, trucks: 6, byDay: 1100 },
    stated: { trips: 5142, byDay: 3908 },
    least: { leastDays: 5, leastTrips: 30 },
  }

  it('name days, trips and trucks, or that trucks were not counted', () => {
    expect(tripsText(t, fact)).toBe(
      '据车辆轨迹（7 天、1,200 趟、6 辆）：2022-10-25 至 2022-10-31 从本区县出发运输 1,200 趟，白天 1,100 趟，占 91.6%',
    )
    expect(tripsText(t, { ...fact, isOfEarlierLists: true })).toBe(
      `${tripsText(t, fact)}（趟次统计后，工地、消纳场等名单或设置有变，未重新统计）`,
    )
    expect(tripsText(t, { ...fact, trucks: null })).toContain('（7 天、1,200 趟、车辆数未统计）')
    expect(byEvidenceText(t, { by: 'tracks', basis: fact, dataClass: 'illustrative', isToVerify: true })).toBe(
      '据车辆轨迹（7 天、1,200 趟、6 辆）：示例、待核实',
    )
  })

  it('say that tracks are too few, and what decides instead', () => {
    const few: TracksFact = { ...fact, role: 'beside', from: fact.to, days: 1, trips: 10, trucks: 3, byDay: 10 }
    const said =
      '车辆轨迹只有 1 天、10 趟、3 辆（2022-10-31 至 2022-10-31），白天 10 趟，占 100%；轨迹太少，不据以判定（须满 5 天且满 30 趟）'
    expect(tripsText(t, few)).toBe(`${said}，按区县填报：5,142 趟，白天 3,908 趟，占 76%`)
    expect(tripsText(t, { ...few, stated: null })).toBe(`${said}；区县没有填报趟次，缺数据，无法判定`)
    for (const stated of ['partial', { trips: 0, byDay: 0 }] as const)
      expect(tripsText(t, { ...few, stated })).toBe(`${said}；区县填报数不足以计算，无法判定`)
  })

  it('give a target days and trucks of each county, and the trips of all', () => {
    const tracked = { rows: 2, isMadeUp: false, trips: 1200, days: [5, 7], trucks: [6, 6] } as const
    const said = (more: Partial<NonNullable<Parameters<typeof coverageText>[1]['tracked']>>) =>
      coverageText(t, { known: 2, of: 2, tracked: { ...tracked, ...more } })
    expect(said({})).toBe('其中 2 个区县据车辆轨迹（每个区县 5–7 天、6 辆，合计 1,200 趟）')
    expect(said({ trucks: null })).toBe('其中 2 个区县据车辆轨迹（每个区县 5–7 天，合计 1,200 趟，车辆数未统计）')
    expect(said({ rows: 1, days: [7, 7], isMadeUp: true })).toBe(
      '其中 1 个区县据车辆轨迹（示例：7 天、6 辆、1,200 趟）',
    )
    expect(said({ rows: 1, days: [7, 7], trucks: null })).toBe(
      '其中 1 个区县据车辆轨迹（7 天、1,200 趟，车辆数未统计）',
    )
  })
})

describe('files and table of the counties’ trips', () => {
  const named = new Proxy({}, { get: (_, name) => String(name) })
  const words = { title: '', headings: named, kinds: {}, statuses: named, classes: named, tracks: named }
  const of = (leastDays: number) => {
    const trucks = opened.pack.trucks!
    const evidence = { ...trucks.evidence, leastDays }
    const pack = { ...opened.pack, trucks: { ...trucks, evidence } }
    const evaluated = evaluateRules({ ...opened, pack }, DAY)
    const members = sourcesInRing(opened, pack.settings.ring)
    return filterSources(evaluated, members, { ...NO_FILTERS, kinds: ['muck-trucks'] })
  }
  const COLUMNS = ['days', 'hauls', 'byDay', 'trucks', 'role']
  const cellsOf = ({ headings, rows }: ReturnType<typeof exportSources>, name: string) =>
    rows.filter((row) => row.includes(name)).map((row) => COLUMNS.map((column) => row[headings.lastIndexOf(column)]))

  it('have columns with what tracks say, and whether they decide', () => {
    expect(cellsOf(exportSources(of(7), 'zh-CN', words as unknown as ExportWords), 'ZT-610402')).toEqual([
      [7, 731, 731, 6, 'decides'],
    ])
    expect(cellsOf(exportSources(of(8), 'zh-CN', words as unknown as ExportWords), 'ZT-610402')).toEqual([
      [7, 731, 731, 6, 'beside'],
    ])
    expect(cellsOf(exportSources(of(7), 'zh-CN', words as unknown as ExportWords), 'ZT-610424')).toEqual([
      [null, null, null, null, null],
    ])
  })

  it('have them in the list of findings too, for requirements on the trips alone', () => {
    // With too few tracks the county’s own 76 % decides and is a finding.
    const { headings, rows } = exportFindings(of(8), 'zh-CN', words as unknown as ExportWords)
    const told = rows.filter((row) => row[headings.indexOf('days')] !== null)
    expect(told.map((row) => [row[1], row[4], row[headings.indexOf('role')]])).toContainEqual([
      'ZT-610402',
      16,
      'beside',
    ])
    expect(told.every((row) => row[4] === 16)).toBe(true)
    expect(rows.length).toBeGreaterThan(told.length)
  })

  it('mark the cells that tracks decide', () => {
    const tracksOf = (leastDays: number) => {
      const view = tableView(of(leastDays), { kind: 'muck-trucks', sort: [], group: null })
      return tableRows(view, 0, 99).flatMap(({ code, tracks }) => (tracks ? [`${code} ${tracks.days}`] : []))
    }
    expect(tracksOf(7)).toContain('ZT-610402 7')
    expect(tracksOf(8)).toEqual([])
  })
})
