import { describe, expect, it } from 'vitest'
import { bulletinPaper } from '@/io/papers/bulletin-paper'
import { officialDocument } from '@/io/papers/official-document'
import { makePapers, OFFICIAL } from '../../papers/papers-made'
import { attributes, elementsOf, expectOfficialPage, isEnabled, textOf, WordDocument } from './read-back'

async function readBack(...given: Parameters<typeof makePapers>) {
  const papers = await makePapers(...given)
  return new WordDocument(new Uint8Array(await (await officialDocument([bulletinPaper(papers)])).arrayBuffer()))
}

describe('a bulletin read back from its Word document', async () => {
  const word = await readBack('', '2022-10-31', OFFICIAL)

  it('is A4 with the standard’s margins, and has page numbers between dashes at the outer side', () =>
    expectOfficialPage(word))

  it.each([
    ['咸阳市生态环境局文件', '方正小标宋简体', 36],
    ['咸环发〔2022〕45号', '仿宋_GB2312', 16],
    ['咸阳市2022年10月降尘监测情况通报', '方正小标宋简体', 22],
    ['各县市区人民政府', '仿宋_GB2312', 16],
    ['一、总体情况', '黑体', 16],
    ['2022年10月，全市', '仿宋_GB2312', 16],
    ['附件：数值来源', '仿宋_GB2312', 16],
    ['抄送：', '仿宋_GB2312', 14],
  ])('%s is set in %s, %d points, and nothing is bold', (text, font, points) => {
    const paragraph = word.find(text)
    expect(word.property(paragraph, 'rFonts')).toMatchObject({ eastAsia: font, ascii: font })
    expect(word.property(paragraph, 'sz')!.val).toBe(String(points * 2))
    expect(word.property(paragraph, 'b')?.val ?? 'false').toBe('false')
  })

  it('has a line spacing of exactly 28 points, paragraphs indented by two characters, and headings kept with the next line', () => {
    const text = word.find('2022年10月，全市')
    expect(word.property(text, 'spacing')).toMatchObject({ line: '560', lineRule: 'exact' })
    expect(word.property(text, 'ind')).toMatchObject({ firstLineChars: '200' })
    const headings = word.paragraphs.filter((each) => /^[一二三四五六七]、/.test(textOf(each)))
    expect(headings.map((each) => textOf(each).slice(0, 2))).toEqual(['一、', '二、', '三、', '四、', '五、', '六、'])
    for (const each of headings) expect(word.property(each, 'keepNext')).toEqual({})
    expect(word.property(text, 'keepNext')?.val ?? 'false').toBe('false')
  })

  it('has its parts in the standard’s order, with the annex on its own page', () => {
    const order = [
      '咸阳市生态环境局文件',
      '咸环发',
      '咸阳市2022年',
      '各县市区',
      '一、',
      '附件：',
      '咸阳市生态环境局',
      '2022年11月9日',
    ]
    const texts = word.paragraphs.map(textOf)
    const places = order.map((text, i) => texts.findIndex((each, at) => each.startsWith(text) && (i < 6 || at > 20)))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    const annex = word.paragraphs.find((each) => textOf(each) === '附件')!
    expect(word.property(annex, 'pageBreakBefore')).not.toBeNull()
    expect(word.property(annex, 'rFonts')).toMatchObject({ eastAsia: '黑体' })
    expect(texts.indexOf('附件')).toBeGreaterThan(places.at(-1)!)
    expect(texts.slice(-2)[0]).toBe('咸阳市生态环境局办公室2022年11月10日印发')
  })

  it('repeats the header row of a table on every page, and splits no row', () => {
    const tables = elementsOf(word.part('word/document.xml'), 'tbl')
    expect(tables).toHaveLength(3)
    for (const table of tables.slice(0, 2)) {
      const rows = elementsOf(table, 'tr')
      expect(rows.map((row) => Number(isEnabled(elementsOf(row, 'tblHeader')[0])))).toEqual(
        rows.map((_, i) => (i === 0 ? 1 : 0)),
      )
      for (const row of rows) expect(isEnabled(elementsOf(row, 'cantSplit')[0])).toBe(true)
    }
  })

  it('has the office as author, and fallbacks for missing fonts', () => {
    const core = word.part('docProps/core.xml').textContent!
    expect(core).toContain('咸阳市生态环境局')
    expect(core).not.toContain('Un-named')
    const fonts = elementsOf(word.part('word/fontTable.xml'), 'font')
    expect(
      fonts.map((font) => [attributes(font).name, attributes(elementsOf(font, 'altName')[0]!).val]),
    ).toContainEqual(['方正小标宋简体', '华文中宋'])
  })

  it('has the plan’s full name once', () => {
    const texts = word.paragraphs.map(textOf).join('\n')
    expect(
      texts.match(/《咸阳市蓝天保卫战2022年工作方案》（咸政办发〔2022〕32号，以下简称工作方案）第23条/g),
    ).toHaveLength(1)
    expect(texts).toMatch(/\n2\.工作方案第\d+条/)
  })

  it('without the office’s lines has a blank for its number, and nothing for the other lines', async () => {
    const bare = await readBack('', '2022-10-31')
    const texts = bare.paragraphs.map(textOf)
    expect(texts[0]).toBe('〔2022〕\u3000\u3000号')
    expect(texts.join('\n')).not.toMatch(/抄送|印发|undefined|null|年\u3000/)
    expect(bare.part('docProps/core.xml').textContent).toContain('咸阳市')
  })

  it('numbers annexes if there are several', async () => {
    const template = '# 通报\n正文\n## 附：排名\n{排名表}\n## 附件2：来源\n{点位表}'
    const two = await readBack('', '2022-10-31', OFFICIAL, template)
    const texts = two.paragraphs.map(textOf)
    expect(texts).toEqual(expect.arrayContaining(['附件：1. 排名', '2. 来源', '附件1', '附件2']))
  })
})
