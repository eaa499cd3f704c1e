import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toZone } from '@/domain/geodesy/zone-grid'
import { coordinatesOf, findForm, findPosition } from '@/domain/intake/recognise/find-position'
import { inOrder, parseCoordinate, parsePair, positionForm } from '@/domain/intake/recognise/position-cells'

const CENTRE = [108.7, 34.3] as const

describe('a coordinate', () => {
  it.each([
    ['108.7089', 108.7089],
    ['-108', -108],
    ['+34.5', 34.5],
    ['１０８．７', 108.7],
    [' 34.5 ', 34.5],
    ['4,567,890.5', 4_567_890.5],
    ['108°', 108],
    ['108.5度', 108.5],
    ['108°30′', 108.5],
    ['108°30.6′', 108.51],
    ['108度42分36秒', 108.71],
    ['108°42′36″', 108.71],
    ["108°42'36''", 108.71],
    ['108° 42′ 36″ E', 108.71],
    ['E108°42′36″', 108.71],
    ['东经108°42′36″', 108.71],
    ['北纬34.5', 34.5],
    ['经108.5', 108.5],
    ['108:42:36', 108.71],
    ['108 42 36', 108.71],
    ['108-42-36.0', 108.71],
    ['W108.5', -108.5],
    ['108.5w', -108.5],
    ['34.5S', -34.5],
    ['西经108.5', -108.5],
    ['南34°30′', -34.5],
    ['0°0′0″', 0],
  ])('%j is %d', (cell, degrees) => expect(parseCoordinate(cell)).toBeCloseTo(degrees, 9))

  it.each([
    '',
    '—',
    '甲',
    '108°60′',
    '108°30′60″',
    '108:60:00',
    '108:30:60',
    '1.2.3',
    '108.7,34.3',
    '1,23',
    'x108',
    '108x',
    '108..5',
    '1081:42:36',
    '108:421:36',
    '108:42',
    `${'1'.repeat(30)}°`.repeat(9),
  ])('%j is invalid', (cell) => expect(parseCoordinate(cell)).toBeNull())

  it('in degrees, minutes and seconds is converted to decimal degrees', () => {
    const [degrees, sixty] = [fc.integer({ min: 0, max: 180 }), fc.integer({ min: 0, max: 59 })]
    fc.assert(
      fc.property(degrees, sixty, sixty, (d, m, s) => {
        const value = d + m / 60 + s / 3600
        for (const cell of [`${d}°${m}′${s}″`, `${d}度${m}分${s}秒`, `${d}:${m}:${s}`])
          expect([cell, parseCoordinate(cell)]).toEqual([cell, value])
      }),
    )
  })
})

describe('two coordinates in one cell', () => {
  it.each([
    ['108.7,34.3', [108.7, 34.3]],
    ['108.7，34.3', [108.7, 34.3]],
    ['108.7 , 34.3', [108.7, 34.3]],
    ['108.7;34.3', [108.7, 34.3]],
    ['108.7、34.3', [108.7, 34.3]],
    ['108.7|34.3', [108.7, 34.3]],
    ['34.3 108.7', [34.3, 108.7]],
    ['(108.7, 34.3)', [108.7, 34.3]],
    ['[108.7, 34.3]', [108.7, 34.3]],
    ['{108.7, 34.3}', [108.7, 34.3]],
    ['（108.7，34.3）', [108.7, 34.3]],
    ['POINT (108.7 34.3)', [108.7, 34.3]],
    ['point(108.7 34.3)', [108.7, 34.3]],
    ['E108.7 N34.3', [108.7, 34.3]],
    ['东经108.7 北纬34.3', [108.7, 34.3]],
    ['108°42′36″E，34°30′N', [108.71, 34.5]],
    ['108.7,34.3,', [108.7, 34.3]],
  ])('%j', (cell, pair) => {
    const [first, second] = parsePair(cell)!
    expect([first, second].map((each) => Number(each.toFixed(9)))).toEqual(pair)
  })

  it.each(['', '108.7', '108.7,34.3,0', '108.7,甲', '甲,34.3', '108.7-34.3', ',', '108.7\u200034.3甲'])(
    '%j are not two coordinates',
    (cell) => expect(parsePair(cell)).toBeNull(),
  )
})

describe('the form of pairs of numbers', () => {
  const form = (...pairs: [number, number][]) => positionForm(pairs, [...CENTRE])

  it('is degrees if they are within China, in either order', () => {
    expect(form([108.7, 34.3])).toEqual({ unit: 'degrees' })
    expect(form([34.3, 108.7])).toEqual({ unit: 'degrees' })
    for (const [lon, lat] of [
      [73, 3],
      [136, 54],
    ] as const)
      expect(form([lon, lat])).toEqual({ unit: 'degrees' })
    for (const [lon, lat] of [
      [72.9, 34],
      [136.1, 34],
      [108, 2.9],
      [108, 54.1],
    ] as const)
      expect([lon, lat, form([lon, lat])]).toEqual([lon, lat, null])
  })

  it('is metres in the zone that the eastings begin with', () => {
    expect(form([36_564_000, 3_800_000])).toEqual({ unit: 'metres', zone: { number: 36, prefixed: true } })
    expect(form([3_800_000, 36_564_000])).toEqual({ unit: 'metres', zone: { number: 36, prefixed: true } })
    // The zone of the majority.
    expect(form([37_400_000, 3_800_000], [36_600_000, 3_800_000], [36_600_001, 3_800_000])).toMatchObject({
      zone: { number: 36 },
    })
    expect(form([25_500_000, 3_800_000])).toMatchObject({ zone: { number: 25 } })
    expect(form([45_500_000, 3_800_000])).toMatchObject({ zone: { number: 45 } })
    for (const easting of [24_500_000, 46_500_000]) expect(form([easting, 3_800_000])).toBeNull()
  })

  it('is metres in the zone of the city if the eastings have no zone number', () => {
    expect(form([564_000, 3_800_000])).toEqual({ unit: 'metres', zone: { number: 36, prefixed: false } })
    expect(form([3_800_000, 564_000])).toEqual({ unit: 'metres', zone: { number: 36, prefixed: false } })
    expect(positionForm([[564_000, 3_800_000]], [114, 38])).toMatchObject({ zone: { number: 38 } })
    for (const [easting, northing] of [
      [200_000, 300_000],
      [800_000, 6_000_000],
    ] as const)
      expect(form([easting, northing])).toMatchObject({ unit: 'metres' })
    for (const [easting, northing] of [
      [199_999, 3_800_000],
      [800_001, 3_800_000],
      [200_001, 299_999],
      [564_000, 6_000_001],
    ] as const)
      expect([easting, northing, form([easting, northing])]).toEqual([easting, northing, null])
  })

  it('is that of the majority, null without one', () => {
    expect(form()).toBeNull()
    expect(form([1, 2])).toBeNull()
    expect(form([108.7, 34.3], [1, 2])).toEqual({ unit: 'degrees' })
    expect(form([108.7, 34.3], [1, 2], [3, 4])).toBeNull()
    expect(form([564_000, 3_800_000], [564_001, 3_800_000], [108.7, 34.3])).toMatchObject({ unit: 'metres' })
    expect(form([36_564_000, 3_800_000], [36_564_001, 3_800_000], [564_001, 3_800_000])).toMatchObject({
      zone: { prefixed: true },
    })
  })
})

describe('the order of two coordinates', () => {
  it('is derived from their range alone', () => {
    const degrees = { unit: 'degrees' } as const
    expect(inOrder([108.7, 34.3], degrees)).toEqual({ pair: [108.7, 34.3], swapped: false })
    expect(inOrder([34.3, 108.7], degrees)).toEqual({ pair: [108.7, 34.3], swapped: true })
    for (const pair of [
      [108.7, 108.7],
      [34.3, 34.3],
      [0, 0],
      [108.7, 0],
      [0, 34.3],
    ] as const)
      expect(inOrder(pair, degrees)).toBeNull()
    const plain = { unit: 'metres', zone: { number: 36, prefixed: false } } as const
    expect(inOrder([564_000, 3_800_000], plain)).toEqual({ pair: [564_000, 3_800_000], swapped: false })
    expect(inOrder([3_800_000, 564_000], plain)).toEqual({ pair: [564_000, 3_800_000], swapped: true })
    const prefixed = { unit: 'metres', zone: { number: 36, prefixed: true } } as const
    expect(inOrder([36_564_000, 3_800_000], prefixed)).toEqual({ pair: [36_564_000, 3_800_000], swapped: false })
    expect(inOrder([3_800_000, 36_564_000], prefixed)).toEqual({ pair: [36_564_000, 3_800_000], swapped: true })
    expect(inOrder([564_000, 3_800_000], prefixed)).toBeNull()
    expect(inOrder([36_564_000, 3_800_000], plain)).toBeNull()
    expect(inOrder([564_000, 7], plain)).toBeNull()
    expect(inOrder([7, 564_000], plain)).toBeNull()
  })
})

describe('the columns of a position', () => {
  const find = (
    names: readonly string[],
    rows: readonly (readonly string[])[],
    matches: [string, number, number?][] = [],
  ) =>
    findPosition(
      names,
      rows,
      matches.map(([field, column, confidence = 1]) => ({ field, column, confidence })),
      [...CENTRE],
    )

  it('are those with known headings', () => {
    expect(
      find(
        ['经度', '纬度'],
        [],
        [
          ['lon', 0],
          ['lat', 1],
        ],
      ),
    ).toEqual({ lon: 0, lat: 1 })
    expect(find(['经度', '甲'], [['108.7', '甲']], [['lon', 0]])).toBeNull()
    expect(find(['甲', '纬度'], [['甲', '34.3']], [['lat', 1]])).toBeNull()
  })

  it('can be a single one, by its heading or its cells', () => {
    const cell = '108.7,34.3'
    for (const heading of ['经纬度', '坐标', '位置/坐标', '中心坐标', '定位', 'Location', 'lnglat', '经纬度坐标（度）'])
      expect([heading, find(['名称', heading], [['甲', cell]])]).toEqual([heading, { pair: 1 }])
    // Six of ten are enough, five are not; empty cells do not count.
    const rows = (filled: number) => Array.from({ length: 10 }, (_, i) => [i < filled ? cell : '甲'])
    expect(find(['坐标'], [...rows(6), [''], [' ']])).toEqual({ pair: 0 })
    expect(find(['坐标'], rows(5))).toBeNull()
    expect(find(['坐标'], [['']])).toBeNull()
    // Of two, the one with a heading, even if the other one comes first.
    for (const heading of ['坐标', '经纬度', '定位', 'location', 'LngLat', 'lonlat', 'latlng', 'coordinates'])
      expect([heading, find(['备注', heading], [[cell, cell]])]).toEqual([heading, { pair: 1 }])
    expect(find(['坐标'], [[cell]], [['address', 0]])).toEqual({ pair: 0 })
  })

  it('can be X and Y in either order', () => {
    expect(find(['X', 'Y'], [['3800000', '564000']])).toEqual({ lon: 0, lat: 1 })
    expect(find(['y坐标', '甲', '横坐标'], [])).toEqual({ lon: 0, lat: 2 })
    for (const [
      first,
      second,
    ] of [['x坐标', '纵坐标'], ['东坐标', '北坐标'], ['East', 'North'], ['Easting', 'Northing']]) // biome-ignore format: pairs
      expect([first, find([first!, '甲', second!], [])]).toEqual([first, { lon: 0, lat: 2 }])
    expect(find(['X'], [['3800000']])).toBeNull()
  })

  it('are found by their values without known headings, if no field claims these columns', () => {
    expect(find(['甲', '乙'], [['甲', '108.7,34.3']])).toEqual({ pair: 1 })
    expect(find(['甲', '乙'], [['甲', '108.7,34.3']], [['address', 1, 0.61]])).toBeNull()
    expect(find(['甲', '乙'], [['甲', '108.7,34.3']], [['address', 1, 0.6]])).toEqual({ pair: 1 })
    expect(find(['甲', '乙', '丙'], [['甲', '108.7', '34.3']])).toEqual({ lon: 1, lat: 2 })
    expect(find(['甲', '乙'], [['34.3', '108.7']])).toEqual({ lon: 0, lat: 1 })
    expect(find(['甲', '乙'], [['108.7', '34.3']], [['code', 1]])).toBeNull()
    const rows = (filled: number) => Array.from({ length: 10 }, (_, i) => (i < filled ? ['108.7', '34.3'] : ['1', '2']))
    expect(find(['甲', '乙'], rows(8))).toEqual({ lon: 0, lat: 1 })
    expect(find(['甲', '乙'], rows(7))).toBeNull()
    // A row with only one of the two does not count.
    expect(find(['甲', '乙'], [...rows(8), ['5', ''], ['', '6'], []])).toEqual({ lon: 0, lat: 1 })
    expect(find(['甲', '乙'], [['面积', '数量']])).toBeNull()
    expect(find([], [])).toBeNull()
  })
})

describe('the coordinates of a row', () => {
  it('are two numbers, from two cells or one', () => {
    expect(coordinatesOf(['', '108.7', '34°30′'], { lon: 1, lat: 2 })).toEqual([108.7, 34.5])
    expect(coordinatesOf(['108.7'], { lon: 0, lat: 1 })).toBeNull()
    expect(coordinatesOf(['', '34.3'], { lon: 0, lat: 1 })).toBeNull()
    expect(coordinatesOf(['甲', '108.7 34.3'], { pair: 1 })).toEqual([108.7, 34.3])
    expect(coordinatesOf([], { pair: 1 })).toBeNull()
  })

  it('have the form of those that can be read', () => {
    const [x, y] = toZone({ number: 36, prefixed: true }, [...CENTRE])
    expect(
      findForm(
        [
          ['甲', ''],
          [String(x), String(y)],
        ],
        { lon: 0, lat: 1 },
        [...CENTRE],
      ),
    ).toMatchObject({
      unit: 'metres',
      zone: { number: 36, prefixed: true },
    })
    expect(findForm([['甲', '']], { lon: 0, lat: 1 }, [...CENTRE])).toBeNull()
  })
})
