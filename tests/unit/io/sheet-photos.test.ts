import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { handoverWorkbook } from '@/io/papers/handover'
import type { HandoverTable } from '@/io/papers/handover-table'
import { officialDocument } from '@/io/papers/official-document'
import { sheetPaper } from '@/io/papers/sheet-paper'

const JPEG = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 0xff, 0xd9])
const table: HandoverTable = {
  name: '巡查日报',
  title: '扬尘巡查日报',
  subtitle: '咸阳市',
  to: '',
  intro: '',
  headings: ['时间', '检查对象'],
  widths: [20, 80],
  rows: [
    ['08:00', '甲工地'],
    ['09:00', '乙工地'],
  ],
  picture: null,
  more: [
    {
      field: 'coverage',
      title: '巡查覆盖情况',
      headings: ['周', '次'],
      formats: ['text', 'whole'],
      rows: [['2022-10-31', 2]],
      over: [false],
    },
  ],
  photos: [
    {
      title: '现场照片',
      photos: [
        {
          list: 'own',
          row: 1,
          name: '2. 乙工地',
          lines: ['围挡（不符合）', '共 3 张，附 2 张'],
          picture: { bytes: JPEG, format: 'jpg', width: 620, height: 465 },
        },
        { list: 'own', row: 1, name: '2. 乙工地', lines: ['这张照片未能读出'], picture: null },
      ],
    },
  ],
  blanks: [],
  notes: [],
}

const partsOf = async (file: Blob) => unzipSync(new Uint8Array(await file.arrayBuffer()))
const isJpeg = (bytes: Uint8Array) => bytes.length === JPEG.length && bytes.every((byte, i) => byte === JPEG[i])
const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)

describe('a report with photos', () => {
  it('has them in Word with captions, after the tables', async () => {
    const form = { office: '', author: '', year: '2022', isNumbered: false }
    const parts = await partsOf(await officialDocument([sheetPaper(table, form)]))
    const media = Object.entries(parts).filter(([name]) => name.startsWith('word/media/'))
    expect(media.map(([name, bytes]) => [name.endsWith('.jpg'), isJpeg(bytes)])).toEqual([[true, true]])
    const document = text(parts['word/document.xml'])
    const order = ['乙工地', '巡查覆盖情况', '现场照片', '<pic:pic', '2. 乙工地', '共 3 张', '未能读出'].map((each) =>
      document.indexOf(each),
    )
    expect(order).toEqual([...order].sort((a, b) => a - b))
    expect(order.every((at) => at > 0)).toBe(true)
  })

  it('has them in Excel beside their rows, and further tables on their own sheets', async () => {
    const parts = await partsOf(await handoverWorkbook([table]))
    // Each page has its number, and what its sheet is.
    expect(text(parts['xl/worksheets/sheet1.xml'])).toContain('<oddFooter>&amp;L&amp;A&amp;C— &amp;P —</oddFooter>')
    expect(Object.entries(parts).filter(([name, bytes]) => name.startsWith('xl/media/') && isJpeg(bytes))).toHaveLength(
      1,
    )
    const drawing = text(Object.entries(parts).find(([name]) => /drawings\/drawing\d+\.xml$/.test(name))?.[1])
    // Five rows (title, subtitle, addressee, intro, headings) come first: the second row is the seventh, filled by its
    // photo.
    expect(drawing).toMatch(
      /<xdr:col>2<\/xdr:col>.*<xdr:row>6<\/xdr:row>.*<xdr:col>3<\/xdr:col>.*<xdr:row>7<\/xdr:row>/s,
    )
    // One page wide, with the headings repeated on each page.
    expect(text(parts['xl/worksheets/sheet1.xml'])).toMatch(/fitToHeight="0"/)
    expect(text(parts['xl/workbook.xml'])).toContain('$5:$5')
    expect(text(parts['xl/workbook.xml'])).toContain('巡查覆盖情况')
  })

  it('has rows high enough for their text, also beside a photo, and never above Excel’s maximum', async () => {
    const lines = (count: number) => Array.from({ length: count }, (_, i) => `第${i}行`).join('\n')
    const long = {
      ...table,
      rows: [
        ['08:00', lines(60)],
        ['09:00', lines(12)],
      ],
    }
    const sheet = text((await partsOf(await handoverWorkbook([long])))['xl/worksheets/sheet1.xml'])
    const height = (row: number) => sheet.match(new RegExp(`<row r="${row}"[^>]* ht="([\\d.]+)"`))?.[1]
    expect([6, 7].map(height)).toEqual(['409', '196'])
  })
})

describe('a sheet that begins with a letter', () => {
  const summary = {
    title: '',
    headings: ['条款'],
    widths: [10],
    formats: ['text'],
    rows: [['第23条']],
    over: [],
  } as const
  const lettered: HandoverTable = {
    ...table,
    subtitle: '咸阳市　截至2022-10-31',
    letter: { intro: '截至 2022-10-31，请办理。', summary, annex: '问题清单' },
  }

  it('has city and day in its workbook, and in Word once, in the letter', async () => {
    const form = { office: '', author: '', year: '2022', isNumbered: false }
    const inWord = sheetPaper(lettered, form).blocks.flatMap((block) => ('text' in block ? [block.text] : []))
    expect(inWord.filter((each) => each.includes('10月31日'))).toEqual(['截至 2022年10月31日，请办理。'])
    const parts = await partsOf(await handoverWorkbook([lettered]))
    expect(text(parts['xl/sharedStrings.xml'])).toContain('咸阳市　截至2022-10-31')
  })
})

it('the rows of a workbook are as high as their lines, also with fonts used where 宋体 is missing', async () => {
  const answer = ['□已落实　□落实中', '□未落实　□联系不上', '时间：', '答复人：', '通知人：'].join('\n')
  const made = await handoverWorkbook([{ ...table, rows: [['1', answer]], photos: [], more: [] }])
  const sheet = new TextDecoder().decode(
    unzipSync(new Uint8Array(await made.arrayBuffer()))['xl/worksheets/sheet1.xml'],
  )
  const heights = [...sheet.matchAll(/<row r="\d+" ht="([\d.]+)"/g)].map(([, height]) => Number(height))
  // 11 points at 1.45 lines each.
  expect(Math.max(...heights)).toBeGreaterThan(5 * 11 * 1.45)
})
