import { describe, expect, it } from 'vitest'
import { keepOfficialFields, officialFieldsOf, officialLinesOf } from '@/domain/bulletin/official-kinds'
import { bulletinPaper } from '@/io/papers/bulletin-paper'
import { officialDocument } from '@/io/papers/official-document'
import type { OfficialPaper } from '@/io/papers/official-paper'
import { sheetPaper } from '@/io/papers/sheet-paper'
import { keptRows } from '@/io/papers/table-height'
import { typeset } from '@/io/papers/typeset'
import { makePapers, makeWrittenPaper, OFFICIAL } from '../../papers/papers-made'
import { attributes, elementsOf, expectOfficialPage, isEnabled, textOf, WordDocument } from './read-back'

const read = async (...papers: OfficialPaper[]) =>
  new WordDocument(new Uint8Array(await (await officialDocument(papers)).arrayBuffer()))
const tableOf = (word: WordDocument, first: string) =>
  elementsOf(word.part('word/document.xml'), 'tbl')
    .map((table) => elementsOf(table, 'tr').map((row) => elementsOf(row, 'tc').map(textOf)))
    .find(([headings]) => headings![0] === first)!

describe('the minutes of a meeting', async () => {
  const { paper, data } = await makeWrittenPaper('minutes', '', '2022-10-31', OFFICIAL)
  const word = await read(paper)
  const texts = word.paragraphs.map(textOf)

  it('follow the standard for official documents', () => expectOfficialPage(word))

  it.each([
    ['咸阳市2022年10月', '方正小标宋简体', 22],
    ['一、会议议定事项', '黑体', 16],
    ['2022年11月9日，召开', '仿宋_GB2312', 16],
  ])('%s is set in %s, %d points', (text, font, points) => {
    const paragraph = word.find(text)
    expect(word.property(paragraph, 'rFonts')).toMatchObject({ eastAsia: font })
    expect(word.property(paragraph, 'sz')!.val).toBe(String(points * 2))
  })

  it('begin with the month’s result, with names and without spaces between Chinese and digits', () => {
    expect(texts).toContain(
      '2022年11月9日，召开2022年10月降尘污染防治调度会议。会议通报了2022年10月各区县降尘情况：2个区县超标，淳化县至少连续24个月超标。',
    )
  })

  it('have decisions with county, department and day, and the state of earlier decisions on that day', () => {
    expect(tableOf(word, '序号')).toEqual([
      ['序号', '区县', '事项', '牵头部门', '完成时限'],
      ['1', '淳化县', '对连续超标原因开展排查，报送整改方案', '市生态环境局', '2022年11月30日'],
      ['2', '全市', '各区县每周报送道路积尘走航监测结果', '—', '—'],
    ])
    expect(texts).toContain('截至2022年11月9日，往次会议议定事项2项，已完成1项，逾期未完成1项。')
    expect(tableOf(word, '区县').map((row) => row[4])).toEqual(['进展', '逾期未完成', '2022年10月25日完成'])
  })

  it('keep headings, sentences before a table, and names of participants on the page of what they belong to', () => {
    for (const text of ['一、', '会议议定事项2项', '二、', '截至', '出席：', '请假：'])
      expect(word.property(word.find(text), 'keepNext'), text).toEqual({})
    for (const row of elementsOf(word.part('word/document.xml'), 'tr'))
      expect(isEnabled(elementsOf(row, 'cantSplit')[0])).toBe(true)
    expect(
      elementsOf(word.find('出席：'), 'r').map((run) => attributes(elementsOf(run, 'rFonts')[0] ?? run).eastAsia)[0],
    ).toBe('黑体')
  })

  it('have no signature and addressee unless entered, and a number to fill in', () => {
    expect(paper.lines).toMatchObject({ number: '〔2022〕　　号', to: '', signature: '', date: '' })
  })

  it('state that nothing was decided, and leave out what does not exist', async () => {
    const none = await makeWrittenPaper('minutes', '', '2022-10-31', OFFICIAL, [])
    const said = none.paper.blocks.flatMap((block) => ('text' in block ? [block.text] : []))
    expect(said).toContain('会议未议定新的事项。')
    expect(said.join('\n')).not.toContain('往次')
    expect(said.join('\n')).toContain('2022年　　月　　日，召开')
    expect(none.paper.blocks.some(({ type }) => type === 'table')).toBe(false)
  })

  it('use the set day, place and chair, and judge by that day; decisions noted later have no effect', async () => {
    const held = { '2022-10': { day: '2022-10-19', place: '三楼会议室', chair: '王某' } }
    const { paper, data } = await makeWrittenPaper('minutes', '', '2022-10-31', OFFICIAL, undefined, held)
    const said = paper.blocks.flatMap((block) => ('text' in block ? [block.text] : [])).join('\n')
    expect(said).toContain('2022年10月19日，王某在三楼会议室主持召开2022年10月降尘污染防治调度会议。')
    expect(said).toContain('截至2022年10月19日，往次会议议定事项2项，已完成0项，未完成2项。')
    expect(data).toMatchObject({ 会议日期: '2022年10月19日', 会议地点: '三楼会议室', 主持人: '王某' })
  })

  it('fill an office’s own form by the names of the fields', () => {
    expect(data).toMatchObject({ 标题: '咸阳市2022年10月降尘污染防治调度会议纪要', 会议日期: '2022年11月9日' })
    expect(data.议定表).toHaveLength(2)
    expect(data.往次表).toContainEqual(expect.objectContaining({ 区县: '淳化县', 进展: '逾期未完成' }))
  })
})

describe('the monthly report', async () => {
  const { paper, data } = await makeWrittenPaper('monthly', '', '2022-10-31', OFFICIAL)
  const word = await read(paper)
  const texts = word.paragraphs.map(textOf)
  const rows = (name: string) => data[name] as readonly Readonly<Record<string, string>>[]

  it('follows the standard with its parts in order, and the clauses of each county as its annex', () => {
    expectOfficialPage(word)
    expect(texts.filter((text) => /^[一二三四五六七]、/.test(text))).toEqual([
      '一、降尘监测情况',
      '二、同比环比变化',
      '三、超标区县',
      '四、各区县问题情况',
      '五、重点任务进展',
      '六、调度会议议定事项',
    ])
    expect(texts.indexOf('附件')).toBeGreaterThan(texts.indexOf('咸阳市生态环境局'))
    expect(texts).toContain('附件：各区县问题分条款统计')
  })

  it('states what is over the limit, for how long, and what changed', () => {
    const text = texts.join('\n')
    expect(text).toContain('淳化县9.0，环比上升25.0%，同比上升3.4%')
    expect(text).toContain('淳化县至少已连续24个月超标')
    expect(rows('变化表')[0]).toMatchObject({ 区县: '乾县', '同比%': '-18.5', 余下每月须: '有余量' })
  })

  it('has counties and clauses that add up to the city’s total at the end of the month', () => {
    const [, sources, all, overdue, failing] =
      /截至2022年10月31日，全市(\d+)处污染源、1台监测设备有(\d+)项问题，其中已逾期(\d+)项、不符合要求(\d+)项。/.exec(
        texts.join('\n'),
      )!
    expect(Number(overdue) + Number(failing)).toBe(Number(all))
    const sum = (name: string, column: string) => rows(name).reduce((total, row) => total + Number(row[column]), 0)
    for (const name of ['区县问题表', '条款表', '部门表']) {
      expect(sum(name, '已逾期（项）'), name).toBe(Number(overdue))
      expect(sum(name, '不符合（项）'), name).toBe(Number(failing))
    }
    const named = (column: string) =>
      rows('区县条款表').flatMap((row) =>
        Array.from(String(row[column]).matchAll(/第\d+条(\d+)项/g), ([, n]) => Number(n)),
      )
    const added = (column: string) => named(column).reduce((total, n) => total + n, 0)
    expect([added('已逾期'), added('不符合')]).toEqual([Number(overdue), Number(failing)])
    expect(sum('区县问题表', '污染源（处）')).toBe(Number(sources))
  })

  it('states the unit in each table of figures', () => {
    const counting = /（[处项]）|%|天|月/
    for (const { unit, headings, formats, title } of paper.blocks.flatMap((b) => (b.type === 'table' ? [b.table] : [])))
      for (const [i, heading] of headings.entries())
        if (formats[i] !== 'text' && !unit && !headings.includes('单位') && heading !== '序号')
          expect(heading, title).toMatch(counting)
  })

  it('says above each table with bold figures what bold means, also in the bulletin, and above no other', async () => {
    const bulletin = bulletinPaper(await makePapers('', '2022-10-31', OFFICIAL))
    for (const each of [paper, bulletin]) {
      const { text, annexes } = typeset(each)
      const tables = [...text, ...annexes].flatMap((block) => (block.type === 'table' ? [block] : []))
      const isBold = tables.map(({ strong }) => strong.flat().includes(true))
      expect(new Set(isBold).size).toBe(2)
      expect(tables.map(({ above }) => above.endsWith('加粗的超过限值'))).toEqual(isBold)
      expect(tables.map(({ above }) => above)).toContain('单位：吨/(平方公里·月)；加粗的超过限值')
    }
    expect((await read(bulletin)).paragraphs.map(textOf)).toContain('单位：吨/(平方公里·月)；加粗的超过限值')
  })

  it('judges decisions by the last day of the month', () => {
    expect(texts).toContain('截至2022年10月31日，往次会议议定事项2项，已完成1项，逾期未完成1项。')
  })

  it('never has adjacent tables, which Word would merge', () => {
    const body = elementsOf(word.part('word/document.xml'), 'body')[0]!
    const names = [...body.childNodes].map(({ localName }) => localName)
    expect(names.filter((name, i) => name === 'tbl' && names[i + 1] === 'tbl')).toEqual([])
  })
})

describe('a hand-over sheet in Word', () => {
  const table = {
    name: '市商务局',
    title: '扬尘污染问题督办单（市商务局）',
    subtitle: '咸阳市 · 截至 2022-10-31',
    to: '市商务局：',
    intro: '以下1处污染源共有1项问题。',
    headings: ['名称', '期限'],
    widths: [80, 20],
    rows: [['第 3 标段\nJZ-1', '2022-10-01']],
    picture: null,
    blanks: ['联系人：____', '签发：____'],
    notes: ['数据来源：台账'],
  }
  const form = { office: '咸阳市生态环境局', author: '咸阳市生态环境局', year: '2022', isNumbered: true }

  it('follows the standard, with its own number; days are in the official notation, and names unchanged', async () => {
    const word = await read(sheetPaper(table, form), sheetPaper({ ...table, name: '乙' }, form))
    expectOfficialPage(word)
    const starts = elementsOf(word.part('word/document.xml'), 'pgNumType').map((each) => attributes(each).start)
    expect(starts).toEqual(['1', '1'])
    const texts = word.paragraphs.map(textOf)
    expect(texts.slice(0, 20)).toEqual(
      expect.arrayContaining(['〔2022〕　　号', '市商务局：', '第 3 标段', 'JZ-1', '2022年', '10月1日']),
    )
    expect(word.property(word.find('咸阳市 · '), 'rFonts')).toMatchObject({ eastAsia: '楷体_GB2312' })
    // Fields to fill in by hand are kept on the page of the signature.
    for (const text of ['联系人', '签发']) expect(word.property(word.find(text), 'keepNext')).toEqual({})
    expect(texts).toContain('咸阳市生态环境局')
  })

  it('names its annex directly under the text, before the lines to fill in by hand and the signature', async () => {
    const summary = { title: '', headings: ['项数'], formats: ['text' as const], rows: [['1']], over: [] }
    const letter = { intro: '请按期整改。', summary, annex: '问题清单' }
    const texts = (await read(sheetPaper({ ...table, letter }, form))).paragraphs.map(textOf)
    const said = ['项数', '附件：问题清单', '联系人：____', '签发：____', '咸阳市生态环境局']
    expect(texts.filter((each) => said.includes(each))).toEqual(said)
  })

  it('breaks a long title before its brackets', () => {
    const linesOf = (title: string) =>
      typeset(sheetPaper({ ...table, title }, form)).text.flatMap((block) =>
        block.type === 'title' ? [block.text] : [],
      )
    expect(linesOf('扬尘污染问题督办单（市发展和改革委员会）')).toEqual(['扬尘污染问题督办单\n（市发展和改革委员会）'])
    expect(linesOf('扬尘巡查周报（2022-10-31至2022-11-06）')).toEqual([
      '扬尘巡查周报\n（2022年10月31日至2022年11月6日）',
    ])
    expect(linesOf('扬尘污染问题督办单（市商务局）')).toEqual(['扬尘污染问题督办单（市商务局）'])
  })

  it('has no number and no signature unless requested', async () => {
    const texts = (await read(sheetPaper(table, { ...form, office: '', isNumbered: false }))).paragraphs.map(textOf)
    expect(texts.join('\n')).not.toMatch(/〔|咸阳市生态环境局|年　/)
  })
})

describe('rows of a table kept on one page', () => {
  const rowsOf = (count: number, text = '秦都区') => Array.from({ length: count }, () => [text])
  const kept = (rows: readonly (readonly string[])[]) =>
    keptRows({ headings: ['区县'], rows, shares: [1], points: 10.5 })

  it('are all of a small table, and the first and last rows of a longer one', () => {
    expect(kept(rowsOf(6))).toEqual([...Array.from({ length: 5 }, () => true), false])
    for (const count of [14, 28, 60])
      expect(kept(rowsOf(count)).flatMap((each, row) => (each ? [row] : []))).toEqual([0, 1, count - 3, count - 2])
  })

  it('are none if each row is high, so that no page before it is left empty', () => {
    expect(kept(rowsOf(9, '一\n二\n三\n四\n五\n六')).filter(Boolean)).toEqual([])
  })
})

describe('the official fields of an office’s documents', () => {
  it('are stored per document; a monthly report is signed like the bulletin until it has its own fields', () => {
    expect(officialFieldsOf(OFFICIAL, 'monthly', '2022-10')).toMatchObject({
      office: '咸阳市生态环境局',
      number: '',
      to: '',
    })
    const fields = { ...officialFieldsOf(OFFICIAL, 'minutes', '2022-10'), number: '〔2022〕3号' }
    const kept = keepOfficialFields(OFFICIAL, 'minutes', '2022-10', fields)
    expect(officialFieldsOf(kept, 'minutes', '2022-10').number).toBe('〔2022〕3号')
    // Those of the bulletin stay where earlier versions look for them.
    expect(kept).toMatchObject({ ...OFFICIAL })
    // The next document of its type gets its number in the same form.
    expect(officialLinesOf(kept, 'minutes', '2022-11', '2022').number).toBe('〔2022〕　　号')
    expect(officialLinesOf(kept, 'monthly', '2022-10', '2022').number).toBe('')
  })
})
