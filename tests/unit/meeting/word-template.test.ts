import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { bulletinData, reportData, reportFields, sheetData } from '@/io/papers/word-data'
import { fillWordTemplate, type WordFault } from '@/io/papers/word-template'
import { makePapers } from '../../papers/papers-made'

/**
 * An office's document with paragraphs, table rows and a header. A text in several runs is what Word writes for slowly
 * typed text.
 */
async function document(
  paragraphs: readonly (string | readonly string[])[],
  rows: readonly string[][] = [],
  header = '',
) {
  const { Document, Header, Packer, Paragraph, Table, TableCell, TableRow, TextRun } = await import('docx')
  const paragraph = (text: string | readonly string[]) =>
    new Paragraph({ children: [text].flat().map((part) => new TextRun(part)) })
  const table = new Table({
    rows: rows.map(
      (row) => new TableRow({ children: row.map((text) => new TableCell({ children: [paragraph(text)] })) }),
    ),
  })
  return Packer.toBlob(
    new Document({
      sections: [
        {
          headers: header ? { default: new Header({ children: [paragraph(header)] }) } : {},
          children: [...paragraphs.map(paragraph), ...(rows.length > 0 ? [table, new Paragraph('')] : [])],
        },
      ],
    }),
  )
}

async function textsOf(file: Blob | null, path = 'word/document.xml') {
  const xml = new TextDecoder().decode(unzipSync(new Uint8Array(await file!.arrayBuffer()))[path])
  return [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([each]) =>
    each.replace(/<w:br\/>/g, '\n').replace(/<[^>]*>/g, ''),
  )
}

const said = ({ code, part, paragraph, text, seen }: WordFault) => [code, part, paragraph, text, seen]

describe('an office’s own document', () => {
  it('is filled even if its fields are split into runs; a list repeats its row; header and form stay', async () => {
    const template = await document(
      ['{标题}', ['主送：{主', '送}'], '{#要求}{内容}{/要求}', '完'],
      [
        ['排名', '区县'],
        ['{#排名表}{排名}', '{区县}（{城市}）{/排名表}'],
      ],
      '{文号}',
    )
    const data = {
      标题: '通报<&>',
      主送: '各区县',
      文号: '环〔2022〕1号',
      城市: '咸阳市',
      要求: [{ 内容: '甲' }, { 内容: '乙' }],
      排名表: [
        { 排名: '1', 区县: '旬邑县' },
        { 排名: '2', 区县: '长武县' },
      ],
    }
    const { file, faults } = await fillWordTemplate(template, data)
    expect(faults).toEqual([])
    expect((await textsOf(file)).join('|')).toBe(
      '通报&lt;&amp;&gt;|主送：各区县|甲乙|完|排名|区县|1|旬邑县（咸阳市）|2|长武县（咸阳市）|',
    )
    expect(await textsOf(file, 'word/header1.xml')).toEqual(['环〔2022〕1号'])
  })

  it('of an earlier version is filled by the former names of fields', async () => {
    const template = await document(
      ['{#议定表}{事项}：{办理部门}{/议定表}'],
      [['{#条款表}{已逾期}', '{不符合（项）}{/条款表}']],
    )
    const data = {
      议定表: [{ 事项: '覆盖', 牵头部门: '住建局' }],
      条款表: [{ '已逾期（项）': '3', '不符合（项）': '5' }],
    }
    const { file, faults } = await fillWordTemplate(template, data)
    expect(faults).toEqual([])
    expect((await textsOf(file)).join('|')).toBe('覆盖：住建局|3|5|')
  })

  it('with an unknown field is not written, and the paragraph is reported, also in a header', async () => {
    const template = await document(['好', '见{没有}与{城市}'], [['{#表}{乙}{/表}']], '{文}')
    const { file, faults } = await fillWordTemplate(template, { 城市: '咸阳市', 表: [{ 甲: '' }] })
    expect(file).toBeNull()
    expect(faults.map(said).sort()).toEqual(
      [
        ['unknown-field', 'body', 2, '见{没有}与{城市}', '没有'],
        ['unknown-field', 'body', 3, '{#表}{乙}{/表}', '乙'],
        ['unknown-field', 'header', 1, '{文}', '文'],
      ].sort(),
    )
    // Names of object properties such as constructor are not fields.
    expect((await fillWordTemplate(await document(['{constructor}{toString}']), {})).faults).toHaveLength(2)
  })

  it('with a brace or list that is not closed is not written', async () => {
    const faultsOf = async (...texts: string[]) =>
      (await fillWordTemplate(await document(texts), { 城市: '', 表: [] })).faults.map(said)
    expect(await faultsOf('好', '{城市')).toEqual([['open-brace', 'body', 2, '{城市', '{']])
    expect(await faultsOf('城市}')).toEqual([['open-brace', 'body', 1, '城市}', '}']])
    expect(await faultsOf('{#表}', '好')).toEqual([['open-list', 'body', 1, '{#表}', '#表']])
    expect(await faultsOf('{/表}')).toEqual([['open-list', 'body', 1, '{/表}', '/表']])
  })

  it('with a field without a name or with options, or a list in place of a text, is not written', async () => {
    const template = await document(['好{}', '{ }与{没有 [a:1]}', '{表}', '{城市'])
    const { file, faults } = await fillWordTemplate(template, { 城市: '', 表: [{ 甲: '' }] })
    expect(file).toBeNull()
    // All faults are reported at once, in order.
    expect(faults.map(({ code, paragraph, seen }) => [code, paragraph, seen])).toEqual([
      ['empty-field', 1, '{}'],
      ['empty-field', 2, '{ }'],
      ['unknown-field', 2, '没有 [a:1]'],
      ['unknown-field', 3, '表'],
      ['open-brace', 4, '{'],
    ])
  })

  it('with a field in a footnote or endnote is not written, because the library would ignore it', async () => {
    const { Document, EndnoteReferenceRun, FootnoteReferenceRun, Packer, Paragraph, TextRun } = await import('docx')
    const notes = (text: string) => ({ 1: { children: [new Paragraph(text)] } })
    const template = await Packer.toBlob(
      new Document({
        footnotes: notes('见{城市}'),
        endnotes: notes('又见{没有}'),
        sections: [
          {
            children: [
              new Paragraph({
                children: [new TextRun('{城市}'), new FootnoteReferenceRun(1), new EndnoteReferenceRun(1)],
              }),
            ],
          },
        ],
      }),
    )
    const { file, faults } = await fillWordTemplate(template, { 城市: '咸阳市' })
    expect(file).toBeNull()
    expect(faults.map(({ code, part, text, seen }) => [code, part, text.trim(), seen]).sort()).toEqual([
      ['not-here', 'endnote', '又见{没有}', '{没有}'],
      ['not-here', 'footnote', '见{城市}', '{城市}'],
    ])
  })

  it('that is not a Word document is refused', async () => {
    for (const file of [new Blob(['x']), new Blob([])])
      expect((await fillWordTemplate(file, {})).faults.map(({ code }) => code)).toEqual(['not-word'])
  })

  it('leaves out the rows of an empty list, whatever fields they have', async () => {
    const template = await document(['前', '后'], [['{#表}{甲}{/表}', '乙']])
    const { file, faults } = await fillWordTemplate(template, { 表: [] })
    expect(faults).toEqual([])
    expect((await textsOf(file)).join('|')).not.toContain('{')
  })

  it('has the fields of the bulletin and of a hand-over sheet', async () => {
    const papers = await makePapers('', '2022-10-31')
    const data = bulletinData(papers)
    expect(data.标题).toBe('咸阳市2022年10月降尘监测情况通报')
    expect(data.排名表).toHaveLength(13)
    expect(data.排名表).toContainEqual(expect.objectContaining({ 排名: '1', 区县: '旬邑县', 本月: '2.8' }))
    const sheet = { name: '局', title: '题', subtitle: '', to: '局：', intro: '', headings: ['名称'], widths: [100] }
    expect(sheetData({ ...sheet, rows: [['工地']], picture: null, blanks: [], notes: [] })).toMatchObject({
      标题: '题',
      清单: [{ 名称: '工地' }],
    })
  })

  it('shows a report’s map and photos in place of their fields, and further tables as rows', async () => {
    const template = await document(
      ['{标题}', '{地图}', '{#照片}', '{图}', '{图注}', '{/照片}'],
      [['{#退回}{检查对象}', '{退回意见}{/退回}']],
    )
    const picture = { bytes: new Uint8Array([137, 80, 78, 71]), width: 900, height: 600 }
    const first = { bytes: new Uint8Array([255, 216]), format: 'jpg', width: 620, height: 465 } as const
    const photo = { list: 'own', row: 0, name: '1. 甲工地', lines: ['围挡'], picture: first } as const
    const table = {
      name: '日报',
      title: '题',
      subtitle: '',
      to: '',
      intro: '',
      headings: ['序号'],
      widths: [100],
      rows: [['1']],
      picture,
      more: [
        {
          field: 'returned' as const,
          title: '退回',
          headings: ['检查对象', '退回意见'],
          formats: ['text', 'text'] as const,
          rows: [['甲工地', '补拍']],
          over: [false],
        },
      ],
      photos: [
        { title: '不符合', photos: [photo] },
        {
          title: '其他',
          photos: [
            { ...photo, name: '2. 乙工地', lines: [], picture: { ...first, bytes: new Uint8Array([255, 217]) } },
            { ...photo, name: '3. 丙工地', lines: ['这张照片未能读出'], picture: null },
          ],
        },
      ],
      blanks: [],
      notes: [],
    }
    const { file, faults } = await fillWordTemplate(template, reportData(table))
    expect(faults).toEqual([])
    expect((await textsOf(file)).filter(Boolean)).toEqual([
      '题',
      '1. 甲工地，围挡',
      '2. 乙工地',
      '3. 丙工地，这张照片未能读出',
      '甲工地',
      '补拍',
    ])
    const parts = unzipSync(new Uint8Array(await file!.arrayBuffer()))
    const media = Object.entries(parts).filter(([name]) => /^word\/media\/./.test(name))
    expect(media.map(([, bytes]) => [...bytes]).sort()).toEqual(
      [picture.bytes, first.bytes, new Uint8Array([255, 217])].map((bytes) => [...bytes]).sort(),
    )
    // 15 cm wide, a photo half as wide, with proportional heights.
    const sizes = [
      ...new TextDecoder().decode(parts['word/document.xml']).matchAll(/<wp:extent cx="(\d+)" cy="(\d+)"/g),
    ]
    expect(sizes.map(([, x, y]) => [Number(x) / 9525, Number(y) / 9525])).toEqual([
      [567, 378],
      [280, 210],
      [280, 210],
    ])
    // A report without these parts has the same fields.
    const none = reportData({ ...table, picture: null, photos: [], more: [{ ...table.more[0]!, rows: [] }] })
    const empty = await fillWordTemplate(template, none)
    expect([empty.faults, (await textsOf(empty.file)).filter(Boolean)]).toEqual([[], ['题']])
    expect(Object.entries(reportFields({ ...table, rows: [] })).filter(([, value]) => Array.isArray(value))).toEqual([
      ['清单', [{ 序号: '' }]],
      ['照片', [{ 图: '', 图注: '' }]],
      ['退回', [{ 检查对象: '', 退回意见: '' }]],
    ])
  })
})
