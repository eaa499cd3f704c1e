import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { bulletinData, sheetData } from '@/io/papers/word-data'
import { fillWordTemplate, type WordFault } from '@/io/papers/word-template'
import { papersMade } from '../../papers/papers-made'

/** An office's document: its paragraphs, the rows of a table, a header. A text in parts is as Word writes what was typed slowly. */
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
  it('is filled, however its fields are parted; a row stands for each entry of a list; header and form stay', async () => {
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

  it('with a field that is none is not written, and the paragraph is named, in a header too', async () => {
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
    // constructor and its like are no fields.
    expect((await fillWordTemplate(await document(['{constructor}{toString}']), {})).faults).toHaveLength(2)
  })

  it('with a brace or a list that stays open is not written', async () => {
    const faultsOf = async (...texts: string[]) =>
      (await fillWordTemplate(await document(texts), { 城市: '', 表: [] })).faults.map(said)
    expect(await faultsOf('好', '{城市')).toEqual([['open-brace', 'body', 2, '{城市', '{']])
    expect(await faultsOf('城市}')).toEqual([['open-brace', 'body', 1, '城市}', '}']])
    expect(await faultsOf('{#表}', '好')).toEqual([['open-list', 'body', 1, '{#表}', '#表']])
    expect(await faultsOf('{/表}')).toEqual([['open-list', 'body', 1, '{/表}', '/表']])
  })

  it('that is no Word document is refused', async () => {
    for (const file of [new Blob(['x']), new Blob([])])
      expect((await fillWordTemplate(file, {})).faults.map(({ code }) => code)).toEqual(['not-word'])
  })

  it('is filled with an empty list as with none of its rows, whatever fields it has', async () => {
    const template = await document(['前', '后'], [['{#表}{甲}{/表}', '乙']])
    const { file, faults } = await fillWordTemplate(template, { 表: [] })
    expect(faults).toEqual([])
    expect((await textsOf(file)).join('|')).not.toContain('{')
  })

  it('has the fields of the bulletin and of a hand-over sheet', async () => {
    const papers = await papersMade('', '2022-10-31')
    const data = bulletinData(papers)
    expect(data.标题).toBe('咸阳市2022年10月降尘监测情况通报')
    expect(data.排名表).toHaveLength(13)
    expect(data.排名表![0]).toMatchObject({ 排名: '1', 区县: '旬邑县', 本月: '2.8' })
    const sheet = { name: '局', title: '题', subtitle: '', to: '局：', intro: '', headings: ['名称'], widths: [100] }
    expect(sheetData({ ...sheet, rows: [['工地']], picture: null, blanks: [], notes: [] })).toMatchObject({
      标题: '题',
      清单: [{ 名称: '工地' }],
    })
  })
})
