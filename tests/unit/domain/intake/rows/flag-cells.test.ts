import { describe, expect, it } from 'vitest'
import { flagWordKey } from '@/domain/intake/rows/flag-cells'
import { textAt } from '@/domain/table/column'
import { importRows } from '../import-rows'

const HEAD = ['堆场编号', '堆场名称', '是否覆盖']
const read = (words: readonly string[], wanted: boolean | null, flagWords = {}) => {
  const rows = [HEAD, ...words.map((word, i) => [`A${i}`, `堆${i}`, word])]
  const wantedFlags = () => new Map(wanted === null ? [] : [['covered', wanted]])
  const {
    column,
    flagWords: said,
    groups,
    table,
  } = importRows(rows, {
    choice: { role: 'pile', flagWords },
    base: { wantedFlags },
  })
  return {
    covered: column('covered'),
    said: said[0],
    kept: Array.from({ length: table.length }, (_, row) => textAt(table, '+是否覆盖（原文）', row)),
    became: groups.flatMap(({ first }) => first.flatMap((problem) => problem.became ?? [])),
    codes: groups.flatMap(({ code, count }) => (code === 'position-missing' ? [] : `${code} ${count}`)),
  }
}

describe('words that say whether a requirement is met', () => {
  it('are yes and no under a field that requirements ask for', () => {
    const words = ['符合', '不符合', '达标', '不达标', '合格', '不合格', '已落实', '未落实', '√']
    const { covered, said, codes } = read(words, true)
    expect(covered).toEqual([true, false, true, false, true, false, true, false, true])
    expect(codes).toEqual([])
    expect(said).toEqual({
      field: 'covered',
      yes: ['符合', '达标', '合格', '已落实', '√'],
      no: ['不符合', '不达标', '不合格', '未落实'],
      unread: [],
    })
  })

  it('are also percentages: the whole is yes, less is no and is said, whether as a percentage or as a fraction', () => {
    const cells = ['100%', '１００％', '100.00%', '百分之百', '80%', '85 %', '0.85', '99.6%', '0%', '0', '1', '120%']
    const { covered, said, codes, kept, became } = read(cells, true)
    expect(covered).toEqual([true, true, true, true, false, false, false, false, false, false, true, null])
    expect(said).toEqual({
      field: 'covered',
      yes: ['100%', '100.00%', '百分之百', '1'],
      no: ['80%', '85 %', '0.85', '99.6%', '0%', '0'],
      unread: ['120%'],
    })
    expect(codes).toEqual(['not-a-boolean 1', 'percentage-below 5'])
    // In the words of the page's language, not as a cell of the table.
    expect(became).toEqual([])
    // The percentages themselves stay beside what they were read as.
    expect(kept).toEqual([
      '100%',
      '１００％',
      '100.00%',
      '百分之百',
      '80%',
      '85 %',
      '0.85',
      '99.6%',
      '0%',
      '',
      '',
      '120%',
    ])
    expect(read(['100%'], false).covered).toEqual([null])
    // Of what no requirement says must be whole, only none and all are sure.
    expect(read(['100%', '60%', '0%'], null).covered).toEqual([true, null, false])
  })

  it('are no percentages where a program wrote the marks 1 and 0 with decimals', () => {
    const marks = ['1', '0', '1.0', '0.0', '1.00', '0.00', '.0']
    const flags = [true, false, true, false, true, false, false]
    for (const wanted of [true, false, null]) {
      const { covered, codes, kept } = read(marks, wanted)
      expect([wanted, covered, codes]).toEqual([wanted, flags, []])
      expect(kept.join('')).toBe('')
    }
    // Among fractions they are the whole and nothing of it, which is the same.
    const { covered, codes } = read(['1.00', '0.85', '0.00'], true)
    expect([covered, codes]).toEqual([[true, false, false], ['percentage-below 1']])
  })

  describe('below a heading that says percent', () => {
    const below = (heading: string, words: readonly string[], wanted = true, flagWords = {}) => {
      const rows = [HEAD.with(2, heading), ...words.map((word, i) => [`A${i}`, `堆${i}`, word])]
      const wantedFlags = () => new Map([['covered', wanted]])
      const {
        column,
        flagWords: said,
        groups,
        table,
        plan,
      } = importRows(rows, {
        choice: { role: 'pile', flagWords },
        base: { wantedFlags },
      })
      return {
        column: plan.columns.covered,
        covered: column('covered'),
        unread: said[0]?.unread,
        problems: groups.flatMap(({ code, column, first }) =>
          code === 'position-missing' ? [] : first.map(({ row, seen }) => [code, column, row, seen]),
        ),
        kept: words.map((_, row) => textAt(table, '+是否覆盖（原文）', row)),
      }
    }

    it('are bare numbers, of which 100 is yes, less is no, and any other is a problem of its row and column', () => {
      const words = ['100', '85', '100.0', '99.5', '0', '120', '-5', '0.85', '90%']
      for (const heading of ['是否覆盖（%）', '覆盖 (%)', '覆盖[%]', '是否覆盖%', '覆盖百分比']) {
        const { column, covered, unread, problems, kept } = below(heading, words)
        expect([heading, column]).toEqual([heading, 2])
        expect(covered).toEqual([true, false, true, false, false, null, null, false, false])
        expect(unread).toEqual(['120', '-5'])
        expect(problems.filter(([code]) => code === 'not-a-boolean')).toEqual([
          ['not-a-boolean', '是否覆盖', 7, '120'],
          ['not-a-boolean', '是否覆盖', 8, '-5'],
        ])
        expect(problems.filter(([code]) => code === 'percentage-below').map(([, , row]) => row)).toEqual([3, 5, 9, 10])
        expect(kept).toEqual(words)
      }
    })

    it('leave 1 to a person among percentages, and are marks where there are only 1 and 0', () => {
      expect(below('是否覆盖（%）', ['100', '1', '85', '1.0']).covered).toEqual([true, null, false, null])
      expect(below('是否覆盖（%）', ['1', '0', '1.0']).covered).toEqual([true, false, true])
    })

    it('follow what a person said of one, except beyond 100', () => {
      const said = { [flagWordKey('covered', '95')]: 'yes' }
      expect(below('是否覆盖（%）', ['96', '95', '80', '120'], true, said).covered).toEqual([true, true, false, null])
    })

    it('are asked where the heading does not say so, or names what must not be', () => {
      for (const heading of ['是否覆盖', '100%覆盖', '六个100%/是否覆盖'])
        expect(below(heading, ['85', '100']).covered).toEqual([null, null])
      expect(below('是否覆盖（%）', ['85', '100'], false).covered).toEqual([null, null])
    })
  })

  it('stay, as percentages, beside a column of the office that has the heading of their own column', () => {
    const head = [...HEAD, '是否覆盖（原文）']
    const texts = (...rows: readonly (readonly [string, string])[]) => {
      const cells = rows.map((each, i) => [`A${i}`, `堆${i}`, ...each])
      const { table } = importRows([head, ...cells], { choice: { role: 'pile' } })
      const column = (name: string) => rows.map((_, row) => (name in table.columns ? textAt(table, name, row) : null))
      return [column('+是否覆盖（原文）'), column('+是否覆盖（原文） (原)')]
    }
    expect(texts(['85%', '西侧缺一段'], ['是', '见整改单'], ['60%', ''])).toEqual([
      ['85%', '', '60%'],
      ['西侧缺一段', '见整改单', ''],
    ])
    // Percentages beside percentages are the office's, too.
    expect(texts(['85%', '70%'], ['90%', '80%'])).toEqual([
      ['85%', '90%'],
      ['70%', '80%'],
    ])
    // In an exported list they are what an earlier import kept, and a corrected cell replaces them.
    expect(texts(['否', '85%'], ['是', ''], ['95%', '90%'], ['否', '70%'])).toEqual([
      ['85%', '', '95%', '70%'],
      [null, null, null, null],
    ])
  })

  it('are percentages under a heading that says what they are of', () => {
    const rows = [HEAD, ['A1', '堆一', '60%'], ['A2', '堆二', '0.85']]
    expect(importRows(rows, { choice: { role: 'pile' } }).plan.columns.covered).toBe(2)
  })

  it('are, as percentages, read by those that a person chose: less than a no is no, more than a yes is yes', () => {
    const chosen = { [flagWordKey('covered', '80%')]: 'no', [flagWordKey('covered', '95%')]: 'yes' }
    const { covered, said } = read(['80%', '75%', '0%', '90%', '95.5%', '98%', '100%'], true, chosen)
    expect(covered).toEqual([false, false, false, null, true, true, true])
    expect(said).toEqual({ field: 'covered', yes: ['95.5%', '98%', '100%'], no: ['80%', '75%', '0%'], unread: ['90%'] })
    // An answer about a percentage holds for every way to write one, and a single yes leaves what is less a no.
    expect(read(['0.5', '90 %', '0.97'], true, { [flagWordKey('covered', '0.95')]: 'yes' }).covered).toEqual([
      false,
      false,
      true,
    ])
    // What the person said of one percentage counts for it, and of contradictory answers nothing follows.
    const none = { ...chosen, [flagWordKey('covered', '75%')]: 'none' }
    expect(read(['75%', '70%'], true, none).covered).toEqual([null, false])
    const odd = { [flagWordKey('covered', '80%')]: 'yes', [flagWordKey('covered', '90%')]: 'no' }
    expect(read(['80%', '90%', '85%', '95%', '10%'], true, odd).covered).toEqual([true, false, null, null, null])
  })

  it('are not read under a field that must not be, where they could mean either', () => {
    const { covered, said, codes } = read(['符合', '不达标', '是'], false)
    expect(covered).toEqual([null, null, true])
    expect(said!.unread).toEqual(['符合', '不达标'])
    expect(codes).toEqual(['not-a-boolean 2'])
  })

  it('are read as before under a field of which requirements say nothing', () => {
    expect(read(['达标', '不达标', '符合'], null).covered).toEqual([true, false, null])
  })

  it('and any other words are read as the user chooses', () => {
    const { covered, said } = read(['基本符合', '符合', '√', '—', ''], true, {
      [flagWordKey('covered', '基本符合')]: 'no',
      [flagWordKey('covered', '√')]: 'none',
    })
    expect(covered).toEqual([false, true, null, null, null])
    expect(said).toEqual({ field: 'covered', yes: ['符合'], no: ['基本符合'], unread: ['√'] })
  })
})
