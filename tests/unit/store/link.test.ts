import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { COMPARED_COLUMNS } from '@/domain/dustfall/comparison'
import { PARAMETERS } from '@/domain/monitoring/parameter'
import { STATUS_NAMES } from '@/domain/rules/status'
import { LAYERS } from '@/domain/sources/kinds/reserved'
import { AREA_OPERATIONS, type Area } from '@/domain/sources/view/area'
import { DEVICE_FILTERS, DEVICE_SORTS } from '@/store/view/device-list-filter'
import { decodeView, encodeView } from '@/store/view/link'
import { FIRST_VIEW, isKindId, MANUAL, MODES, PANELS, type View } from '@/store/view/view'
import { KINDS } from '../../fixtures/kinds'
import { OLD_LINKS } from '../../fixtures/old-links'

/** A kind that only a package declares. */
const A_KIND_OF_A_PACKAGE = 'boiler-2'

const view: fc.Arbitrary<View> = fc.record({
  mode: fc.constantFrom(...MODES),
  manual: fc.constant(null),
  month: fc.constantFrom(null, '2022-10', '2021-01'),
  asOf: fc.constantFrom(null, '2022-10-31'),
  ring: fc.constantFrom(null, { basis: 'centre' as const, radiusMetres: 12_000 }),
  added: fc.subarray([A_KIND_OF_A_PACKAGE, 'kiln']),
  filters: fc.record({
    kinds: fc.uniqueArray(fc.constantFrom(...KINDS.map(({ id }) => id), A_KIND_OF_A_PACKAGE)),
    counties: fc.uniqueArray(fc.constantFrom('610402', '高新区', '')),
    clauses: fc.uniqueArray(fc.integer({ min: 1, max: 45 })),
    requirements: fc.uniqueArray(fc.constantFrom('23-six', '23-six/wetWork', '自定,1/2&#%')),
    grades: fc.uniqueArray(fc.constantFrom('A', 'B-', '未评级', '优,良', '50%', '%2C', '')),
    statuses: fc.uniqueArray(fc.constantFrom(...STATUS_NAMES)),
    ring: fc.uniqueArray(fc.constantFrom('inside' as const, 'outside' as const, 'unplaced' as const)),
    leads: fc.uniqueArray(fc.constantFrom('市生态环境局', '市住房和城乡建设局')),
    departments: fc.subarray(['市住房和城乡建设局']),
    columns: fc.uniqueArray(
      fc.oneof(
        fc.record({ column: fc.constant('industry'), oneOf: fc.constantFrom(['水泥'], ['铸造', '']) }),
        fc.record({ column: fc.constantFrom('name', '+备注'), contains: fc.string() }),
        fc.record({ column: fc.constant('siltLoad'), from: fc.constantFrom(null, 1.5), to: fc.constantFrom(null, 2) }),
      ),
    ),
    area: fc.array(
      fc.record({
        operation: fc.constantFrom(...AREA_OPERATIONS),
        area: fc.constantFrom<Area>(
          { type: 'around', of: 'points', metres: 3000 },
          { type: 'around', of: 'over', metres: 250 },
          { type: 'around', of: { kind: A_KIND_OF_A_PACKAGE }, metres: 1 },
          { type: 'county', code: '610402' },
          { type: 'line', code: '道/1&?# ;', metres: 200 },
          { type: 'line', kind: 'river', code: '渭/1 ;', metres: 50 },
          { type: 'line', kind: 'river', code: '渭@2', metres: 50 },
          { type: 'line', kind: 'river', code: '渭@2', nth: 3, metres: 50 },
          { type: 'circle', centre: [108.7, 34.3], metres: 5000 },
          { type: 'circle', centre: [108.7, 34.3], metres: 5000, name: '淳化县 1 号;点位, 50%' },
          {
            type: 'polygon',
            ring: [
              [108.7, 34.3],
              [108.8, 34.3],
              [108.8, 34.41234],
            ],
          },
        ),
      }),
      { maxLength: 3 },
    ),
  }),
  hidden: fc.uniqueArray(fc.constantFrom('points', 'ring', 'yard', A_KIND_OF_A_PACKAGE)),
  opacity: fc.constantFrom({}, { ring: 0.5, sources: 0.3 }),
  within: fc.constantFrom(null, [108.1, 34.2, 109.25, 35.12345] as const),
  linkedDates: fc.boolean(),
  selected: fc.constantFrom(
    null,
    { kind: 'yard' as const, code: 'CD2022-0001' },
    { kind: 'road' as const, code: '道/1&?#' },
    { kind: A_KIND_OF_A_PACKAGE, code: '1' },
  ),
  point: fc.constantFrom(null, '610402-01', '秦都1号'),
  county: fc.constantFrom(null, '610430'),
  device: fc.constantFrom(null, 'GD2022-0001'),
  devices: fc.record({
    filter: fc.constantFrom(...DEVICE_FILTERS),
    county: fc.constantFrom(null, '', '610402', '高新区', 'a,b%'),
    text: fc.string(),
    sort: fc.constantFrom(...DEVICE_SORTS),
  }),
  parameter: fc.constantFrom(...PARAMETERS),
  case: fc.constantFrom(null, '01931c2a-7f00-7000-8000-000000000001'),
  truck: fc.constantFrom(null, 'GD2022-0001'),
  breach: fc.constantFrom(null, '示D00001 ban lixue 1667178000'),
  panel: fc.constantFrom(null, ...PANELS),
  table: fc.boolean(),
  sort: fc.uniqueArray(
    fc.record({ column: fc.constantFrom('county', 'overdueDays', '+备注, 二', '50%', ''), descending: fc.boolean() }),
    { selector: ({ column }) => column },
  ),
  group: fc.constantFrom(null, 'county', '+备注'),
  without: fc.constantFrom(null, [], ['lon', '+备注, 二']),
  clause: fc.constantFrom(null, 23),
  plan: fc.constantFrom(null, '2022', '2023.2'),
  look: fc.constantFrom(null, {
    kind: 'stockpile' as const,
    colour: 'area',
    size: null,
    method: 'manual' as const,
    classes: 4,
    breaks: [1, 2.5],
    fixedBreak: 7,
  }),
  density: fc.constantFrom(
    { form: 'auto' as const, of: 'count' as const },
    { form: 'heat' as const, of: 'overdue' as const },
  ),
  speaker: fc.boolean(),
  scene: fc.nat({ max: 9 }),
  other: fc.constantFrom(null, '2022-09'),
  compared: fc.record({ column: fc.constantFrom(...COMPARED_COLUMNS), descending: fc.boolean() }),
  data: fc.constantFrom(null, '0a1b2c3d'),
  camera: fc.constantFrom(null, { lon: 108.7, lat: 34.33, zoom: 11.25 }),
})

describe('a link', () => {
  it('restores the view that it was made from', () => {
    fc.assert(
      fc.property(view, (each) => {
        const isShown = each.mode === 'explore' && each.panel === 'cases'
        expect(decodeView(`#${encodeView(each)}`)).toEqual({ ...each, case: isShown ? each.case : null })
      }),
    )
  })

  it('names a case only while its panel is shown, and an earlier link that names one still opens it', () => {
    const id = '01931c2a-7f00-7000-8000-000000000001'
    const shown = { ...FIRST_VIEW, panel: 'cases' as const, case: id }
    expect(encodeView(shown)).toBe(`/explore?case=${id}&panel=cases`)
    expect(encodeView({ ...shown, panel: 'board' })).toBe('/explore')
    expect(encodeView({ ...shown, mode: 'monitoring' })).not.toContain('case=')
    expect(decodeView(`#/explore?case=${id}&panel=filters`)).toEqual({ ...shown, panel: 'filters' })
  })

  it('contains the page of the manual that fills the window', () => {
    expect(decodeView('#/help/cases')).toEqual({ ...FIRST_VIEW, mode: 'help', manual: 'cases' })
    expect(encodeView({ ...FIRST_VIEW, mode: 'help', manual: 'cases' })).toBe('/help/cases')
    expect(encodeView(decodeView('#/help'))).toBe('/help')
    expect(decodeView('#/help/%3Cb%3E').manual).toBeNull()
    expect(decodeView('#/explore/cases').manual).toBeNull()
  })

  it('can be any text: what it can’t parse has its default', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect([...MODES, MANUAL]).toContain(decodeView(text).mode)
      }),
    )
    expect(decodeView('#/explore?month=2022-13&date=2022-02-30&ring=moon,1&at=a,b')).toEqual(FIRST_VIEW)
  })

  it('can have anything in its parts, and is equal when written again', () => {
    const names =
      'month date ring kind county clause grade state in lead for where area off on fade source point focus device panel table sort group without read plan at look many scene speaker beside data'
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.constantFrom(
        '[null]',
        '{"kind":"road"}',
        '%',
        '+circle:999 999 5',
        '+circle:108 34',
        '+polygon:1 2 3 4 1e400 6',
        '+line:5 a/b/c',
        '+line:5 A/b;-road:5 a/b',
        'a/b,c',
        '__proto__:1',
      ),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...names.split(' ')), value)), (parts) => {
        const view = decodeView(`#/explore?${new URLSearchParams(parts)}`)
        expect(encodeView(decodeView(`#${encodeView(view)}`))).toBe(encodeView(view))
      }),
      { numRuns: 500 },
    )
    expect(decodeView('#/explore?area=%2Bcircle%3A999+999+5').filters.area).toEqual([])
  })

  it('contains sorting, grouping and hidden columns of the table, so that a saved view has them too', () => {
    const link = '/explore?table=1&sort=county,-overdueDays&group=county&without=lon,lat'
    const table = {
      table: true,
      sort: [
        { column: 'county', descending: false },
        { column: 'overdueDays', descending: true },
      ],
      group: 'county',
      without: ['lon', 'lat'],
    }
    expect(decodeView(`#${link}`)).toEqual({ ...FIRST_VIEW, ...table })
    expect(encodeView({ ...FIRST_VIEW, ...table })).toBe(link)
    // All columns, on a device that remembers fewer.
    expect(decodeView('#/explore?without=-').without).toEqual([])
  })

  it.each(OLD_LINKS)('of an earlier version opens the same view: $link', ({ link, view, filters }) => {
    const then = { ...FIRST_VIEW, ...view, filters: { ...FIRST_VIEW.filters, ...filters } }
    expect(decodeView(`#${link}`)).toEqual(then)
    // A link written today opens it too.
    expect(decodeView(`#${encodeView(then)}`)).toEqual(then)
  })

  it('accepts as a kind anything in the form of an id, and nothing else', () => {
    const { filters, selected, look } = decodeView(
      '#/explore?kind=boiler-2,Boiler,a_b,-a,%E7%82%89,9&source=boiler-2/1&area=%2Bline:9+boiler-2/1;%2Bline:9+Boiler/1',
    )
    expect(filters.kinds).toEqual(['boiler-2', '9'])
    expect(selected).toEqual({ kind: 'boiler-2', code: '1' })
    expect(look).toBeNull()
    expect(filters.area).toEqual([{ operation: 'add', area: { type: 'line', kind: 'boiler-2', metres: 9, code: '1' } }])
    expect(decodeView('#/explore?source=Boiler/1').selected).toBeNull()
  })
})

describe('the id of a kind', () => {
  it('contains no separator of links, and is not a layer’s name', () => {
    for (const id of ['a,b', 'a/b', 'a b', 'a:b', '', '-', 'A', '炉', 'a\n']) expect(isKindId(id)).toBe(false)
    for (const { id } of KINDS) {
      expect(isKindId(id)).toBe(true)
      expect(['sources', ...LAYERS]).not.toContain(id)
    }
  })
})
