import { describe, expect, it } from 'vitest'
import { indexRegions } from '@/domain/geodesy/regions'
import { type County, countyFinder, countyName, namesCity } from '@/domain/sources/county'
import {
  buildInventory,
  type CountyLookup,
  findDuplicateCodes,
  type KindResource,
  positionOf,
  rowOf,
} from '@/domain/sources/inventory'
import { textColumn } from '@/domain/table/build-column'
import { type Table, textAt, valueAt } from '@/domain/table/column'
import { kindOfTable, tableOf } from '../made-table'

const county = (code: string, name: string, ...aliases: string[]): County => ({
  code,
  name,
  nameEn: '',
  aliases,
  ranked: true,
})
const square = (west: number) => ({
  type: 'Polygon' as const,
  coordinates: [[[west, 0], [west + 1, 0], [west + 1, 1], [west, 1], [west, 0]]], // biome-ignore format: a ring
})
const find = countyFinder([county('610402', '秦都区', '秦都'), county('610430', '淳化县', '淳化')])
const LOOKUP: CountyLookup = {
  find,
  regions: indexRegions([square(0), square(1)]),
  regionCodes: ['610402', '610430'],
}
const resource = (table: Table, more: Partial<KindResource> = {}): KindResource => ({
  kind: 'yard',
  schema: kindOfTable(table),
  file: 'yard.csv',
  dataClass: 'real',
  table,
  ...more,
})

describe('a county', () => {
  it('is found by code, name or another name, also in full width or with spaces around it', () => {
    expect(['610402', '秦都区', '秦都', ' ６１０４０２ ', '淳化'].map(find)).toEqual([
      '610402',
      '610402',
      '610402',
      '610402',
      '610430',
    ])
    expect(find('长安区')).toBeNull()
    expect(find('')).toBeNull()
  })

  it('is found after the name of its city and province, but not of another city', () => {
    const within = countyFinder([county('610481', '兴平市'), county('610402', '秦都区', '秦都')], '咸阳市')
    for (const text of [
      '咸阳市兴平市',
      '陕西省咸阳市兴平市',
      '陕西省 咸阳市 兴平市',
      '咸阳-兴平市',
      '陕西省兴平市',
      '兴平市',
    ])
      expect(within(text), text).toBe('610481')
    expect(within('咸阳市秦都')).toBe('610402')
    for (const text of ['西安市兴平市', '咸阳市', '咸阳', '陕西省', '兴平', '咸阳市兴平市场'])
      expect(within(text), text).toBeNull()
    expect(countyFinder([county('610481', '兴平市')])('咸阳市兴平市')).toBeNull()
    // A county with the name of its city.
    const nanchang = countyFinder([county('360121', '南昌县'), county('360102', '东湖区')], '南昌市')
    for (const text of ['南昌县', '江西省南昌县', '江西省南昌市南昌县', '南昌市南昌县'])
      expect(nanchang(text), text).toBe('360121')
    expect(nanchang('江西省南昌市东湖区')).toBe('360102')
  })

  it('has its name in the language of the screen, or its code if the package does not know it', () => {
    const counties = [
      { ...county('610402', '秦都区'), nameEn: 'Qindu' },
      { ...county('610430', '淳化县'), nameEn: 'Chunhua' },
    ]
    expect(['610402', '610430', '999999'].map((code) => countyName({ counties }, code))).toEqual([
      '秦都区',
      '淳化县',
      '999999',
    ])
    expect(['610402', '610430', '999999'].map((code) => countyName({ counties }, code, 'en'))).toEqual([
      'Qindu',
      'Chunhua',
      '999999',
    ])
    expect(countyFinder(counties)('Qindu')).toBe('610402')
    // Without an English name it keeps its own.
    expect(countyName({ counties: [county('610402', '秦都区')] }, '610402', 'en')).toBe('秦都区')
  })

  it('is not the city as a whole, which has its own names', () => {
    const city = { zh: '咸阳市', en: 'Xianyang', code: '610400' }
    for (const text of ['全市', '咸阳市', '咸阳', 'Xianyang', '610400', ' 全市 '])
      expect(namesCity(text, city)).toBe(true)
    for (const text of ['秦都区', '', '市', '咸阳市区']) expect(namesCity(text, city)).toBe(false)
  })
})

describe('the inventory of all sources', () => {
  const yards = tableOf({
    texts: { code: ['Y1', 'Y2', 'Y3', 'Y4'], name: ['甲', '乙', '丙', '丁'], county: ['秦都', '', '月球', ''] },
    numbers: { lon: [0.5, 1.5, 0.5, null], lat: [0.5, 0.5, 0.5, null] },
  })
  const roads = tableOf({
    texts: { code: ['R1'], name: ['路'], grade: ['A'], county: ['610430'] },
    flags: { key: [true] },
  })
  const built = () =>
    buildInventory(
      [resource(yards), resource(roads, { kind: 'road', file: 'road.csv', dataClass: 'illustrative' })],
      LOOKUP,
    )

  it('numbers them consecutively, kind by kind, with their common columns', () => {
    const { sources, kinds } = built().inventory
    expect(sources.length).toBe(5)
    expect(kinds.map(({ kind, first }) => [kind, first])).toEqual([['yard', 0], ['road', 4]]) // biome-ignore format: pairs
    const all = (name: string) => Array.from({ length: 5 }, (_, row) => valueAt(sources, name, row))
    expect(all('kind')).toEqual(['yard', 'yard', 'yard', 'yard', 'road'])
    expect(all('code')).toEqual(['Y1', 'Y2', 'Y3', 'Y4', 'R1'])
    expect(all('name')).toEqual(['甲', '乙', '丙', '丁', '路'])
    expect(all('grade')).toEqual([null, null, null, null, 'A'])
    expect(all('dataClass')).toEqual(['real', 'real', 'real', 'real', 'illustrative'])
    expect(all('lon')).toEqual([0.5, 1.5, 0.5, null, null])
    expect(all('lat')).toEqual([0.5, 0.5, 0.5, null, null])
  })

  it('has the stated county, otherwise that of the position, and reports unknown names', () => {
    const { inventory, problems } = built()
    const codes = Array.from({ length: 5 }, (_, row) => textAt(inventory.sources, 'county', row))
    expect(codes).toEqual(['610402', '610430', '610402', '', '610430'])
    expect(textAt(inventory.kinds[0]!.table, 'county', 0)).toBe('610402')
    expect(problems).toEqual([{ code: 'unknown-county', file: 'yard.csv', row: 4, column: 'county', seen: '月球' }])
  })

  it('has no county for a kind without positions, or with only one coordinate', () => {
    const half = tableOf({ texts: { code: ['1'], name: ['x'] }, numbers: { lon: [0.5] } })
    const { inventory, problems } = buildInventory([resource(half)], LOOKUP)
    expect(textAt(inventory.sources, 'county', 0)).toBe('')
    expect(valueAt(inventory.kinds[0]!.table, 'lat', 0)).toBeNull()
    expect(problems).toEqual([])
    const outside = tableOf({ texts: { code: ['1'] }, numbers: { lon: [9], lat: [9] } })
    expect(textAt(buildInventory([resource(outside)], LOOKUP).inventory.sources, 'county', 0)).toBe('')
  })

  it('stores positions and packed texts once; a kind’s columns are parts of the common ones', () => {
    const count = 5000
    const codes = (letter: string) => Array.from({ length: count }, (_, i) => `${letter}${i}`)
    const many = (letter: string): Table => ({ length: count, columns: { code: textColumn(codes(letter)) } })
    const { inventory } = buildInventory([resource(many('Y')), resource(many('R'), { kind: 'road' })], LOOKUP)
    const [first, second] = inventory.kinds
    expect(textAt(second!.table, 'code', 17)).toBe('R17')
    expect(textAt(first!.table, 'code', count - 1)).toBe(`Y${count - 1}`)
    const whole = inventory.sources.columns.code!
    for (const { table } of inventory.kinds) {
      const own = table.columns.code!
      if (own.type !== 'packed' || whole.type !== 'packed') throw new Error('so many codes are packed')
      expect(own.bytes).toBe(whole.bytes)
    }
    expect(second!.table.columns.name).toBeUndefined()
    const [lons, own] = [inventory.sources.columns.lon!, second!.table.columns.lon!]
    if (lons.type !== 'number' || own.type !== 'number') throw new Error('positions are numbers')
    expect(own.values.buffer).toBe(lons.values.buffer)
  })

  it('returns the position of a row, null if it is incomplete', () => {
    const table = tableOf({ numbers: { lon: [108.7, 108.7, null], lat: [34.3, null, 34.3] } })
    expect([0, 1, 2].map((row) => positionOf(table, row))).toEqual([[108.7, 34.3], null, null])
    expect(positionOf(tableOf({ texts: { lon: ['1'], lat: ['2'] } }), 0)).toBeNull()
    expect(positionOf(roads, 0)).toBeNull()
  })

  it('finds the row of a source in its kind, and throws for other numbers', () => {
    const { inventory } = built()
    expect(rowOf(inventory, 3)).toMatchObject({ kind: { kind: 'yard' }, row: 3 })
    expect(rowOf(inventory, 4)).toMatchObject({ kind: { kind: 'road' }, row: 0 })
    expect(() => rowOf(inventory, 5)).toThrow(new RangeError('no source 5'))
    expect(() => rowOf(inventory, -1)).toThrow(RangeError)
  })
})

describe('repeated codes', () => {
  const numbered = (...resources: KindResource[]) =>
    buildInventory(resources, LOOKUP).inventory.kinds.map((each, i) => ({ ...resources[i]!, first: each.first }))

  it('are a problem of each later row, with the first row; rows without a code are not', () => {
    const texts = { code: ['A', '', 'B', 'A', '', 'A'], name: ['甲', '乙', '丙', '丁', '戊', '己'] }
    const table = { ...tableOf({ texts }), lines: Uint32Array.of(2, 3, 4, 7, 8, 9) }
    const problem = {
      code: 'duplicate-code',
      file: 'yard.csv',
      column: 'code',
      seen: 'A',
      earlier: { row: 2, value: '甲' },
    }
    const { problems, sameCode } = findDuplicateCodes(numbered(resource(table)))
    expect(problems).toEqual([
      { ...problem, row: 7 },
      { ...problem, row: 9 },
    ])
    expect([...sameCode].sort(([a], [b]) => a - b)).toEqual([
      [0, { nth: 1, of: 3 }],
      [1, { nth: 1, of: 2 }],
      [3, { nth: 2, of: 3 }],
      [4, { nth: 2, of: 2 }],
      [5, { nth: 3, of: 3 }],
    ])
  })

  it('are found across the files of a kind, and are allowed in two kinds', () => {
    const one = resource(tableOf({ texts: { code: ['A', 'B'], name: ['甲', '乙'] } }))
    const other = resource(tableOf({ texts: { code: ['C', 'B'], name: ['丙', '丁'] } }), { file: 'more.csv' })
    expect(findDuplicateCodes(numbered(one, other)).problems).toEqual([
      {
        code: 'duplicate-code',
        file: 'more.csv',
        row: 3,
        column: 'code',
        seen: 'B',
        earlier: { row: 3, value: '乙 (yard.csv)' },
      },
    ])
    expect(findDuplicateCodes(numbered(one, { ...other, kind: 'road' })).problems).toEqual([])
  })
})
