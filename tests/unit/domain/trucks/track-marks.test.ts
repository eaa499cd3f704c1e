import { describe, expect, it } from 'vitest'
import { EMPTY, FULL, HALF, STATE, UNKNOWN } from '@/domain/trucks/positions'
import { TrackMarks } from '@/domain/trucks/track-marks'

const marks = () => new TrackMarks()

describe('the load of a truck', () => {
  const load = (cell: string) => marks().load(cell)

  it('is named in the words of the platforms, or by the codes of JT/T 808', () => {
    expect(['空', '空车', ' 空载 ', 'Empty', '00', '0', '无', '否'].map(load)).toEqual(Array(8).fill(EMPTY))
    expect(['半载', '半', 'half', '01', '1'].map(load)).toEqual(Array(5).fill(HALF))
    expect(['重', '重车', '重载', '满载', '满', 'FULL', '2', '3', '11', '有', '是', '√'].map(load)).toEqual(
      Array(12).fill(FULL),
    )
  })

  it('is unknown in other words', () => {
    for (const cell of [
      '',
      '不明',
      '非空',
      '空车位',
      '半载半',
      '大半',
      '过半载',
      '重车道',
      '超重',
      '未满',
      '13',
      '111',
      '4',
      '100',
    ])
      expect(load(cell), cell).toBe(UNKNOWN)
  })

  it('is marked by yes and no if nothing in the file is more than that', () => {
    const isMarked = (...cells: string[]) => {
      const of = marks()
      for (const cell of cells) of.load(cell)
      return of.isLoadMarked
    }
    expect([isMarked('0', '1', '空车', '重车', '有'), isMarked()]).toEqual([true, true])
    for (const code of ['2', '3', '00', '01', '11', '半载', '半', 'HALF'])
      expect(isMarked('1', code, '1'), code).toBe(false)
    expect(isMarked('12', '211', '一半', '半挂', '100')).toBe(true)
  })
})

describe('the body of a truck', () => {
  it('is closed or open, or not known to be either', () => {
    const closed = (cell: string) => marks().closed(cell)
    for (const cell of ['未密闭', '未关闭', '打开', '开启', '开', '未盖', 'Open', '否', '×', '0'])
      expect(closed(cell), cell).toBe(STATE.open)
    for (const cell of ['密闭', '已密闭', '关闭', '关', '已盖', 'closed', '是', '√', '1'])
      expect(closed(cell), cell).toBe(STATE.closed)
    for (const cell of ['', '半开', '开关', '未密闭完', '不密闭', '密闭中', '非关', '关门'])
      expect(closed(cell), cell).toBe(0)
  })

  it('is lifted or lowered, or not known to be either', () => {
    const lift = (cell: string) => marks().lift(cell)
    for (const cell of ['举升', '举升中', '顶升', '升起', '升', 'Up', '是', '1'])
      expect(lift(cell), cell).toBe(STATE.lifted)
    for (const cell of ['未举升', '平放', '落下', '正常', '降', 'down', '否', '0'])
      expect(lift(cell), cell).toBe(STATE.lowered)
    for (const cell of ['', '坏', '上升', '升降', '不正常', '正常吗', '下降', '降下']) expect(lift(cell), cell).toBe(0)
  })
})

it('a terminal has a satellite fix, has none, or does not say so', () => {
  const fixed = (cell: string) => marks().fixed(cell)
  for (const cell of ['有效', '已定位', '定位', '定位有效', 'A', 'valid', '是', '1'])
    expect(fixed(cell), cell).toBe(true)
  for (const cell of ['无效', '未定位', '定位无效', 'V', 'invalid', '否', '0']) expect(fixed(cell), cell).toBe(false)
  for (const cell of ['', '?', '定位中', '已定位置', '再定位', '未定位置', '前未定位', 'av', 'va'])
    expect(fixed(cell), cell).toBeNull()
})

describe('the marks of a file', () => {
  it('are told by column, where they are more than 是 and 否 and what the column itself is called', () => {
    const of = marks()
    for (const cell of ['√', '×', '密闭', '不明']) of.closed(cell)
    for (const cell of ['是', '否', '举升']) of.lift(cell)
    for (const cell of ['1', '0', '有效']) of.fixed(cell)
    for (const cell of ['有', '无', '空车']) of.load(cell)
    expect(of.finish()).toEqual([
      { field: 'load', yes: ['有'], no: ['无'] },
      { field: 'closed', yes: ['√'], no: ['×'] },
      { field: 'fixed', yes: ['1'], no: ['0'] },
    ])
  })

  it('are not told of loads that are codes', () => {
    const of = marks()
    for (const cell of ['0', '1', '3']) of.load(cell)
    of.closed('√')
    expect(of.finish()).toEqual([{ field: 'closed', yes: ['√'], no: [] }])
  })
})
