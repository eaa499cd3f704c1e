import { readFileSync } from 'node:fs'
import { zipSync } from 'fflate'
import { writeOds } from 'hucre/ods'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { openFile } from '@/io/formats/open-file'
import type { TableFile } from '@/io/formats/table-file'
import { encodeGb18030 } from '../../fixtures/encode-gb18030'
import { container, encryptedOds, gbkWorkbook, oldWorkbook, withPassword } from '../../fixtures/old-workbooks'

async function opened(name: string, content: BlobPart): Promise<TableFile> {
  const answer = await openFile(new File([content], name))
  if ('problem' in answer) throw new Error(`${answer.problem.code} ${answer.problem.seen}`)
  return answer.file
}

async function refused(name: string, content: BlobPart) {
  const answer = await openFile(new File([content], name))
  return 'problem' in answer ? answer.problem.code : answer.file.format
}

async function rowsOf(file: TableFile, sheet = 0): Promise<string[][]> {
  const all: string[][] = []
  await file.sheets[sheet]!.read((rows, first) => {
    expect(first).toBe(all.length)
    all.push(...rows)
  })
  return all
}

describe.each([
  ['xls', 'libreoffice.xls'],
  ['et', 'libreoffice.xls'],
  ['ods', 'libreoffice.ods'],
  ['xlsx', 'libreoffice.xlsx'],
])('a workbook saved by LibreOffice as .%s', async (ending, fixture) => {
  const file = await opened(`十月.${ending}`, readFileSync(`tests/fixtures/workbooks/${fixture}`))
  const format = ending === 'et' ? 'xls' : ending
  // LibreOffice writes flags as numbers if an .ods file came from elsewhere.
  const [yes, no] = format === 'ods' ? ['1', '0'] : ['是', '否']

  it('is read with days, results of formulas, row numbers and the values of merged cells', async () => {
    expect(file.format).toBe(format)
    expect(await rowsOf(file)).toEqual([
      ['2022年10月 降尘量排名'],
      ['排名', '区县', '日期', '数值', '比率', '布尔', '公式'],
      ['1', '秦都区', '2022-05-03', '0.3', '0.85', yes, '0.6'],
      [],
      ['2', '渭城区', '2022-05-04 08:30:00', '123456789012345', '-3.1', no, 'a渭城区'],
      ['3', '合并', '', '1234.5', '0', yes],
      ['4', '合并', '', '', '0', yes],
    ])
    expect(file.sheets[0]!.head.merges[0]).toEqual({ startRow: 0, startColumn: 0, endRow: 0, endColumn: 6 })
  })

  it('has an empty cell for a failed formula, which is reported with its position', async () => {
    const problems = await file.sheets[0]!.read(() => undefined)
    expect(
      problems.flatMap(({ first }) => first).map(({ code, row, column, seen }) => [code, row, column, seen]),
    ).toEqual([
      ['cell-error', 6, 'G', '#DIV/0!'],
      ['cell-error', 7, 'D', '#N/A'],
    ])
  })

  it('has a mark for a hidden sheet', () => {
    expect(file.sheets.map(({ head, hidden }) => [head.name, hidden])).toEqual([
      ['排名', false],
      ['藏', true],
    ])
  })
})

describe('old workbooks', () => {
  it('BIFF8 with Chinese names and texts is read', async () => {
    const file = await opened(
      '表.xls',
      oldWorkbook(
        [
          ['区县', '降尘量'],
          ['秦都区', 5.1],
        ],
        'biff8',
      ),
    )
    expect(await rowsOf(file)).toEqual([
      ['区县', '降尘量'],
      ['秦都区', '5.1'],
    ])
    expect(file.sheets[0]!.head.name).toBe('排名')
  })

  it('BIFF5, whose texts are in code page 936, is read', async () => {
    const rows = [
      ['区县', '降尘量'],
      ['秦都区', '昆明池'],
    ]
    expect(await rowsOf(await opened('表.xls', gbkWorkbook(rows)))).toEqual(rows)
  })

  it('dates of the 1904 calendar, and dates before March 1900, are read', async () => {
    const day = { t: 'n', v: 43223, z: 'yyyy-mm-dd' } as const
    const late = oldWorkbook([[day]], 'biff8', (book) => {
      book.Workbook = { WBProps: { date1904: true } }
    })
    expect(await rowsOf(await opened('x.xls', late))).toEqual([['2022-05-04']])
    const first = { t: 'n', v: 1, z: 'yyyy-mm-dd' } as const
    expect(await rowsOf(await opened('x.xls', oldWorkbook([[first]], 'biff8')))).toEqual([['1900-01-01']])
  })

  it('hidden columns are marked', async () => {
    const file = await opened(
      'x.xls',
      oldWorkbook([['a', 'b']], 'biff8', (_, sheet) => {
        sheet['!cols'] = [{}, { hidden: true, width: 10 }]
      }),
    )
    expect(file.sheets[0]!.head.hiddenColumns).toEqual([1])
  })

  it('percentages are read as they are shown, with all their digits', async () => {
    const cells = [0.85, 1, 0, 0.9964].map((v) => ({ t: 'n', v, z: '0%' }) as const)
    const book = oldWorkbook([[...cells, { t: 'n', v: 0.5, z: '0.00" %"' }]], 'biff8')
    expect(await rowsOf(await opened('x.xls', book))).toEqual([['85%', '100%', '0%', '99.64%', '0.5']])
  })

  it('an XML spreadsheet of 2003 is read', async () => {
    const xml = `<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Styles><Style ss:ID="d"><NumberFormat ss:Format="Short Date"/></Style></Styles>
<Worksheet ss:Name="降尘"><Table>
<Row><Cell ss:MergeAcross="2"><Data ss:Type="String">标题</Data></Cell></Row>
<Row ss:Index="3"><Cell><Data ss:Type="String">秦都 &amp; 渭城</Data></Cell><Cell ss:Index="3" ss:StyleID="d"><Data ss:Type="DateTime">2022-05-03T00:00:00.000</Data></Cell></Row>
<Row><Cell><Data ss:Type="Number">5.1</Data></Cell><Cell><Data ss:Type="Error">#N/A</Data></Cell></Row>
</Table></Worksheet></Workbook>`
    const file = await opened('降尘.xls', xml)
    expect(file.format).toBe('xls')
    expect(await rowsOf(file)).toEqual([['标题'], [], ['秦都 & 渭城', '', '2022-05-03'], ['5.1']])
  })

  it('an HTML page named .xls, in GBK and with merged cells, is read', async () => {
    const html =
      '<html><head><meta charset="gb2312"><style>td{mso-number-format:"\\@"}</style></head><body><table><tr><th rowspan=2>区县</th><th colspan=2>降尘量</th></tr><tr><td>9月</td><td>10月</td></tr><tr><td>秦都区</td><td>5.1</td><td>007</td></tr><tr><td>a&lt;b&amp;c<br>d</td><td></td><td>1,234.5</td></tr></table></body></html>'
    const file = await opened('导出.xls', encodeGb18030(html))
    expect([file.format, file.encoding?.encoding]).toEqual(['xls', 'gb18030'])
    expect(await rowsOf(file)).toEqual([
      ['区县', '降尘量'],
      ['区县', '9月', '10月'],
      ['秦都区', '5.1', '007'],
      ['a<b&c\nd', '', '1,234.5'],
    ])
  })

  it.each([
    ['comma', '区县,降尘量\n秦都区,5.1\n'],
    ['tab', '区县\t降尘量\n秦都区\t5.1\n'],
  ])('a text with %s that was named .xls is read', async (_, text) => {
    const file = await opened('降尘.xls', encodeGb18030(text))
    expect(file.format).toBe('csv')
    expect(await rowsOf(file)).toEqual([
      ['区县', '降尘量'],
      ['秦都区', '5.1'],
    ])
  })
})

describe('files with a password, and files that only look like workbooks', () => {
  const plain = () => oldWorkbook([['a', 1]], 'biff8')

  it.each([
    ['an .xls', 'file-encrypted', () => withPassword(plain())],
    ['an .xlsx', 'file-encrypted', () => container('EncryptionInfo', 'EncryptedPackage')],
    ['an .ods', 'file-encrypted', () => encryptedOds(readFileSync('tests/fixtures/workbooks/libreoffice.ods'))],
    ['a .doc', 'file-old-word', () => container('WordDocument', '1Table')],
    ['a bundle of field records', 'file-field-bundle', () => zipSync({ 'events.ndjson': new Uint8Array(1) })],
    [
      'a bundle with a passphrase',
      'file-field-bundle',
      () => new TextEncoder().encode('age-encryption.org/v1\n-> scrypt'),
    ],
    ['a .ppt', 'file-kind-unknown', () => container('PowerPoint Document')],
    [
      'a page of the web that holds its tables elsewhere',
      'file-kind-unknown',
      () => new TextEncoder().encode('MIME-Version: 1.0\n'),
    ],
  ])('%s: %s', async (_, code, bytes) => {
    expect(await refused('文件', bytes())).toBe(code)
  })

  it('are read if they are neither', async () => {
    expect(await refused('x.xls', plain())).toBe('xls')
  })

  it('don’t hang if the length of a text points beyond the end of the file', async () => {
    expect(await refused('坏.xls', readFileSync('tests/fixtures/workbooks/endless-text.xls'))).toBe('file-unreadable')
  })
})

describe('percentages of a newer workbook', () => {
  const cells = [0.85, 1, 0, 0.9964].map((value) => ({ value, style: { numFmt: '0%' } }))
  const row = [...cells, { value: 0.57, style: { numFmt: '0.0%' } }, { value: 0.5 }, { value: '70%' }]
  const sheet = {
    name: '表',
    rows: [row.map(({ value }) => value)],
    cells: new Map(row.map((cell, column) => [`0,${column}`, cell])),
  }
  const shown = [['85%', '100%', '0%', '99.64%', '57%', '0.5', '70%']]

  it.each([
    ['x.xlsx', async () => writeXlsx({ sheets: [sheet] })],
    ['x.ods', async () => writeOds({ sheets: [sheet] })],
  ])('are read as they are shown, with all their digits: %s', async (name, write) => {
    const bytes = (await write()) as Uint8Array<ArrayBuffer>
    expect(await rowsOf(await opened(name, bytes))).toEqual(shown)
  })
})
