import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localTime, minuteOf } from '@/domain/monitoring/minute-of'
import type { Problem } from '@/domain/problem'
import { WARNING_FIELDS } from '@/domain/sources/kinds/warning-fields'
import { readTable } from '@/domain/sources/reading/read-table'
import { isInForce, latestFirst, levelOf } from '@/domain/warnings/warning'
import { withoutLaterWarnings } from '@/io/package/later-rules'
import { readWarnings } from '@/io/package/warnings'
import { warningsKnownOn } from '@/store/warnings/warning-of-month'

const HEADER = ['预警编号', '预警名称', '预警等级', '启动时间', '解除时间', '预警区域', '发布单位与文号']
const COUNTIES: Readonly<Record<string, string>> = { 秦都区: '610402', 渭城区: '610404' }

const read = (...rows: readonly (readonly string[])[]) => readIn(new Map(), ...rows)

function readIn(lines: Map<string, number>, ...rows: readonly (readonly string[])[]) {
  const table = readTable({ file: 'w.csv', header: HEADER, rows }, WARNING_FIELDS)
  const problems: Problem[] = [...table.problems]
  const warnings = readWarnings(table.value!, 'w.csv', (text) => COUNTIES[text] ?? null, problems, lines)
  const actions = problems.map(({ action }) => action)
  return { warnings, actions, problems: problems.map(({ code, row, column, seen }) => [code, row, column, seen]) }
}

describe('the level of a warning', () => {
  it('is read as offices write it, by colour or number, and from nothing else', () => {
    expect(['黄色', '黄色预警', 'Ⅲ级', 'III级响应', '三级'].map(levelOf)).toEqual(Array(5).fill('yellow'))
    expect(['橙', 'Ⅱ级', 'II 级'].map(levelOf)).toEqual(Array(3).fill('orange'))
    expect(['红色预警', 'Ⅰ级', '一级响应'].map(levelOf)).toEqual(Array(3).fill('red'))
    expect(['黄色（Ⅲ级）', 'Ⅲ级（黄色）', '三级（黄色）', '黄色预警（Ⅲ级响应）'].map(levelOf)).toEqual(
      Array(4).fill('yellow'),
    )
    expect(['橙色预警Ⅱ级响应', '重污染天气橙色预警'].map(levelOf)).toEqual(Array(2).fill('orange'))
    expect(['黄色（Ⅱ级）', '13级'].map(levelOf)).toEqual([null, null])
    expect(['', '蓝色', '黄橙', '4级', '良'].map(levelOf)).toEqual(Array(5).fill(null))
  })
})

describe('a table of warnings', () => {
  it('is read with times in Chinese time, and with county codes', () => {
    const { warnings, problems } = read(
      ['1', '第1号', '黄色', '2022-10-29 12:00', '2022/11/1 8:00', '秦都区、渭城区', '市政府'],
      ['2', '第2号', 'Ⅱ级', '2022年11月3日20时', '', '全市', ''],
    )
    expect(problems).toEqual([])
    expect(warnings[0]).toMatchObject({ level: 'yellow', counties: ['610402', '610404'], issuer: '市政府' })
    expect(localTime(warnings[0]!.from)).toBe('2022-10-29 12:00')
    expect(warnings[1]).toMatchObject({ level: 'orange', until: null, counties: [] })
    expect(latestFirst(warnings).map(({ code }) => code)).toEqual(['2', '1'])
  })

  it('leaves out unusable entries, and reports where', () => {
    const { warnings, problems } = read(
      ['1', 'a', '蓝色', '2022-10-29 12:00', '', '', ''],
      ['2', 'b', '黄色', '十月底', '', '', ''],
      ['3', 'c', '黄色', '2022-10-29 12:00', '待定', '', ''],
      ['4', 'd', '黄色', '2022-10-29 12:00', '2022-10-29 12:00', '', ''],
      ['5', 'e', '黄色', '2022-10-29 12:00', '', '长安区', ''],
      ['6', 'f', '黄色', '2022-10-29 12:00', '', '长安区、秦都区', ''],
    )
    expect(problems).toEqual([
      ['warning-level', 2, '预警等级', '蓝色'],
      ['not-a-time', 3, '启动时间', '十月底'],
      ['not-a-time', 4, '解除时间', '待定'],
      ['time-order', 5, '解除时间', '2022-10-29 12:00'],
      ['unknown-county', 6, '预警区域', '长安区'],
      ['unknown-county', 7, '预警区域', '长安区'],
    ])
    expect(warnings.map(({ code, counties }) => [code, counties])).toEqual([['6', ['610402']]])
  })

  it('reports which row is not used, and in which only a county is unknown', () => {
    const rows = [
      ['1', 'a', '蓝色', '2022-10-29 12:00', '', '', ''],
      ['6', 'f', '黄色', '2022-10-29 12:00', '', '长安区、秦都区', ''],
    ]
    expect(read(...rows).actions).toEqual(['refused', undefined])
  })

  it('has one warning per code: another one, also in another file, is left out and reported with both rows', () => {
    const lines = new Map<string, number>()
    const row = (code: string, name: string) => [code, name, '黄色', '2022-10-29 12:00', '', '', '']
    expect(read(row('1', 'a'), row('2', 'b'))).toMatchObject({ problems: [] })
    const [one, other] = [readIn(lines, row('1', 'a'), row('1', 'b')), readIn(lines, row('3', 'c'), row('1', 'd'))]
    expect(one.warnings.map(({ name }) => name)).toEqual(['a'])
    expect(one.problems).toEqual([['duplicate-code', 3, '预警编号', '1']])
    expect(other.warnings.map(({ name }) => name)).toEqual(['c'])
    expect(other.problems).toEqual([['duplicate-code', 3, '预警编号', '1']])
  })

  it('applies to counties separated by 和, and to the whole city in any notation', () => {
    const { warnings, problems } = read(
      ['1', 'a', '黄色', '2022-10-29 12:00', '', '秦都区和渭城区', ''],
      ['2', 'b', '黄色', '2022-10-29 12:00', '', '全市各县区', ''],
    )
    expect(problems).toEqual([])
    expect(warnings.map(({ counties }) => counties)).toEqual([['610402', '610404'], []])
  })

  it('determines for every minute whether a warning is in force: from its start until before its end', () => {
    fc.assert(
      fc.property(fc.integer(), fc.option(fc.nat()), fc.integer(), (from, length, at) => {
        const until = length === null ? null : from + length
        expect(isInForce({ from, until }, at)).toBe(at >= from && (until === null || at < until))
      }),
    )
    expect(isInForce({ from: 5, until: 9 }, 9)).toBe(false)
    expect(minuteOf('2022-10-29 12:00')! - minuteOf('2022-10-29 11:59')!).toBe(1)
  })
})

describe('the measures in the settings of warnings', () => {
  it('are left out one by one if only a newer version knows them', () => {
    const [own, scope] = [{ id: 'a', levels: ['red'], duty: 'stop', scope: [] }, [{ field: 'x', within: 3 }]]
    const later = [
      { ...own, id: 'b', duty: 'rotate' },
      { ...own, id: 'c', levels: ['red', 'purple'] },
      { ...own, id: 'd', scope },
    ]
    expect(withoutLaterWarnings([own, ...later])).toEqual({ kept: [own], left: ['b', 'c', 'd'] })
  })
})

it('a warning stands as it did at the end of a day: not yet begun it is left out, and lifted later it is in force', () => {
  const warning = { code: 'W', name: 'W', level: 'yellow' as const, counties: [], issuer: '' }
  const [from, until] = [minuteOf('2022-10-29 12:00')!, minuteOf('2022-11-01 08:00')!]
  const on = (day: string) => warningsKnownOn([{ ...warning, from, until }], '2022-10', day).map((each) => each.until)
  expect(on('2022-10-28')).toEqual([])
  expect(on('2022-10-29')).toEqual([null])
  expect(on('2022-10-31')).toEqual([null])
  expect(on('2022-11-01')).toEqual([until])
})
