import { describe, expect, it } from 'vitest'
import { groupedKinds } from '@/domain/sources/kinds/group'
import { isOnMaps } from '@/domain/sources/kinds/kind'
import { type Filters, NO_FILTERS } from '@/domain/sources/view/filters'
import { datasetOf } from '@/questions/dataset'
import { sourceScene } from '@/questions/map/source-scene'
import { departmentKindsOn, departmentsOf } from '@/questions/plan/departments'
import { areFirstLayers, FIRST_LAYERS, hiddenLayers, switchedLayers } from '@/store/view/hidden-layers'
import { decodeView, encodeView } from '@/store/view/link'
import { FIRST_VIEW, type View } from '@/store/view/view'
import { KINDS } from '../../fixtures/kinds'
import {
  ADDED_KIND_IDS,
  LEAD_DEPARTMENT,
  openManyKinds,
  PARTICIPATING_DEPARTMENT,
  SOURCES_PER_KIND,
} from '../../fixtures/many-kinds'

const desk = await openManyKinds()
const dataset = datasetOf(desk.opened)
const mapped = desk.kinds.filter(isOnMaps)
const ofGroup = (group: string) => ADDED_KIND_IDS.filter((id) => id.startsWith(group))
const hidden = (change: Partial<View> = {}) => hiddenLayers(dataset, { ...FIRST_VIEW, ...change })
const offWith = (filters: Partial<Filters>) => {
  const off = hidden({ filters: { ...NO_FILTERS, ...filters } })
  return ADDED_KIND_IDS.filter((id) => off.includes(id))
}
const sorted = (ids: Iterable<string>) => [...ids].sort()

describe('a package of thirty kinds', () => {
  it('has them in its groups, and those of dust on the map at first', () => {
    expect(mapped).toHaveLength(30)
    expect(groupedKinds(mapped).map(({ group, kinds }) => [group?.id, kinds.length])).toEqual([
      ['dust', 7],
      ['industry', 8],
      ['mobile', 5],
      ['area', 5],
      ['coal', 5],
    ])
    expect(hidden()).toEqual(['points', ...ADDED_KIND_IDS])
  })

  it('uses for no two kinds on its maps the same shape and mark', () => {
    for (const kinds of [mapped, KINDS.filter(isOnMaps)]) {
      const symbols = kinds.map(({ symbol: { shape, mark = '' } }) => `${shape} ${mark}`)
      expect(new Set(symbols).size).toBe(kinds.length)
    }
  })

  it('counts kinds that are off the map, but does not draw them', () => {
    const counted = desk.show({ counties: [] })
    expect(counted.total).toBe(desk.opened.inventory.sources.length)
    const request = {
      window: { west: 0, north: 0, east: 1, south: 1 },
      zoom: 14,
      look: null,
      density: FIRST_VIEW.density,
    } as const
    const drawn = (off: readonly string[]) => {
      const { symbols, dots, badges } = sourceScene(counted, { ...request, hidden: off })
      return symbols.status.length + dots.status.length + badges.status.length
    }
    expect(drawn(hidden())).toBeLessThan(drawn([]))
    expect(desk.board('kinds').map(({ key }) => key)).toContain('coal-1')
  })
})

describe('a kind that the package keeps off the map', () => {
  it('is drawn when the user filters by it, by one of its requirements or departments, or colours it', () => {
    expect(offWith({ kinds: ['coal-1'] })).not.toContain('coal-1')
    expect(offWith({ clauses: [90] })).toEqual([])
    expect(offWith({ requirements: ['90-coal-1'] })).toEqual(ADDED_KIND_IDS.filter((id) => id !== 'coal-1'))
    expect(offWith({ leads: [LEAD_DEPARTMENT] })).toEqual(ofGroup('coal'))
    expect(offWith({ departments: [LEAD_DEPARTMENT] })).toEqual([])
    expect(offWith({ counties: ['610402'], statuses: ['overdue'] })).toEqual(ADDED_KIND_IDS)
    // No other kind has this column.
    expect(offWith({ columns: [{ column: 'treated', oneOf: ['是'] }] })).toEqual([])
    expect(
      offWith({
        columns: [
          { column: 'treated', oneOf: ['是'] },
          { column: 'exposedPile', oneOf: ['是'] },
        ],
      }),
    ).toEqual(ADDED_KIND_IDS)
    // All kinds have these columns, so they select no kinds.
    for (const column of ['name', 'status', 'overdueDays', '+自己的列'])
      expect(offWith({ columns: [{ column, contains: '1' }] })).toEqual(ADDED_KIND_IDS)
    const look = { kind: 'coal-2' } as View['look']
    expect(hidden({ look })).not.toContain('coal-2')
  })

  it('is drawn when the user filters by a department that may be named in its rows, because its rules name none', () => {
    const rules = dataset.rules.map((rule) => (rule.kind === 'coal-1' ? { ...rule, lead: [] } : rule))
    const filters = { ...NO_FILTERS, leads: ['市邮政局'] }
    const off = hiddenLayers({ ...dataset, rules }, { ...FIRST_VIEW, filters })
    expect(ADDED_KIND_IDS.filter((id) => !off.includes(id))).toEqual(['coal-1'])
  })

  it('is not drawn if the user switched it off, whatever the filters', () => {
    expect(hidden({ hidden: ['coal-1'], filters: { ...NO_FILTERS, kinds: ['coal-1'] } })).toContain('coal-1')
  })

  it('is switched alone or with its group; switching back restores the initial state', () => {
    const put = switchedLayers(dataset, FIRST_VIEW, ofGroup('coal'), true)
    expect(put).toEqual({ hidden: ['points'], added: ofGroup('coal') })
    const less = switchedLayers(dataset, { ...FIRST_VIEW, ...put }, ['coal-1'], false)
    expect(less.added).toEqual(ofGroup('coal').slice(1))
    expect(areFirstLayers(less)).toBe(false)
    expect(areFirstLayers(switchedLayers(dataset, { ...FIRST_VIEW, ...less }, ofGroup('coal'), false))).toBe(true)
    const without = switchedLayers(dataset, FIRST_VIEW, ['stockpile', 'points'], false)
    expect(without).toEqual({ hidden: ['stockpile', 'points'], added: [] })
    expect(switchedLayers(dataset, { ...FIRST_VIEW, ...without }, ['stockpile'], true)).toEqual(FIRST_LAYERS)
    // A kind shown because of a filter is switched off by name, otherwise the switch would have no effect.
    const asked = { ...FIRST_VIEW, filters: { ...NO_FILTERS, kinds: ['coal-1'] } }
    const off = switchedLayers(dataset, asked, ['coal-1'], false)
    expect(hiddenLayers(dataset, { ...asked, ...off })).toContain('coal-1')
    // Switched on again, it stays when the filter is removed.
    const on = switchedLayers(dataset, { ...asked, ...off }, ['coal-1'], true)
    expect(on).toEqual({ hidden: ['points'], added: ['coal-1'] })
  })

  it('is kept in links once it is switched on; an older link opens as before', () => {
    const view = { ...FIRST_VIEW, added: ['coal-1'], filters: { ...NO_FILTERS, departments: [LEAD_DEPARTMENT] } }
    expect(decodeView(encodeView(view))).toEqual(view)
    expect(encodeView(FIRST_VIEW)).toBe('/explore')
    const before = decodeView('#/explore?off=stockpile')
    expect(hiddenLayers(dataset, before)).toEqual(['stockpile', ...ADDED_KIND_IDS])
    // Kinds that the package does not have are ignored.
    expect(hiddenLayers({ ...dataset, kinds: KINDS }, decodeView('#/explore?on=coal-1'))).toEqual(['points'])
  })
})

describe('the kinds of a department', () => {
  const involved = departmentKindsOn({ ...departmentsOf(desk.opened), rowLeads: [] }, '2022-10-31')

  it('are those whose requirements it leads, and those in whose clauses it leads or takes part', () => {
    const own = [...involved.get(LEAD_DEPARTMENT)!].filter(([kind]) => ADDED_KIND_IDS.includes(kind))
    expect(sorted(own.filter(([, as]) => as === 'leads').map(([kind]) => kind))).toEqual(
      sorted(ADDED_KIND_IDS.filter((id) => !id.startsWith('coal'))),
    )
    expect(sorted(own.filter(([, as]) => as === 'takes-part').map(([kind]) => kind))).toEqual(sorted(ofGroup('coal')))
    const building = involved.get(PARTICIPATING_DEPARTMENT)!
    expect(building.get('construction-site')).toBe('leads')
    expect(building.get('demolition-site')).toBe('takes-part')
    expect(building.get('coal-1')).toBe('takes-part')
    expect(building.has('spoil-ground')).toBe(false)
    // Bodies that only carry out a clause are not listed.
    expect(involved.has('各县市区政府（管委会）')).toBe(false)
  })

  it('are the only ones left by the filter for it, with every standing', () => {
    const { total, order } = desk.show({ departments: [PARTICIPATING_DEPARTMENT] })
    const kinds = new Set(desk.rows().map(({ kind }) => kind))
    expect(kinds.has('spoil-ground')).toBe(false)
    expect(kinds.has('construction-site')).toBe(true)
    expect(order).toHaveLength(total)
    expect(desk.show({ departments: [PARTICIPATING_DEPARTMENT], kinds: ['coal-1', 'spoil-ground'] }).total).toBe(
      SOURCES_PER_KIND,
    )
    // A link from another package can contain an unknown department.
    expect(desk.show({ departments: ['市邮政局'] }).total).toBe(0)
  })
})
