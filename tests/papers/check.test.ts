import { beforeAll, describe, expect, it } from 'vitest'
import { officialDocument } from '@/io/papers/official-document'
import { checkPaper } from '@/store/words/check-paper'
import { makeCheck } from './check-made'
import { type Page, pagesOf } from './pages'

const COUNTS = [0, 3, 30]

describe('现场检查记录 as pages', () => {
  let pages: ReadonlyMap<string, readonly Page[]>
  beforeAll(async () => {
    const signed = { refused: { unsigned: { why: 'refused', person: '', reason: '有异议', witnesses: ['张三'] } } }
    const written = [
      ...COUNTS.map((count) => [`${count}.docx`, count, { name: '李工' }] as const),
      ['refused.docx', 2, signed.refused] as const,
    ].map(async ([name, count, signature]) => {
      const { t, text, pictures } = await makeCheck(count, signature)
      return [name, await officialDocument([checkPaper(t, text, pictures)])] as const
    })
    pages = await pagesOf(new Map(await Promise.all(written)))
  }, 180_000)
  const of = (name: string) => pages.get(name)!.map(({ text }) => text.replace(/\s/g, ''))

  it('has no blank page, and only as many pages as its photos need', () => {
    for (const [name, each] of pages) for (const { ink } of each) expect(ink, name).toBeGreaterThan(0.002)
    expect(of('0.docx')).toHaveLength(2)
    expect(of('3.docx')).toHaveLength(3)
    // Four photos in a row, and more than three rows on a page.
    expect(of('30.docx').length).toBeLessThanOrEqual(5)
  })

  it('has the photos on pages of their own under their heading', () => {
    const at = of('30.docx').findIndex((text) => text.startsWith('附件现场照片'))
    expect(at).toBe(2)
    for (const { ink } of pages.get('30.docx')!.slice(at, -1)) expect(ink).toBeGreaterThan(0.2)
    expect(of('0.docx').join('')).not.toContain('附件')
  })

  it('never separates a photo from its caption', () => {
    for (const text of of('30.docx').slice(2)) {
      const said = (what: RegExp) => text.match(what)?.length ?? 0
      expect(said(/校验\d{3}f+/g)).toBeGreaterThan(0)
      expect(said(/校验\d{3}f+/g)).toBe(said(/2022-10-3114:20/g))
      expect(said(/108\.42243，34\.48996/g)).toBe(said(/2022-10-3114:20/g))
    }
    const hashes = new Set(
      of('30.docx')
        .join('')
        .match(/(?<=校验)\d{3}f/g),
    )
    expect(hashes.size).toBe(30)
  })

  it('names who signed, or why nobody did and who witnessed it, before the inspector’s signature', () => {
    expect(of('3.docx').join('')).toMatch(/受检方签字：李工2022-10-3114:25.*检查人签字：/)
    expect(of('refused.docx').join('')).toMatch(
      /受检方签字：当事人拒绝签字：有异议（2022-10-3114:25）见证人：张三见证人签字：检查人签字：/,
    )
  })
})
