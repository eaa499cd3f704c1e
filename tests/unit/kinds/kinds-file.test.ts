import { describe, expect, it } from 'vitest'
import { readKinds } from '@/io/package/kinds-file'
import { packageKinds } from '@/io/package/package-kinds'

const RESERVED = ['counties', 'rules']
const shared = {
  code: { name: 'code', title: '编号', type: 'string', constraints: { required: true }, chentu: { means: 'code' } },
  name: { name: 'name', title: '名称', type: 'string', chentu: { means: 'name' } },
  county: { name: 'county', title: '区县', type: 'string', chentu: { means: 'county' } },
  lon: { name: 'lon', title: '经度', type: 'number', chentu: { means: 'lon' } },
  lat: { name: 'lat', title: '纬度', type: 'number', chentu: { means: 'lat' } },
}
const restaurant = {
  id: 'restaurant',
  title: { zh: '餐饮单位', en: 'Restaurants' },
  place: 'point',
  symbol: { shape: 'star' },
  fields: [
    ...Object.keys(shared),
    {
      name: 'purifier',
      title: '油烟净化装置',
      type: 'boolean',
      chentu: { titleEn: 'Purifier', headings: ['净化装置'] },
    },
    { name: 'seats', title: '座位', type: 'integer', constraints: { minimum: 0 } },
  ],
}
const read = (...kinds: unknown[]) => readKinds([{ shared, kinds }], RESERVED)

describe('kinds of a package', () => {
  it('have their fields under the headings of offices, the one to write first', () => {
    const { kinds, problems } = read(restaurant)
    expect(problems).toEqual([])
    expect(kinds[0]!.fields.map(({ name }) => name)).toEqual([...Object.keys(shared), 'purifier', 'seats'])
    expect(kinds[0]!.fields[5]).toEqual({
      name: 'purifier',
      title: { zh: '油烟净化装置', en: 'Purifier' },
      headings: ['净化装置', '油烟净化装置'],
      type: 'flag',
    })
    expect(kinds[0]!.fields[6]).toMatchObject({ type: 'number', range: [0, Number.POSITIVE_INFINITY] })
  })

  it('are those of the first city where a package declares none', () => {
    const { kinds, problems } = packageKinds([], RESERVED)
    expect(problems).toEqual([])
    expect(kinds).toHaveLength(13)
  })

  it.each([
    ['an id with a slash, which links could not carry', { ...restaurant, id: 'a/b' }, 'kinds.0.id'],
    ['an id that the package has for another table', { ...restaurant, id: 'rules' }, 'the id "rules" is taken'],
    [
      'a shared field that there is not',
      { ...restaurant, fields: [...restaurant.fields, 'lead'] },
      'no shared field "lead"',
    ],
    ['no position', { ...restaurant, fields: ['code', 'name', 'county'] }, 'no field means "lon"'],
    [
      'a meaning of another type',
      {
        ...restaurant,
        fields: [...restaurant.fields, { name: 'on', title: '日期', type: 'string', chentu: { means: 'foundOn' } }],
      },
      '"on" means "foundOn", which is a day',
    ],
    [
      'an identity under another name',
      {
        ...restaurant,
        fields: [
          { name: 'no', title: '编号', type: 'string', chentu: { means: 'code' } },
          'name',
          'county',
          'lon',
          'lat',
        ],
      },
      'must be named so',
    ],
    ['a field twice', { ...restaurant, fields: [...restaurant.fields, 'name'] }, 'two fields "name"'],
    ['a shape that nobody draws', { ...restaurant, symbol: { shape: 'heart' } }, 'kinds.0.symbol.shape'],
    [
      'a ladder without a field of the grade',
      { ...restaurant, ladder: { orders: [['A']], ungraded: '', advanced: [], steps: [] } },
      'no field means "grade"',
    ],
    [
      'surveys that do not say of what',
      { ...restaurant, surveys: { id: 's', title: restaurant.title, fields: ['code'] } },
      'no field of its surveys means "source"',
    ],
  ])('are refused with a word: %s', (_, kind, said) => {
    const { kinds, problems } = read(kind)
    expect(kinds).toEqual([])
    expect(problems.join('\n')).toContain(said)
  })

  it('may stand in several files; a second of the same id is refused', () => {
    const { kinds, problems } = readKinds([{ shared, kinds: [restaurant] }, { kinds: [restaurant] }], RESERVED)
    expect(kinds).toHaveLength(1)
    expect(problems).toEqual(['restaurant: the id "restaurant" is taken'])
  })
})
