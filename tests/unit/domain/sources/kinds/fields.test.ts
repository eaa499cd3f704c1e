import { describe, expect, it } from 'vitest'
import { columnByMeaning, textByMeaning } from '@/domain/sources/kinds/by-meaning'
import { type Field, fieldMeaning, headingOf, rangeText } from '@/domain/sources/kinds/field'
import { fieldNameByMeaning, isTaskList, KIND_ID, kindWithId } from '@/domain/sources/kinds/kind'
import { MEANINGS } from '@/domain/sources/kinds/meaning'
import { DUSTFALL_PUBLISHED_FIELDS, STATED_FIELDS } from '@/domain/sources/kinds/published'
import {
  COUNTY_FIELDS,
  DUSTFALL_POINT_FIELDS,
  DUSTFALL_SAMPLE_FIELDS,
  SAMPLED_POINT_FIELDS,
} from '@/domain/sources/kinds/regional'
import { SHAPES } from '@/domain/sources/kinds/shape'
import { KINDS } from '../../../../fixtures/kinds'
import { kindOfTable, tableOf } from '../../made-table'

const TABLES: readonly (readonly [string, readonly Field[]])[] = [
  ['counties', COUNTY_FIELDS],
  ['points', DUSTFALL_POINT_FIELDS],
  ['samples', DUSTFALL_SAMPLE_FIELDS],
  ['points of samples', SAMPLED_POINT_FIELDS],
  ['what is stated', STATED_FIELDS],
  ['published months', DUSTFALL_PUBLISHED_FIELDS],
]

describe.each(TABLES)('the columns of %s', (_, fields) => {
  it('have unique names usable in code, titles in both languages, and headings', () => {
    expect(new Set(fields.map(({ name }) => name)).size).toBe(fields.length)
    for (const { name, title, headings } of fields) {
      expect(name).toMatch(/^[a-z][a-zA-Z0-9]*$/)
      expect(title.zh).toMatch(/\p{Script=Han}/u)
      expect(title.en).toMatch(/^[A-Z]/)
      expect(headings.length).toBeGreaterThan(0)
      for (const heading of headings) expect(heading).toMatch(/^\S+$/)
    }
  })

  it('have headings that each belong to one field', () => {
    const all = fields.flatMap(({ headings }) => headings)
    expect(all.filter((heading, i) => all.indexOf(heading) !== i)).toEqual([])
  })

  it('have a type, and numbers a range from minimum to maximum', () => {
    for (const { name, type, range, unit } of fields) {
      expect(['text', 'number', 'flag', 'day']).toContain(type)
      if (range) expect([name, type, range[0] < range[1]]).toEqual([name, 'number', true])
      if (unit !== undefined) expect(unit).toMatch(/^(g|cm|cm²|°)$/)
    }
  })
})

describe('the valid values of dustfall fields', () => {
  const range = (fields: readonly Field[], name: string) => fields.find((field) => field.name === name)?.range

  it('are positions on the earth, and possible masses, diameters and numbers of days', () => {
    for (const fields of [DUSTFALL_POINT_FIELDS, SAMPLED_POINT_FIELDS])
      expect([range(fields, 'lon'), range(fields, 'lat')]).toEqual([[-180, 180], [-90, 90]]) // biome-ignore format: pairs
    // HJ 1221-2021: a cylinder of 15 cm, thus 177 cm², for a month.
    for (const [name, value] of [
      ['mouthCm', 15],
      ['mouthCm2', 177],
      ['days', 30],
      ['dishGrams', 80],
    ] as const) {
      // biome-ignore format: pairs
      const [least, most] = range(DUSTFALL_SAMPLE_FIELDS, name)!
      expect([name, least <= value, value <= most]).toEqual([name, true, true])
    }
    for (const field of [...DUSTFALL_SAMPLE_FIELDS, ...DUSTFALL_PUBLISHED_FIELDS].filter(
      ({ title }) => title.zh === '降尘量',
    ))
      expect([field.range, field.belowDetection]).toEqual([[0, 1000], 0.3])
  })

  it('require the fields without which a row is useless', () => {
    const required = (fields: readonly Field[]) => fields.filter((field) => field.required).map(({ name }) => name)
    expect(required(DUSTFALL_POINT_FIELDS)).toEqual(['code', 'name', 'county'])
    expect(required(DUSTFALL_SAMPLE_FIELDS)).toEqual(['point', 'month'])
    expect(required(DUSTFALL_PUBLISHED_FIELDS)).toEqual(['county', 'month', 'value'])
    expect(required(COUNTY_FIELDS)).toEqual(['code', 'name', 'ranked'])
    expect(required(STATED_FIELDS)).toEqual([])
  })
})

describe('a field', () => {
  const fields: readonly Field[] = [
    { name: 'a', title: { zh: '', en: '' }, headings: ['甲', '乙'], type: 'text', means: 'name' },
    { name: 'b', title: { zh: '', en: '' }, headings: ['丙'], type: 'number', means: 'area' },
  ]

  it('is found by its meaning, and written under its first heading', () => {
    expect([fieldMeaning(fields, 'area')?.name, fieldMeaning(fields, 'code')]).toEqual(['b', undefined])
    expect([headingOf(fields, 'name'), headingOf(fields, 'code')]).toEqual(['甲', 'code'])
    expect([fieldNameByMeaning({ fields }, 'name'), fieldNameByMeaning({ fields }, 'task')]).toEqual(['a', undefined])
  })

  it('has a range as text, open if it has no end', () => {
    expect([[0, 100], [0, Infinity], [-Infinity, 7]].map(([least, most]) => rangeText([least!, most!]))).toEqual(['0 … 100', '≥ 0', '≤ 7']) // biome-ignore format: pairs
  })

  it('returns the text for a meaning in a row, null if the kind has no such field', () => {
    const table = tableOf({ texts: { name: ['甲', ''] }, numbers: { area: [1, 2] } })
    const kind = { schema: kindOfTable(table), table }
    expect([0, 1].map((row) => textByMeaning(kind, 'name', row))).toEqual(['甲', ''])
    expect(textByMeaning(kind, 'county', 0)).toBe('')
    expect(columnByMeaning(kind, 'area')).toBe(table.columns.area)
    expect(columnByMeaning(kind, 'county')).toBeUndefined()
  })
})

describe('a kind', () => {
  it('is found by its id', () => {
    for (const kind of KINDS) expect(kindWithId(KINDS, kind.id)).toBe(kind)
    expect(kindWithId(KINDS, 'none')).toBeUndefined()
  })

  it('is a list of tasks if one of its fields has that meaning', () => {
    expect(KINDS.filter(isTaskList).length).toBeGreaterThan(0)
    for (const kind of KINDS) expect(isTaskList(kind)).toBe(kind.fields.some(({ means }) => means === 'task'))
  })

  it('has an id that is valid in addresses and file names', () => {
    for (const id of ['a', '2', 'construction-site', 'a-1-']) expect(KIND_ID.test(id)).toBe(true)
    for (const id of ['', '-a', 'A', 'a b', 'a.b', 'a/b', '料堆', 'a\n'])
      expect([id, KIND_ID.test(id)]).toEqual([id, false])
  })

  it('has fields of the type that their meaning requires, and an existing shape', () => {
    for (const kind of KINDS) {
      expect(SHAPES).toContain(kind.symbol.shape)
      for (const { name, type, means } of kind.fields)
        if (means) expect([kind.id, name, type]).toEqual([kind.id, name, MEANINGS[means]])
    }
    for (const shape of SHAPES) expect(shape).toMatch(/^[a-z-]+$/)
    for (const type of Object.values(MEANINGS)) expect(['text', 'number', 'flag', 'day']).toContain(type)
  })
})
