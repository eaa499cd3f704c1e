import { describe, expect, it } from 'vitest'
import { readKinds } from '@/io/package/kinds-file'
import { Desk } from '../../fixtures/desk'
import { commonFields, restaurant } from '../../fixtures/restaurant'
import { openFromDisk } from '../package-from-disk'

const readWith = (fields: object, kind: object) =>
  readKinds([{ path: 'kinds.json', value: { shared: fields, kinds: [kind] } }], [])

describe('an English text that is not a string', () => {
  it('is reported with its position and left out, and the rest of its kind is used', () => {
    const grade = {
      name: 'grade',
      title: '等级',
      type: 'string',
      constraints: { enum: ['优', '良', '差'] },
      chentu: { english: { 优: 'Excellent', 良: 2, 差: '' } },
    }
    const kind = { ...restaurant, fields: [...restaurant.fields, grade] }
    const { kinds, problems } = readWith(commonFields, kind)
    expect(kinds.map(({ fields }) => fields.at(-1)!.english)).toEqual([{ 优: 'Excellent' }])
    expect(problems).toEqual([
      {
        code: 'english-wrong',
        file: 'kinds.json',
        kind: 'restaurant',
        column: 'fields.grade.chentu.english.良',
        seen: '2',
      },
      {
        code: 'english-wrong',
        file: 'kinds.json',
        kind: 'restaurant',
        column: 'fields.grade.chentu.english.差',
        seen: '',
      },
    ])
    const bare = { ...grade, chentu: { english: ['Excellent'] } }
    const whole = readWith({ ...commonFields, grade: bare }, restaurant)
    expect(whole.kinds).toHaveLength(1)
    expect(whole.problems).toEqual([
      { code: 'english-wrong', file: 'kinds.json', column: 'shared.grade.chentu.english', seen: '["Excellent"]' },
    ])
  })

  it('in the settings of a package is reported too, and the rest of them is used', async () => {
    const { value, problems } = await openFromDisk('', (path, text) => {
      if (path !== 'datapackage.json') return text
      const descriptor = JSON.parse(text)
      descriptor.chentu.english = { 市财政局: ['Finance'], 处: 'sites' }
      return JSON.stringify(descriptor)
    })
    expect(problems).toMatchObject([{ code: 'english-wrong', column: 'chentu.english.市财政局', seen: '["Finance"]' }])
    expect(value!.pack.glossary.get('处')).toBe('sites')
    expect(value!.pack.glossary.has('市财政局')).toBe(false)
  })
})

describe('a package with an invalid kind', () => {
  const wrong = (path: string, text: string) =>
    path === 'kinds.json' ? text.replace('"shape":"diamond"', '"shape":"heart"') : text

  it('opens with the others, and reports the fault, the rules that wait for it and the table not shown', async () => {
    const { value, problems } = await openFromDisk('', wrong)
    expect(value!.pack.kinds.map(({ id }) => id)).not.toContain('yard')
    expect(value!.pack.kinds).toHaveLength(40)
    expect(problems).toMatchObject([
      { code: 'kind-part-wrong', file: 'kinds.json', kind: 'yard', column: 'symbol.shape', seen: 'heart' },
      { code: 'role-unknown', file: 'yard.csv', seen: 'yard' },
      { code: 'rule-kind-unknown', file: 'rules.json', kind: 'yard', seen: expect.stringMatching(/^27-yard、/) },
    ])
    expect(() => new Desk(value!)).not.toThrow()
    expect(value!.pack.rules.filter(({ kind }) => kind === 'yard')).toEqual([])
  })
})
