import { describe, expect, it } from 'vitest'
import { matchFields, recognise } from '@/domain/intake/recognise/recognise'
import { fieldsInFile, targetsOf } from '@/domain/intake/recognise/target'
import { bareForms, vocabularyOf } from '@/domain/intake/recognise/vocabulary'
import { creditCodeCheck } from '@/domain/sources/reading/credit-code'
import { FACTORY, PILE, TARGETS, VOCABULARY } from '../town'

const isCounty = (text: string) => text === '东县' || text === '西县'
const face = (names: readonly string[], rows: readonly (readonly string[])[] = [], context = '') => ({
  names,
  rows,
  context,
  isCounty,
})
const pile = VOCABULARY.target('pile')
const matched = (names: readonly string[], rows: readonly (readonly string[])[] = [], target = pile) =>
  Object.fromEntries(matchFields(target, VOCABULARY, face(names, rows)).map(({ field, column }) => [field, column]))
const sureness = (name: string, cells: readonly string[], field: string, target = pile) =>
  matchFields(
    target,
    VOCABULARY,
    face(
      [name],
      cells.map((cell) => [cell]),
    ),
  ).find((each) => each.field === field)?.confidence
const CREDIT = `91610400MA6X12345${creditCodeCheck('91610400MA6X12345')}`

describe('the tables that a package can import', () => {
  it('are its kinds, their surveys, the three tables of dustfall, and the warnings', () => {
    expect(TARGETS.map(({ role }) => role)).toEqual([
      'pile',
      'factory',
      'factory-surveys',
      'dustfall-points',
      'dustfall-samples',
      'dustfall-published',
      'warnings',
    ])
    const [piles, , surveys] = TARGETS
    expect(piles).toEqual({
      role: 'pile',
      title: PILE.title,
      fields: PILE.fields,
      words: PILE.words,
      key: ['code'],
      lists: PILE,
    })
    expect(surveys).toMatchObject({ key: ['source', 'surveyedOn'], surveys: FACTORY, title: FACTORY.surveys!.title })
    for (const { title } of TARGETS.slice(3, 6)) {
      expect(title.zh).toMatch(/^降尘/)
      expect(title.en).toMatch(/^Dustfall /)
    }
    expect(TARGETS.slice(3).map(({ key }) => key)).toEqual([
      ['code'],
      ['point', 'month'],
      ['county', 'month'],
      ['code'],
    ])
    expect(targetsOf([]).map(({ role }) => role)).toEqual([
      ...['dustfall-points', 'dustfall-samples', 'dustfall-published', 'warnings'],
    ])
  })

  it('have their own fields, and further ones that a file may contain', () => {
    expect(fieldsInFile(pile)).toEqual(PILE.fields)
    const names = fieldsInFile(VOCABULARY.target('dustfall-samples')).map(({ name }) => name)
    for (const name of ['point', 'month', 'given', 'name', 'county', 'lon', 'lat']) expect(names).toContain(name)
    expect(fieldsInFile(VOCABULARY.target('dustfall-published')).map(({ name }) => name)).toContain('yearOnYear')
  })
})

describe('the vocabulary', () => {
  it('finds a table by its role, and throws for an unknown role', () => {
    expect(VOCABULARY.target('factory').lists).toBe(FACTORY)
    expect(() => VOCABULARY.target('road')).toThrow(new RangeError('no table of role road'))
  })

  it('recognises a heading by its words or its field’s name, with a group or a unit', () => {
    for (const name of [
      '物料',
      '是否覆盖',
      '覆盖情况',
      '占地面积（平方米）',
      'MATERIAL',
      'covered',
      '概况/物料',
      '排放量(t/a)',
    ])
      expect([name, VOCABULARY.isKnownHeading(name)]).toEqual([name, true])
    for (const name of ['', '某某', '物料/某某']) expect([name, VOCABULARY.isKnownHeading(name)]).toEqual([name, false])
    expect(bareForms('概况/物料(t)')).toEqual(['概况物料', '物料'])
    expect(bareForms('（）')).toEqual([])
  })

  it('counts the tables with a field, and returns normalised headings', () => {
    expect(VOCABULARY.targetsWith('material')).toBe(1)
    expect(VOCABULARY.targetsWith('emission')).toBe(2)
    expect(VOCABULARY.targetsWith('none')).toBe(0)
    const covered = PILE.fields.find(({ name }) => name === 'covered')!
    expect(VOCABULARY.bareHeadings(covered)).toEqual(['覆盖'])
    expect(vocabularyOf([]).bareHeadings(covered)).toEqual([])
  })
})

describe('the columns found for fields', () => {
  it('are found by headings, one column per field and one field per column', () => {
    expect(matched(['堆场编号', '堆场名称', '区县', '物料', '某某'])).toEqual({
      code: 0,
      name: 1,
      county: 2,
      material: 3,
    })
    expect(matched(['物料', '物料'])).toEqual({ material: 0 })
    expect(matched([])).toEqual({})
    expect(matched([''])).toEqual({})
    expect(matched(['概况/物料', '占地面积(m²)'])).toEqual({ material: 0, area: 1 })
  })

  it('prefer a heading that comes earlier in the field’s list', () => {
    expect(matched(['编号', '堆场编号'])).toEqual({ code: 1 })
    expect(matched(['名称', '堆场名称'])).toEqual({ name: 1 })
  })

  it('are rated higher the more of the heading matches the field', () => {
    const of = (name: string, field = 'material') => sureness(name, [], field) ?? 0
    expect(of('物料')).toBeCloseTo(0.9, 9)
    expect(of('Material')).toBeCloseTo(0.81, 9)
    expect(of('物料（类）')).toBeCloseTo(0.81, 9)
    // Half of the characters, then a third.
    expect(of('物料种类')).toBeCloseTo(0.9 * (0.45 + 0.4 / 2), 9)
    expect(of('主要物料种类')).toBeCloseTo(0.9 * (0.45 + 0.4 / 3), 9)
    expect(of('占地面', 'area')).toBeCloseTo(0.9 * (0.4 + (0.2 * 3) / 4), 9)
    expect(of('占地', 'area')).toBe(0)
    expect(of('某某')).toBe(0)
  })

  it('are rated higher the more of their cells are valid for the field', () => {
    const all = (name: string, field: string, good: string, bad: string) => {
      const full = sureness(name, [good, good], field)
      const half = sureness(name, [good, bad, '', ' '], field)
      return [full, half].map((each) => Number(each?.toFixed(9)))
    }
    const halved = Number((0.35 + 0.65 / 2).toFixed(9))
    expect(all('物料', 'material', '煤', '水')).toEqual([1, halved])
    expect(all('是否覆盖', 'covered', '是', '甲')).toEqual([1, halved])
    expect(all('检查日期', 'inspectedOn', '2022-10-31', '甲')).toEqual([1, halved])
    expect(all('占地面积', 'area', '3000', '甲')).toEqual([1, halved])
    expect(all('占地面积', 'area', '约3000或4000', '甲')).toEqual([1, halved])
    expect(all('经度', 'lon', '108°', '甲')).toEqual([1, halved])
    expect(all('纬度', 'lat', '34°', '甲')).toEqual([1, halved])
    expect(all('区县', 'county', '东县', '南县')).toEqual([1, halved])
    expect(all('地址', 'address', '甲', '乙')).toEqual([1, 1])
    const factory = VOCABULARY.target('factory')
    const [full, half] = [[CREDIT], [CREDIT, '1']].map((cells) =>
      sureness('统一社会信用代码', cells, 'creditCode', factory),
    )
    expect([full, half]).toEqual([1, 0.35 + 0.65 / 2])
    const published = VOCABULARY.target('dustfall-published')
    const months = [['2022-10'], ['2022-10', '甲']].map((cells) => sureness('月份', cells, 'month', published))
    expect(months).toEqual([1, 0.35 + 0.65 / 2])
  })

  it('are not found if too little of a heading is known', () => {
    // A heading scores 0.45 + 0.4/8, and no cell below it is valid.
    expect(sureness('主要物料种类及其来源说明', ['水', '火'], 'material')).toBeUndefined()
    expect(sureness('物料', ['水', '火'], 'material')).toBe(0.35)
    // Only the first hundred rows are examined.
    const cells = [...Array.from({ length: 100 }, () => '水'), ...Array.from({ length: 900 }, () => '煤')]
    expect(sureness('物料', cells, 'material')).toBe(0.35)
  })

  it('with counties or credit codes are found by their cells alone', () => {
    expect(sureness('甲', ['东县', '西县'], 'county')).toBe(0.5)
    expect(sureness('甲', ['东县', '西县', '东县', '东县', '南县'], 'county')).toBeUndefined()
    expect(sureness('甲', ['东县', '西县', '东县', '东县', '东县', '南县'], 'county')).toBe(0.5)
    expect(sureness('甲', [], 'county')).toBeUndefined()
    expect(sureness('甲', [CREDIT], 'creditCode', VOCABULARY.target('factory'))).toBe(0.5)
    expect(sureness('甲', ['煤'], 'material')).toBeUndefined()
  })
})

describe('the guessed type of a table', () => {
  const guess = (names: readonly string[], rows: readonly (readonly string[])[] = [], context = '') =>
    recognise(VOCABULARY, face(names, rows, context))

  it('is found by fields that only one type has, and by words about the table', () => {
    const guesses = guess(['编号', '名称', '物料', '是否覆盖'], [['1', '甲', '煤', '是']])
    expect(guesses[0]!.role).toBe('pile')
    expect(guesses.map(({ role }) => role).sort()).toEqual(TARGETS.map(({ role }) => role).sort())
    expect(guesses[0]!.columns.map(({ field }) => field).sort()).toEqual(['code', 'covered', 'material', 'name'])
    expect(guess(['编号', '名称'], [], '2022年工厂台账')[0]!.role).toBe('factory')
    expect(guess(['编号', '名称'], [], '料堆')[0]!.role).toBe('pile')
    expect(guess(['编号', '工厂概况'])[0]!.role).toBe('factory')
    for (const title of ['降尘点位', '环境监测点位一览表'])
      expect([title, guess(['编号', '名称', '区县'], [], title)[0]!.role]).toEqual([title, 'dustfall-points'])
    expect(guess(['点位', '月份'], [], '降尘')[0]!.role).toBe('dustfall-samples')
    // A title has more weight than a heading.
    expect(guess(['编号', '工厂概况'], [], '料堆')[0]!.role).toBe('pile')
  })

  it('is not a type whose required field is missing; code, name, and a month stated elsewhere may be missing', () => {
    expect(guess(['物料'])[0]!.role).toBe('pile')
    const published = (names: readonly string[], context = '') =>
      guess(names, [], context).find(({ role }) => role === 'dustfall-published')!.confidence
    expect(published(['区县', '降尘量'], '2022年10月')).toBeGreaterThan(published(['区县', '降尘量']))
    expect(published(['区县', '10月降尘量'])).toBeGreaterThan(published(['区县', '降尘量']))
    expect(published(['降尘量', '月份'])).toBeLessThan(published(['区县', '降尘量', '月份']))
  })

  it('is less certain the closer the second guess is, and has no certainty without known headings', () => {
    const [first, second] = guess(['编号', '名称', '物料', '是否覆盖', '占地面积'], [], '堆场')
    expect(first!.confidence).toBeGreaterThan(0.5)
    expect(first!.confidence).toBeLessThanOrEqual(1)
    expect(second!.confidence).toBeLessThan(first!.confidence)
    expect(guess(['某某']).map(({ confidence }) => confidence)).toEqual(TARGETS.map(() => 0))
    const unsure = guess(['编号', '名称'])[0]!.confidence
    expect(unsure).toBeLessThan(first!.confidence)
    // Two equally likely types.
    const [a, b] = guess(['物料', '统一社会信用代码'])
    expect(a!.confidence).toBeCloseTo(0.45, 9)
    expect(b!.confidence).toBeCloseTo(0.45, 9)
  })
})
