import { describe, expect, it } from 'vitest'
import { lineSpacing } from '@/io/papers/line-spacing'
import { sheetPaper } from '@/io/papers/sheet-paper'
import { typeset } from '@/io/papers/typeset'

/** A sheet with this many lines of text before its signature. */
const sheetOf = (lines: number) =>
  typeset(
    sheetPaper(
      {
        name: '',
        title: '建筑工地问题督办单',
        subtitle: '咸阳市',
        to: '市住房和城乡建设局：',
        intro: Array.from({ length: lines }, () => '请按期督促整改并书面回复。').join('\n'),
        headings: [],
        widths: [],
        rows: [],
        picture: null,
        blanks: ['联系人：'],
        notes: [],
      },
      { office: '咸阳市生态环境局', author: '', year: '2022', isNumbered: true },
    ),
  )

describe('the line spacing of a paper', () => {
  it('is that of the standard while text and signature fit on a page', () => {
    expect(sheetOf(1).spacing).toBe(28)
    expect(sheetOf(6).spacing).toBe(28)
  })

  it('is closer where the signature would be the first thing on the next page', () => {
    const spacings = Array.from({ length: 12 }, (_, i) => sheetOf(6 + i).spacing)
    const closer = spacings.filter((each) => each < 28)
    expect(closer.length).toBeGreaterThanOrEqual(3)
    expect(Math.min(...closer)).toBeGreaterThanOrEqual(22)
    // Longer texts are set closer and closer.
    expect(closer).toEqual([...closer].sort((a, b) => b - a))
  })

  it('is closer where a report’s first table would run a few rows over the first page, and only there', () => {
    const table = {
      title: '',
      headings: ['排名', '区县'],
      formats: ['whole', 'text'] as const,
      rows: Array.from({ length: 14 }, (_, i) => [i + 1, '县']),
      over: [],
    }
    const reportOf = (lines: number, fits: { readonly fitsFirstTable?: true } = { fitsFirstTable: true }) => {
      const paragraph = (text: string) => ({ type: 'paragraph', text }) as const
      const text = Array.from({ length: lines }, () => paragraph('全市降尘量均值为5.5吨。'))
      const rest = Array.from({ length: 40 }, () => paragraph('各区县问题。'))
      const blocks = [{ type: 'title', text: '月报' } as const, ...text, { type: 'table', table } as const, ...rest]
      const official = { head: '', number: '', to: '', signature: '', date: '', copyTo: '', issuedBy: '', issuedOn: '' }
      return typeset({ title: '', author: '', lines: official, blocks, ...fits }).spacing
    }
    const spacings = Array.from({ length: 12 }, (_, i) => reportOf(5 + i))
    expect([spacings[0], spacings.at(-1)]).toEqual([28, 28])
    const closer = spacings.filter((each) => each < 28)
    expect(closer.length).toBeGreaterThanOrEqual(2)
    expect(Math.min(...closer)).toBeGreaterThanOrEqual(22)
    expect(Array.from({ length: 12 }, (_, i) => reportOf(5 + i, {}))).toEqual(Array.from({ length: 12 }, () => 28))
  })

  it('is that of the standard where the text needs two pages anyway, or has photos', () => {
    expect(sheetOf(40).spacing).toBe(28)
    const paper = [12, 13, 14].map(sheetOf).find(({ spacing }) => spacing < 28)!
    expect(lineSpacing({ ...paper, text: [...paper.text, { type: 'photos', perRow: 2, photos: [] }] })).toBe(28)
  })
})
