import { describe, expect, it } from 'vitest'
import {
  contestedKey,
  type ImportContext,
  protectHandSetValues,
  type SetByHand,
  setByHandInTable,
} from '@/domain/intake/set-by-hand'
import { type Table, valueAt } from '@/domain/table/column'
import { tableOf } from '../made-table'

/** One source in the package, or in a file. */
const source = (
  change: {
    name?: string
    county?: string
    lon?: number | null
    lat?: number | null
    note?: string
    seen?: string | null
  } = {},
) =>
  tableOf({
    texts: { code: ['A'], name: [change.name ?? '甲'], county: [change.county ?? '01'], note: [change.note ?? ''] },
    numbers: {
      lon: [change.lon === undefined ? 108.1 : change.lon],
      lat: [change.lat === undefined ? 34.1 : change.lat],
    },
    days: { seen: [change.seen ?? null] },
  })
const HAND: SetByHand = new Map([['A', { name: '旧', county: '旧', position: '', note: '旧' }]])
const NOTHING: ImportContext = {
  byHand: new Map(),
  workedOut: { name: [false], county: [false] },
  replaced: new Set(),
}
const hold = (after: Table, known: SetByHand = new Map(), bringing: Partial<ImportContext> = {}, before = source()) => {
  const { table, contested, byHand } = protectHandSetValues(before, after, known, { ...NOTHING, ...bringing })
  return {
    contested: contested.map(({ field, standing, brought, why, replaced }) => [
      field,
      standing,
      brought,
      why,
      replaced,
    ]),
    whole: contested,
    value: (name: string, row = 0) => valueAt(table, name, row),
    byHand: Object.fromEntries(byHand),
  }
}

describe('values of a source set by a person', () => {
  it('win over different values of a file, and the difference is reported', () => {
    const { contested, value, byHand, whole } = hold(source({ name: '乙', county: '02', lon: 108.2 }), HAND)
    expect(contested).toEqual([
      ['name', '甲', '乙', 'by-hand', false],
      ['county', '01', '02', 'by-hand', false],
      ['position', '108.100000, 34.100000', '108.200000, 34.100000', 'by-hand', false],
    ])
    expect(whole[0]).toMatchObject({ row: 2, code: 'A', name: '甲' })
    expect(['name', 'county', 'lon', 'lat'].map((name) => value(name))).toEqual(['甲', '01', 108.1, 34.1])
    expect(byHand).toEqual(Object.fromEntries(HAND))
  })

  it('give way if the user chose the file’s value, and are no longer set by hand', () => {
    const replaced = new Set([contestedKey({ code: 'A', field: 'name' }), contestedKey({ code: 'B', field: 'county' })])
    const { contested, value, byHand } = hold(source({ name: '乙', county: '02' }), HAND, { replaced })
    expect(contested.map(([field, , , , is]) => [field, is])).toEqual([
      ['name', true],
      ['county', false],
    ])
    expect([value('name'), value('county')]).toEqual(['乙', '01'])
    expect(byHand).toEqual({ A: { county: '旧', position: '', note: '旧' } })
    const last = hold(source({ name: '乙' }), new Map([['A', { name: '旧' }]]), { replaced })
    expect(last.byHand).toEqual({})
  })

  it('raise no question if file and package agree, or one of them is empty', () => {
    for (const after of [source(), source({ lon: 108.1000001 }), source({ name: '', county: '', lon: null })])
      expect(hold(after, HAND).contested).toEqual([])
    const empty = source({ name: '', county: '', lat: null })
    const filled = hold(source({ name: '乙', county: '02' }), HAND, {}, empty)
    expect([filled.contested, filled.value('name'), filled.value('county')]).toEqual([[], '乙', '02'])
  })

  it('in the table win too, field by field, as far as the field exists', () => {
    const { contested, value } = hold(source({ note: '新' }), HAND, {}, source({ note: '记' }))
    expect([contested, value('note')]).toEqual([[['note', '记', '新', 'by-hand', false]], '记'])
    // An empty cell of the file removes nothing and raises no question; a cell emptied by hand stays empty.
    const emptied = hold(source(), HAND, {}, source({ note: '记' }))
    expect([emptied.contested, emptied.value('note')]).toEqual([[], '记'])
    const cleared = hold(source({ note: '新' }), HAND)
    expect([cleared.contested, cleared.value('note')]).toEqual([[['note', '', '新', 'by-hand', false]], null])
    const days = hold(
      source({ seen: '2022-02-01' }),
      new Map([['A', { seen: '' }]]),
      {},
      source({ seen: '2022-01-01' }),
    )
    expect(days.contested).toEqual([['seen', '2022-01-01', '2022-02-01', 'by-hand', false]])
    expect(hold(source(), new Map([['A', { gone: 'x' }]])).byHand).toEqual({ A: { gone: 'x' } })
  })

  it('set again in the review of the file are final', () => {
    const fresh = new Map([['A', { name: '丙' }]])
    const { contested, value, byHand } = hold(source({ name: '乙' }), HAND, { byHand: fresh })
    expect([contested, value('name')]).toEqual([[], '乙'])
    expect(byHand).toEqual({ A: { ...HAND.get('A'), name: '丙' } })
    const first = hold(source({ name: '乙' }), new Map(), { byHand: fresh })
    expect([first.contested, first.value('name'), first.byHand]).toEqual([[], '乙', { A: { name: '丙' } }])
  })

  it('stay for sources that the file lacks, and do not exist for new ones', () => {
    const other = tableOf({ texts: { code: ['B'], name: ['乙'], county: ['02'] } })
    const { contested, byHand, value } = hold(other, HAND)
    expect([contested, byHand, value('name')]).toEqual([[], Object.fromEntries(HAND), '乙'])
  })
})

describe('a derived value against an existing one', () => {
  const workedOut = { name: [true], county: [true] }

  it('gives way: a derived county raises a question, a name copied from the code does not', () => {
    const { contested, value, byHand } = hold(source({ name: 'A', county: '02' }), new Map(), { workedOut })
    expect(contested).toEqual([['county', '01', '02', 'worked-out', false]])
    expect([value('name'), value('county'), byHand]).toEqual(['甲', '01', {}])
    const replaced = new Set([contestedKey({ code: 'A', field: 'county' })])
    expect(hold(source({ county: '02' }), new Map(), { workedOut, replaced }).value('county')).toBe('02')
  })

  it('raises no question if a person has set the county', () => {
    const { contested, value } = hold(source({ county: '02' }), HAND, { workedOut })
    expect([contested, value('county')]).toEqual([[], '01'])
  })

  it('does not include what the file itself states', () => {
    expect(hold(source({ name: '乙', county: '02' })).contested).toEqual([])
    const stated = hold(source({ name: '乙', county: '02', lon: 108.2 }), new Map(), {})
    expect([stated.value('name'), stated.value('county'), stated.value('lon')]).toEqual(['乙', '02', 108.2])
  })
})

describe('several sources', () => {
  it('are matched by their codes; the first of two rows with one code counts', () => {
    const before = tableOf({ texts: { code: ['A', 'B', 'A'], name: ['甲', '乙', '丙'] } })
    const after = tableOf({ texts: { code: ['B', 'A'], name: ['新乙', '新甲'] } })
    const known: SetByHand = new Map([
      ['A', { name: '' }],
      ['B', { name: '' }],
    ])
    const bringing = { ...NOTHING, replaced: new Set([contestedKey({ code: 'B', field: 'name' })]) }
    const { table, contested, byHand } = protectHandSetValues(before, after, known, bringing)
    expect([valueAt(table, 'name', 0), valueAt(table, 'name', 1)]).toEqual(['新乙', '甲'])
    expect(contested.map(({ row, code, standing }) => [row, code, standing])).toEqual([
      [2, 'B', '乙'],
      [3, 'A', '甲'],
    ])
    expect([...byHand.keys()]).toEqual(['A'])
  })

  it('keep only hand-set values of sources in the table', () => {
    const known: SetByHand = new Map([
      ['A', { name: '' }],
      ['Z', { name: '' }],
    ])
    expect([...setByHandInTable(source(), known).keys()]).toEqual(['A'])
    expect(setByHandInTable(source(), new Map()).size).toBe(0)
  })
})
