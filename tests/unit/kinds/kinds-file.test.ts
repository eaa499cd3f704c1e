import { describe, expect, it } from 'vitest'
import { groupedKinds } from '@/domain/sources/kinds/group'
import { SHAPES } from '@/domain/sources/kinds/shape'
import { readKinds } from '@/io/package/kinds-file'
import { packageKinds } from '@/io/package/package-kinds'
import { commonFields, restaurant } from '../../fixtures/restaurant'

const RESERVED = ['counties', 'rules']
const file = (path: string, value: unknown) => ({ path, value })
const read = (...kinds: unknown[]) => readKinds([file('kinds.json', { shared: commonFields, kinds })], RESERVED)
const day = (name: string, means?: string) => ({
  name,
  title: name,
  type: 'date',
  ...(means ? { chentu: { means } } : {}),
})
const graded = { name: 'grade', title: '等级', type: 'string', chentu: { means: 'grade' } }
const surveys = {
  id: 'visits',
  title: restaurant.title,
  fields: [{ ...commonFields.name, name: 'of', chentu: { means: 'source' } }, day('on', 'surveyedOn')],
}

describe('kinds of a package', () => {
  it('have their fields under the headings of offices, the written one first', () => {
    const { kinds, problems } = read(restaurant)
    expect(problems).toEqual([])
    expect(kinds[0]!.fields.map(({ name }) => name)).toEqual([...Object.keys(commonFields), 'purifier', 'seats'])
    expect(kinds[0]!.fields[5]).toEqual({
      name: 'purifier',
      title: { zh: '油烟净化装置', en: 'Purifier' },
      headings: ['净化装置', '油烟净化装置'],
      type: 'flag',
    })
    expect(kinds[0]!.fields[6]).toMatchObject({ type: 'number', range: [0, Number.POSITIVE_INFINITY] })
  })

  it('are those of the first city if a package declares none', () => {
    const { kinds, problems } = packageKinds([], RESERVED)
    expect(problems).toEqual([])
    expect(kinds).toHaveLength(13)
  })

  it.each([
    [
      'an id that links could not carry',
      { ...restaurant, id: 'a/b' },
      { code: 'kind-part-wrong', kind: 'a/b', column: 'id', seen: 'a/b' },
    ],
    ['no id', { ...restaurant, id: undefined }, { code: 'kind-part-missing', kind: 'kinds.1', column: 'id' }],
    [
      'two fields that would be written under one heading',
      {
        ...restaurant,
        fields: [
          ...restaurant.fields,
          { name: 'noteA', title: '备注', type: 'string' },
          { name: 'noteB', title: '备注', type: 'string' },
        ],
      },
      { code: 'kind-field-twice', column: '备注' },
    ],
    [
      'surveys under the id of the kind',
      {
        ...restaurant,
        surveys: {
          id: 'restaurant',
          title: restaurant.title,
          fields: [
            { name: 'of', title: '编号', type: 'string', chentu: { means: 'source' } },
            { name: 'on', title: '日期', type: 'date', chentu: { means: 'surveyedOn' } },
          ],
        },
      },
      { code: 'kind-id-taken', seen: 'restaurant' },
    ],
    [
      'the id of what every object has',
      { ...restaurant, id: 'constructor' },
      { code: 'kind-part-wrong', column: 'id', seen: 'constructor' },
    ],
    ['an id of another table of the package', { ...restaurant, id: 'rules' }, { code: 'kind-id-taken', seen: 'rules' }],
    [
      'no word in its mark',
      { ...restaurant, symbol: { shape: 'star', mark: '' } },
      { code: 'kind-part-missing', column: 'symbol.mark' },
    ],
    [
      'a mark that no symbol has room for',
      { ...restaurant, symbol: { shape: 'star', mark: '餐饮店' } },
      { code: 'kind-part-wrong', column: 'symbol.mark', seen: '餐饮店', expected: '≤ 2' },
    ],
    [
      'no list of fields',
      { ...restaurant, fields: 'code' },
      { code: 'kind-part-wrong', column: 'fields', seen: 'code', expected: 'array' },
    ],
    [
      'a title in one language',
      { ...restaurant, title: { zh: '餐饮' } },
      { code: 'kind-part-missing', column: 'title.en' },
    ],
    [
      'a shared field that there is not',
      { ...restaurant, fields: [...restaurant.fields, 'lead'] },
      { code: 'kind-field-unknown', column: 'lead', expected: 'code、name、county、lon、lat' },
    ],
    [
      'a field without a type',
      { ...restaurant, fields: [...restaurant.fields, { name: 'x', title: 'X' }] },
      { code: 'kind-part-missing', column: 'fields.x.type' },
    ],
    [
      'a type that there is not',
      { ...restaurant, fields: [...restaurant.fields, { name: 'x', title: 'X', type: '日期' }] },
      {
        code: 'kind-part-wrong',
        column: 'fields.x.type',
        seen: '日期',
        expected: 'string、number、integer、boolean、date',
      },
    ],
    [
      'no position',
      { ...restaurant, fields: ['code', 'name', 'county', 'lat'] },
      { code: 'kind-meaning-missing', expected: '"means": "lon"' },
    ],
    [
      'a meaning of another type',
      { ...restaurant, fields: [...restaurant.fields, { ...day('on', 'foundOn'), type: 'string' }] },
      { code: 'kind-meaning-type', column: 'on', seen: 'foundOn', expected: '"type": "date"' },
    ],
    [
      'a meaning that there is not',
      { ...restaurant, fields: [...restaurant.fields, day('on', 'birthday')] },
      { code: 'kind-part-wrong', column: 'fields.on.chentu.means', seen: 'birthday' },
    ],
    [
      'a meaning twice',
      { ...restaurant, fields: [...restaurant.fields, day('a', 'foundOn'), day('b', 'foundOn')] },
      { code: 'kind-meaning-twice', seen: 'foundOn' },
    ],
    [
      'an identity under another name',
      { ...restaurant, fields: [{ ...commonFields.code, name: 'no' }, 'name', 'county', 'lon', 'lat'] },
      { code: 'kind-field-name', column: 'no', expected: 'code' },
    ],
    [
      'a field twice',
      { ...restaurant, fields: [...restaurant.fields, 'name'] },
      { code: 'kind-field-twice', column: 'name' },
    ],
    [
      'a name that tables have for themselves',
      { ...restaurant, fields: [...restaurant.fields, day('status')] },
      { code: 'kind-field-reserved', column: 'status' },
    ],
    [
      'a shape that nobody draws',
      { ...restaurant, symbol: { shape: 'heart' } },
      { code: 'kind-part-wrong', column: 'symbol.shape', seen: 'heart', expected: SHAPES.join('、') },
    ],
    [
      'a ladder without a field of the grade',
      { ...restaurant, ladder: { orders: [['A']], ungraded: '', advanced: [], steps: [] } },
      { code: 'kind-meaning-missing', expected: '"means": "grade"' },
    ],
    [
      'a ladder whose grades are not listed',
      {
        ...restaurant,
        fields: [...restaurant.fields, graded],
        ladder: { orders: [['A']], ungraded: '', advanced: [], steps: [] },
      },
      { code: 'kind-grades-missing', column: 'grade' },
    ],
    [
      'a ladder with a grade that its field does not allow',
      {
        ...restaurant,
        fields: [...restaurant.fields, { ...graded, constraints: { enum: ['A', 'B'] } }],
        ladder: { orders: [['A', 'C']], ungraded: '', advanced: [], steps: [] },
      },
      { code: 'kind-grade-unknown', column: 'grade', seen: 'C', expected: 'A、B' },
    ],
    [
      'surveys that do not say of what',
      { ...restaurant, surveys: { ...surveys, fields: surveys.fields.slice(1) } },
      { code: 'kind-meaning-missing', expected: '"means": "source"' },
    ],
    [
      'surveys that measure something of another type than the kind has',
      { ...restaurant, surveys: { ...surveys, fields: [...surveys.fields, day('seats')] } },
      { code: 'kind-survey-type', column: 'seats', expected: '"type": "number"' },
    ],
    [
      'surveys graded by what they do not measure',
      { ...restaurant, surveys: { ...surveys, grading: { value: 'soot', grade: 'x', setting: 's' } } },
      { code: 'kind-grading-value', column: 'soot' },
    ],
    [
      'surveys graded without a list of grades',
      {
        ...restaurant,
        surveys: {
          ...surveys,
          fields: [...surveys.fields, restaurant.fields[6]],
          grading: { value: 'seats', grade: 'purifier', setting: 's' },
        },
      },
      { code: 'kind-grades-missing', column: 'purifier' },
    ],
  ])('are refused with file, kind, part and remedy, and the others are read: %s', (_, kind, said) => {
    const { kinds, problems } = read({ ...restaurant, id: 'other' }, kind)
    expect(kinds.map(({ id }) => id)).toEqual(['other'])
    expect(problems[0]).toMatchObject({ file: 'kinds.json', ...said })
    // A kind without an id is reported by its position.
    if (!('kind' in said)) expect(problems[0]!.kind).toBe(kind.id)
  })

  it('are read without a property that readings can’t provide, which is reported', () => {
    const measured = (type: string, said: unknown) => ({ name: 'm', title: '在线', type, chentu: { measured: said } })
    const told = (field: object) => read({ ...restaurant, fields: [...restaurant.fields, field] })
    expect(told(measured('boolean', 'online')).kinds[0]!.fields.at(-1)).toMatchObject({ measured: 'online' })
    for (const [type, said] of [
      ['date', 'online'],
      ['boolean', 'calibrated'],
      ['boolean', 'toString'],
      ['boolean', 1],
    ] as const) {
      const { kinds, problems } = told(measured(type, said))
      expect(kinds[0]!.fields.at(-1)).not.toHaveProperty('measured')
      expect(problems).toMatchObject([
        { code: 'kind-measured-wrong', column: 'fields.m.chentu.measured', seen: JSON.stringify(said) },
      ])
    }
  })

  it('are none in a file that is not a list of kinds, which is reported', () => {
    expect(read().kinds).toEqual([])
    const { kinds, problems } = readKinds(
      [file('a.json', [restaurant]), file('b.json', { shared: commonFields, kinds: [restaurant] })],
      RESERVED,
    )
    expect(kinds).toHaveLength(1)
    expect(problems).toMatchObject([{ code: 'kind-part-wrong', file: 'a.json' }])
  })

  it('can belong to groups in any file, in the order of the groups; those without a group come last', () => {
    const groups = [
      { id: 'mobile', title: { zh: '移动源', en: 'Mobile' }, shown: false },
      { id: 'area', title: { zh: '面源', en: 'Area' } },
    ]
    const { kinds, problems } = readKinds(
      [
        file('a.json', { shared: commonFields, kinds: [restaurant, { ...restaurant, id: 'kiln', group: 'area' }] }),
        file('b.json', {
          groups,
          kinds: [
            { ...restaurant, id: 'bus', group: 'mobile' },
            { ...restaurant, id: 'port', group: 'mobile', shown: true },
          ],
        }),
      ],
      RESERVED,
    )
    expect(problems).toEqual([])
    expect(groupedKinds(kinds).map(({ group, kinds }) => [group?.title.zh, ...kinds.map(({ id }) => id)])).toEqual([
      ['移动源', 'bus', 'port'],
      ['面源', 'kiln'],
      [undefined, 'restaurant'],
    ])
    // A kind is on the map at first if its group is, unless it has its own setting.
    expect(kinds.filter(({ shown }) => !shown).map(({ id }) => id)).toEqual(['bus'])
  })

  it('are read without their group if it is wrong, unknown or has a repeated id', () => {
    const area = { id: 'area', title: { zh: '面源', en: 'Area' } }
    const { kinds, problems } = readKinds(
      [
        file('a.json', { groups: [area, { id: 'coal', title: '燃煤' }], shared: commonFields, kinds: [] }),
        file('b.json', {
          groups: [{ ...area, title: { zh: '别名', en: 'Other name' } }],
          kinds: ['area', 'coal', 5].map((group, i) => ({ ...restaurant, id: `kind-${i}`, group })),
        }),
      ],
      RESERVED,
    )
    expect(kinds.map(({ group }) => group?.title.zh)).toEqual(['面源', undefined, undefined])
    expect(problems).toEqual([
      { code: 'kind-group-wrong', file: 'a.json', column: 'groups.1.title', seen: '燃煤', expected: 'object' },
      { code: 'kind-group-unknown', file: 'b.json', kind: 'kind-1', seen: '"coal"', expected: 'area' },
      { code: 'kind-group-unknown', file: 'b.json', kind: 'kind-2', seen: '5', expected: 'area' },
    ])
  })

  it('can be in several files; a repeated id is refused', () => {
    const { kinds, problems } = readKinds(
      [file('a.json', { shared: commonFields, kinds: [restaurant] }), file('b.json', { kinds: [restaurant] })],
      RESERVED,
    )
    expect(kinds).toHaveLength(1)
    expect(problems).toEqual([{ code: 'kind-id-taken', file: 'b.json', kind: 'restaurant', seen: 'restaurant' }])
  })

  it('use the shared fields of their own file, even if another file has the same names', () => {
    const renamed = { ...commonFields, name: { ...commonFields.name, title: '店名' } }
    const { kinds } = readKinds(
      [
        file('a.json', { shared: commonFields, kinds: [restaurant] }),
        file('b.json', { shared: renamed, kinds: [{ ...restaurant, id: 'shop' }] }),
      ],
      RESERVED,
    )
    expect(kinds.map(({ fields }) => fields[1]!.title.zh)).toEqual(['名称', '店名'])
  })
})
