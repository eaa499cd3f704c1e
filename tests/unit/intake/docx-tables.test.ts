import { describe, expect, it } from 'vitest'
import { openFile } from '@/io/formats/open-file'
import { cell, paragraph, row, table, wordDocument } from '../../fixtures/old-workbooks'

async function sheetsOf(body: string) {
  const opened = await openFile(new File([wordDocument(body)], '通报.docx'))
  if ('problem' in opened) return opened.problem.code
  expect(opened.file.format).toBe('docx')
  return Promise.all(
    opened.file.sheets.map(async (sheet) => {
      const all: string[][] = []
      await sheet.read((rows) => {
        all.push(...rows)
      })
      return { name: sheet.head.name, rows: all, merges: sheet.head.merges }
    }),
  )
}

describe('tables of a Word document', () => {
  it('each becomes a sheet, named by the caption above it', async () => {
    const ranking = table(row('排名', '区/县', '10月降尘量'), row('1', '秦都区', '5.1'))
    const sheets = await sheetsOf(
      `${paragraph('表1 2022年10月各县区降尘量')}${ranking}${paragraph('现将情况通报如下：')}${ranking}${paragraph('表1 2022年10月各县区降尘量')}${ranking}`,
    )
    expect(sheets).toMatchObject([
      {
        name: '表1 2022年10月各县区降尘量',
        rows: [
          ['排名', '区/县', '10月降尘量'],
          ['1', '秦都区', '5.1'],
        ],
      },
      { name: '表2' },
      { name: '表1 2022年10月各县区降尘量 (3)' },
    ])
  })

  it('a cell merged across columns counts once, a cell merged down counts for all its rows', async () => {
    const sheets = await sheetsOf(
      table(
        row(cell('城市', '<w:vMerge w:val="restart"/>'), cell('降尘量', '<w:gridSpan w:val="2"/>')),
        row(cell('', '<w:vMerge/>'), '9月', '10月'),
        row(cell('咸阳', '<w:vMerge w:val="restart"/>'), '1', '2'),
        row(cell('', '<w:vMerge w:val="continue"/>'), '3', '4'),
      ),
    )
    expect(sheets).toMatchObject([
      {
        rows: [
          ['城市', '降尘量'],
          ['城市', '9月', '10月'],
          ['咸阳', '1', '2'],
          ['咸阳', '3', '4'],
        ],
        merges: [
          { startRow: 0, startColumn: 0, endRow: 1, endColumn: 0 },
          { startRow: 0, startColumn: 1, endRow: 0, endColumn: 2 },
          { startRow: 2, startColumn: 0, endRow: 3, endColumn: 0 },
        ],
      },
    ])
  })

  it('paragraphs, runs and breaks in a cell are joined, with tracked insertions and without tracked deletions', async () => {
    const runs = '<w:p><w:r><w:t>10月</w:t></w:r><w:r><w:br/></w:r><w:r><w:t>降尘量</w:t></w:r></w:p>'
    const tracked =
      '<w:p><w:del><w:r><w:delText>9.9</w:delText></w:r></w:del><w:ins><w:r><w:t>5.1</w:t></w:r></w:ins></w:p>'
    const sheets = await sheetsOf(
      table(
        row(cell(runs), cell(`${paragraph('甲')}${paragraph('乙')}`)),
        row(cell(tracked), 'x'),
        `<w:tr><w:trPr><w:del w:id="1" w:author="x" w:date="2022-01-01T00:00:00Z"/></w:trPr>${cell('删')}${cell('去')}</w:tr>`,
      ),
    )
    expect(sheets).toMatchObject([
      {
        rows: [
          ['10月\n降尘量', '甲\n乙'],
          ['5.1', 'x'],
        ],
      },
    ])
  })

  it('a table within a table becomes a sheet of its own', async () => {
    const inner = table(row('区县', '值'), row('秦都区', '1'))
    const sheets = await sheetsOf(table(row(cell(`${paragraph('外')}${inner}${paragraph('')}`), 'b')))
    expect(sheets).toMatchObject([
      { rows: [['外', 'b']] },
      {
        rows: [
          ['区县', '值'],
          ['秦都区', '1'],
        ],
      },
    ])
  })

  it('a table in a text box is found', async () => {
    const inner = table(row('区县', '值'), row('秦都区', '1'))
    const box = `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"/><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${inner}${paragraph('')}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`
    expect(await sheetsOf(box)).toMatchObject([
      {
        rows: [
          ['区县', '值'],
          ['秦都区', '1'],
        ],
      },
    ])
  })

  it('a document without a table is reported', async () => {
    expect(await sheetsOf(paragraph('只有文字'))).toBe('document-without-table')
  })
})
