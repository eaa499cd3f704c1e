import { describe, expect, it } from 'vitest'
import { fromWgs84 } from '@/domain/geodesy/datum-shift'
import type { Position } from '@/domain/geodesy/position'
import type { DatumCandidate } from '@/domain/intake/recognise/datum'
import { datumOfCell } from '@/domain/intake/recognise/datum-column'
import { importRows } from '../import-rows'
import { planOf, townOf } from '../town'

const HEAD = ['堆场编号', '堆场名称', '经度', '纬度', '坐标系']
const place = (i: number): Position => [108.71 + i * 0.01, 34.31]
/** A row whose coordinates are in a datum, and what its cell says of that. */
const row = (i: number, datum: DatumCandidate, said: string) => {
  const [lon, lat] = fromWgs84(datum, place(i))
  return [`A${i}`, `堆${i}`, lon.toFixed(7), lat.toFixed(7), said]
}
const known = ({ code }: { readonly code: string }) => place(Number(code.slice(1)))
const near = (values: readonly unknown[]) => values.map((value) => (value === null ? null : Number(value).toFixed(4)))
const lonsOf = (count: number) => Array.from({ length: count }, (_, i) => place(i)[0].toFixed(4))

describe('what a cell says of the coordinate system', () => {
  it.each([
    ['WGS84', 'wgs84'],
    ['wgs-84坐标系', 'wgs84'],
    ['GPS', 'wgs84'],
    ['CGCS2000', 'wgs84'],
    ['国家2000', 'wgs84'],
    ['大地2000', 'wgs84'],
    ['GCJ-02', 'gcj02'],
    ['ＧＣＪ０２', 'gcj02'],
    ['火星坐标', 'gcj02'],
    ['高德', 'gcj02'],
    ['腾讯地图', 'gcj02'],
    ['高德（GCJ-02）', 'gcj02'],
    ['BD-09', 'bd09'],
    ['百度', 'bd09'],
    ['02坐标系', 'gcj02'],
    ['国测局', 'gcj02'],
    ['84坐标', 'wgs84'],
    ['天地图', 'wgs84'],
    ['4490', 'wgs84'],
    ['', null],
    ['—', null],
    ['未知', null],
    ['北京54', 'unread'],
    ['GPS转高德', 'unread'],
  ])('%s: %s', (cell, datum) => expect(datumOfCell(cell)).toBe(datum))
})

describe('a column that states the coordinate system of each row', () => {
  it.each(['坐标系', '坐标系统', '坐标类型', '坐标基准', '坐标来源', '位置/坐标系', '坐标系*'])(
    'is found: %s',
    (heading) => {
      const rows = [HEAD.with(4, heading), row(0, 'wgs84', 'WGS84'), row(1, 'gcj02', '高德')]
      expect(planOf(rows).plan.position.datumColumn).toBe(4)
    },
  )

  it('is not one whose heading may mean something else and whose cells name no system', () => {
    const rows = [HEAD.with(4, '坐标来源'), row(0, 'wgs84', '现场采集'), row(1, 'wgs84', '企业填报')]
    expect(planOf(rows).plan.position.datumColumn).toBeNull()
  })

  it('is not used while its cells name no known system: the position then asks as without it', () => {
    const rows = [HEAD, row(0, 'gcj02', '地理坐标系'), row(1, 'gcj02', '地理坐标系')]
    const { plan, asksDatum, datumColumn } = planOf(rows)
    expect([plan.position.datumColumn, asksDatum, datumColumn!.unread]).toEqual([null, true, 2])
    expect(near(importRows(rows, { choice: { datum: 'gcj02' } }).column('lon'))).toEqual(lonsOf(2))
  })

  it('is not the original text that the app stored beside converted positions', () => {
    const rows = [HEAD.with(4, '坐标系（原文）'), row(0, 'wgs84', 'GCJ-02'), row(1, 'wgs84', 'GCJ-02')]
    expect(planOf(rows).datumColumn).toBeNull()
  })

  it('asks if rows lie at known places in another system only, until the user chooses either', () => {
    const rows = [HEAD, row(0, 'wgs84', 'GCJ-02'), row(1, 'wgs84', 'GCJ-02'), row(2, 'wgs84', '')]
    const asked = planOf(rows, { base: { known } })
    expect([asked.asksDatum, asked.datumColumn!.contradictedBy]).toEqual([true, 'wgs84'])
    for (const datumColumn of [4, null]) {
      const chosen = planOf(rows, { base: { known }, choice: { datumColumn, datum: 'wgs84' } })
      expect([chosen.asksDatum, chosen.datumColumn!.contradictedBy]).toEqual([false, null])
    }
    expect(planOf(rows.slice(0, 2), { base: { known } }).datumColumn!.contradictedBy).toBeNull()
  })

  it('is no address, even under a heading of several columns', () => {
    const rows = [HEAD.with(4, '地址/坐标系'), row(0, 'wgs84', 'WGS84'), row(1, 'gcj02', '高德')]
    expect(planOf(rows).plan.columns).not.toHaveProperty('address')
  })

  it('converts each row by its own, and asks nothing', () => {
    const rows = [HEAD, row(0, 'wgs84', 'WGS84'), row(1, 'gcj02', '高德'), row(2, 'bd09', '百度')]
    const { column, said, plan } = importRows(rows, { choice: { role: 'pile' } })
    expect(near(column('lon'))).toEqual(lonsOf(3))
    expect([said, plan.position.datum, planOf(rows).asksDatum]).toEqual([[], null, false])
    // The system of the file is not that of the stored positions.
    expect(column('+坐标系')).toEqual([null, null, null])
    expect(column('+坐标系（原文）')).toEqual(['WGS84', '高德', '百度'])
  })

  it('leaves rows that state none to the choice for the file', () => {
    const rows = [HEAD, row(0, 'wgs84', 'WGS84'), row(1, 'gcj02', ''), row(2, 'bd09', '百度')]
    expect(planOf(rows).asksDatum).toBe(true)
    expect(near(importRows(rows).column('lon'))).toEqual([lonsOf(3)[0], null, lonsOf(3)[2]])
    const choice = { datum: 'gcj02' } as const
    expect(planOf(rows, { choice }).asksDatum).toBe(false)
    expect(near(importRows(rows, { choice }).column('lon'))).toEqual(lonsOf(3))
  })

  it('does not use the position of a row whose system can’t be read', () => {
    const rows = [HEAD, row(0, 'wgs84', 'WGS84'), row(1, 'gcj02', '北京54')]
    const { column, said } = importRows(rows)
    expect(near(column('lon'))).toEqual([lonsOf(1)[0], null])
    expect(said).toContain('emptied|datum-unread|坐标系|3|北京54|WGS-84、GCJ-02、BD-09')
  })

  it('can be left unused', () => {
    const rows = [HEAD, row(0, 'gcj02', 'WGS84'), row(1, 'gcj02', '高德')]
    const choice = { datumColumn: null, datum: 'gcj02' } as const
    expect(near(importRows(rows, { choice }).column('lon'))).toEqual(lonsOf(2))
    expect(planOf(rows, { choice: { datumColumn: null } }).asksDatum).toBe(true)
  })

  it('asks if the heading of the coordinates names another one', () => {
    const rows = [HEAD.with(2, '经度(WGS-84)'), row(0, 'wgs84', '高德'), row(1, 'wgs84', '高德')]
    expect(planOf(rows).asksDatum).toBe(true)
    expect(planOf(rows, { choice: { datumColumn: null } })).toMatchObject({
      asksDatum: false,
      plan: { position: { datum: 'wgs84' } },
    })
    expect(planOf(rows, { choice: { datumColumn: 4 } }).asksDatum).toBe(false)
  })
})

describe('rows that agree with known places in different systems', () => {
  const HEAD_PLAIN = HEAD.slice(0, 4)
  const mixed = (...datums: readonly DatumCandidate[]) => [
    HEAD_PLAIN,
    ...datums.map((datum, i) => row(i, datum, '').slice(0, 4)),
  ]
  const GCJ = 'gcj02' as const

  it('leave the choice to the user, with the rows of each', () => {
    const { datum, asksDatum } = planOf(mixed(GCJ, 'wgs84', GCJ, GCJ, GCJ, 'wgs84', GCJ, GCJ), { base: { known } })
    expect([datum!.decided, datum!.by, asksDatum]).toEqual([null, 'mixed', true])
    expect(datum!.agreeing).toEqual([
      { datum: 'wgs84', rows: [3, 7] },
      { datum: 'gcj02', rows: [2, 4, 5, 6, 8, 9] },
    ])
  })

  it('are each reported once one system is chosen for all', () => {
    const town = townOf([], { known })
    const { said } = importRows(mixed(GCJ, 'wgs84', GCJ, GCJ, 'wgs84'), {
      town,
      base: { known },
      choice: { datum: GCJ },
    })
    expect(said.map((each) => each.split('|').slice(0, 4))).toEqual([
      ['kept', 'datum-disagrees', '经度', '3'],
      ['kept', 'datum-disagrees', '经度', '6'],
    ])
    expect(said[0]).toContain('WGS-84')
  })

  it('one alone is reported, and the others decide', () => {
    const rows = mixed(GCJ, GCJ, GCJ, GCJ, 'wgs84')
    expect(planOf(rows, { base: { known } }).datum).toMatchObject({ decided: GCJ, by: 'known' })
    const { said } = importRows(rows, { town: townOf([], { known }), base: { known } })
    expect(said.map((each) => each.split('|')[1])).toEqual(['datum-disagrees'])
  })

  it('decide as the positions of the list itself if no other place is known', () => {
    const rows = mixed(GCJ, GCJ, GCJ, GCJ)
    const own = planOf(rows, { base: { known, isOfList: () => true } }).datum!
    expect(own).toMatchObject({ decided: GCJ, by: 'list' })
    expect(own.evidence[1]).toMatchObject({ knownHits: 4, knownRows: 4, listHits: 4, listRows: 4 })
    const other = planOf(rows, { base: { known, isOfList: ({ code }) => code === 'A0' } }).datum!
    expect(other).toMatchObject({ decided: GCJ, by: 'known' })
  })
})
