import { describe, expect, it } from 'vitest'
import { formatDay, parseDay } from '@/domain/calendar'
import { GRADE_MOVE, GRADE_MOVES, gradeMove, gradeOverview, gradesOf, withGradeMoves } from '@/domain/sources/grades'
import type { Field } from '@/domain/sources/kinds/field'
import type { Kind } from '@/domain/sources/kinds/kind'
import type { Ladder } from '@/domain/sources/kinds/ladder'
import { gradeOfValue, surveyGrades, withSurveys } from '@/domain/sources/latest-surveys'
import { type Table, textAt, valueAt } from '@/domain/table/column'
import { kindOfTable, tableOf } from '../made-table'

/** The ladders of the plan (clause 6): A–D, and 引领性 for industries without them. */
const LADDER: Ladder = {
  orders: [
    ['A', 'B', 'B-', 'C', 'D'],
    ['引领性', '非引领性'],
  ],
  ungraded: '未评级',
  advanced: ['A', 'B', '引领性'],
  steps: [{ title: { zh: '冲A', en: 'To A' }, grades: ['B'] }],
  letters: {},
}
const GRADES = ['A', 'B', 'B-', 'C', 'D', '引领性', '非引领性', '未评级']
const withValues = (kind: Kind, name: string, values: readonly string[]): Kind => ({
  ...kind,
  fields: kind.fields.map((field): Field => (field.name === name ? { ...field, values } : field)),
})

describe('grades', () => {
  it.each([
    ['D', 'C', '升级'],
    ['C', 'B-', '升级'],
    ['B', 'A', '升级'],
    ['B', 'B-', '降级'],
    ['A', 'B', '降级'],
    ['非引领性', '引领性', '升级'],
    ['引领性', '非引领性', '降级'],
    ['C', 'C', '未变'],
    ['未评级', 'D', '新评'],
    ['A', '未评级', '降级'],
    ['引领性', 'A', '换类'],
    ['不明', 'A', '换类'],
    ['未评级', '未评级', '未变'],
    ['', 'A', ''],
    ['A', '', ''],
    ['', '', ''],
  ] as const)('from %s to %s: %s', (before, now, move) => expect(gradeMove(LADDER, before, now)).toBe(move))

  const table = tableOf({
    texts: {
      industry: ['水泥', '铸造', '铸造', '铸造', '水泥'],
      grade: ['A', 'B', '引领性', 'B', '没有'],
      lastGrade: ['C', 'A', '非引领性', '', 'A'],
    },
  })
  const schema = withValues(kindOfTable(table, { id: 'enterprise', ladder: LADDER }), 'grade', GRADES)
  const kind = { schema, table }

  it('are counted by industry, largest first, with moves; sources that were advanced before are not new', () => {
    const overview = gradeOverview(kind, [0, 1, 2, 3, 4])
    expect(overview).toMatchObject({
      kind: 'enterprise',
      title: schema.title,
      grades: GRADES,
      advanced: LADDER.advanced,
      steps: LADDER.steps,
      total: 5,
      newlyAdvanced: 2,
    })
    expect(overview.industries).toEqual([
      { industry: '铸造', counts: [0, 2, 0, 0, 0, 1, 0, 0] },
      { industry: '水泥', counts: [1, 0, 0, 0, 0, 0, 0, 0] },
    ])
    expect(Object.fromEntries(overview.moves)).toEqual({ 升级: 2, 降级: 1, '': 1, 换类: 1 })
    expect(gradeOverview(kind, [])).toMatchObject({ total: 0, industries: [], newlyAdvanced: 0 })
    expect(gradeOverview(kind, [1, 3]).newlyAdvanced).toBe(0)
  })

  it('get a column with their move beside the kind’s own; a kind without a ladder is unchanged', () => {
    const { table: moved } = withGradeMoves(kind)
    expect(Array.from({ length: 5 }, (_, row) => textAt(moved, 'gradeMove', row))).toEqual([
      '升级',
      '降级',
      '升级',
      '',
      '换类',
    ])
    expect(moved.columns.grade).toBe(table.columns.grade)
    const plain = { schema: kindOfTable(table), table }
    expect(withGradeMoves(plain)).toBe(plain)
    expect(GRADE_MOVE).toMatchObject({ name: 'gradeMove', values: GRADE_MOVES })
  })

  it('are those of the kind’s field, or none without such a field', () => {
    expect(gradesOf(schema)).toEqual(GRADES)
    expect(gradesOf(kindOfTable(table))).toEqual([])
    expect(gradesOf({ fields: [] })).toEqual([])
  })
})

describe('surveys', () => {
  const SILT = ['优', '良', '中', '差']
  const LIMITS = [1, 2, 4]
  const roads = tableOf({
    texts: { code: ['R1', 'R2', 'R3'], siltGrade: ['差', '良', ''], by: ['甲', '乙', '丙'] },
    numbers: { siltLoad: [9, 1.5, null] },
    days: { surveyedOn: ['2022-01-01', '2022-01-02', null], foundOn: [null, null, '2022-03-01'] },
  })
  type Row = readonly [source: string, day: string | null, load: number | null, grade: string, by?: string]
  const surveysOf = (rows: readonly Row[]) =>
    tableOf({
      texts: {
        source: rows.map(([source]) => source),
        siltGrade: rows.map(([, , , grade]) => grade),
        by: rows.map(([, , , , by = '']) => by),
      },
      numbers: { siltLoad: rows.map(([, , load]) => load) },
      days: { surveyedOn: rows.map(([, day]) => day) },
    })
  const kind = withValues(
    kindOfTable(roads, {
      surveys: {
        id: 'silt-surveys',
        title: { zh: '', en: '' },
        words: [],
        fields: kindOfTable(surveysOf([])).fields,
        grading: { value: 'siltLoad', grade: 'siltGrade', setting: 'siltGradeLimits' },
      },
    }),
    'siltGrade',
    SILT,
  )
  /** Grade, load, survey day and first day of a poor grade of a road after surveys. */
  function onRoad(
    row: number,
    tables: readonly Table[],
    asOf = '2022-10-31',
    limits: readonly number[] | null = LIMITS,
  ) {
    const all = withSurveys(kind, roads, tables, parseDay(asOf), limits)
    const day = (name: string) => {
      const value = valueAt(all, name, row)
      return value === null ? null : formatDay(value as number)
    }
    return [textAt(all, 'siltGrade', row), valueAt(all, 'siltLoad', row), day('surveyedOn'), day('foundOn')]
  }

  it('are graded by the upper limit of each grade; above all limits the grade is the worst', () => {
    const grades = [0, 1, 1.01, 2, 3, 4, 4.01, Number.NaN].map((value) => gradeOfValue(value, LIMITS, SILT))
    expect(grades).toEqual(['优', '优', '良', '良', '中', '中', '差', ''])
    expect(gradeOfValue(9, LIMITS, ['优'])).toBe('')
    expect(surveyGrades(kind)).toEqual(SILT)
    expect(surveyGrades(kindOfTable(roads))).toEqual([])
  })

  it('of a source: the latest one up to the day counts, in whatever order or table', () => {
    const first = surveysOf([
      ['R1', '2022-09-20', 1.5, ''],
      ['R1', '2022-12-01', 9, '差'],
      ['R1', null, 9, '差'],
    ])
    const all = [first, surveysOf([['R1', '2022-08-01', 0.5, '优']])]
    expect(onRoad(0, all)).toEqual(['良', 1.5, '2022-09-20', '2022-09-20'])
    expect(onRoad(0, all, '2022-08-31')).toEqual(['优', 0.5, '2022-08-01', null])
    expect(onRoad(0, all, '2022-09-20')).toEqual(['良', 1.5, '2022-09-20', '2022-09-20'])
    expect(onRoad(0, all, '2022-07-31')).toEqual(['差', 9, '2022-01-01', null])
    expect(onRoad(1, all)).toEqual(['良', 1.5, '2022-01-02', null])
    expect(onRoad(0, [])).toEqual(['差', 9, '2022-01-01', null])
    expect(onRoad(0, [tableOf({ texts: { source: ['R1'] } })])).toEqual(['差', 9, '2022-01-01', null])
  })

  it('are below the best grade since the first of an unbroken run; an existing day of failure is kept', () => {
    const run = surveysOf([
      ['R1', '2022-05-01', null, '差'],
      ['R1', '2022-06-01', null, '优'],
      ['R1', '2022-07-01', null, '良'],
      ['R1', '2022-08-01', null, '中'],
      ['R3', '2022-08-01', null, '差'],
    ])
    expect(onRoad(0, [run])).toEqual(['中', null, '2022-08-01', '2022-07-01'])
    expect(onRoad(2, [run])).toEqual(['差', null, '2022-08-01', '2022-03-01'])
    const unknown = surveysOf([
      ['R1', '2022-07-01', null, '良'],
      ['R1', '2022-08-01', null, ''],
    ])
    expect(onRoad(0, [unknown])).toEqual(['', null, '2022-08-01', null])
  })

  it('keep their stated grade, and have none by value if the package has no limits', () => {
    expect(onRoad(0, [surveysOf([['R1', '2022-09-20', 9, '优']])])).toEqual(['优', 9, '2022-09-20', null])
    expect(onRoad(0, [surveysOf([['R1', '2022-09-20', 9, '']])], '2022-10-31', null)).toEqual([
      '',
      9,
      '2022-09-20',
      null,
    ])
  })

  it('fill the fields of the same name, without changing the given sources', () => {
    const all = withSurveys(
      kind,
      roads,
      [surveysOf([['R1', '2022-09-20', 1.5, '', '测站']])],
      parseDay('2022-10-31'),
      LIMITS,
    )
    expect([0, 1].map((row) => textAt(all, 'by', row))).toEqual(['测站', '乙'])
    expect([0, 1].map((row) => textAt(all, 'code', row))).toEqual(['R1', 'R2'])
    expect(all.length).toBe(3)
    expect(valueAt(roads, 'siltLoad', 0)).toBe(9)
    expect(valueAt(roads, 'foundOn', 0)).toBeNull()
    expect(textAt(roads, 'by', 0)).toBe('甲')
  })

  it('fill no field of another type, and add day columns that the kind’s table lacks', () => {
    const { surveyedOn: _, ...columns } = roads.columns
    const other = tableOf({
      texts: { source: ['R1'], siltLoad: ['much'] },
      days: { surveyedOn: ['2022-09-20'] },
    })
    const all = withSurveys(kind, { ...roads, columns }, [other], parseDay('2022-10-31'), LIMITS)
    expect(valueAt(all, 'siltLoad', 0)).toBe(9)
    expect(formatDay(valueAt(all, 'surveyedOn', 0) as number)).toBe('2022-09-20')
    expect(valueAt(all, 'surveyedOn', 1)).toBeNull()
  })

  it('keep texts for which they have no column, and report which cells they set', () => {
    const other = tableOf({ texts: { source: ['R1'] }, days: { surveyedOn: ['2022-09-20'] } })
    const without = withSurveys(kind, roads, [other], parseDay('2022-10-31'), LIMITS)
    expect(textAt(without, 'by', 0)).toBe('甲')
    expect(without.set.has('by')).toBe(false)
    const own = surveysOf([['R1', '2022-09-20', 9, '', '甲']])
    const { set } = withSurveys(kind, roads, [own], parseDay('2022-10-31'), LIMITS)
    for (const field of ['by', 'siltLoad', 'surveyedOn']) expect([...set.get(field)!]).toEqual([1, 0, 0])
  })

  it('without grading set no grade and no day of failure', () => {
    const { grading: _, ...surveys } = kind.surveys!
    const all = withSurveys(
      { ...kind, surveys },
      roads,
      [surveysOf([['R1', '2022-09-20', 9, '差']])],
      parseDay('2022-10-31'),
      LIMITS,
    )
    expect([textAt(all, 'siltGrade', 0), valueAt(all, 'siltLoad', 0), valueAt(all, 'foundOn', 0)]).toEqual([
      '差',
      9,
      null,
    ])
  })
})
