import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { wrapLines } from '@/map/picture/pen'
import { wrapText } from '@/map/picture/wrap-lines'

/** The width of a text: 1 per Chinese character, 0.5 for others. */
const widthOf = (text: string) => [...text].reduce((sum, letter) => sum + (letter >= '\u2000' ? 1 : 0.5), 0)
const wrapped = (text: string, width: number) => wrapText(text, width, widthOf)

describe('wrapping a text into lines', () => {
  it('breaks Chinese anywhere, and leaves fitting texts unchanged', () => {
    expect(wrapped('数据来源', 4)).toEqual(['数据来源'])
    expect(wrapped('数据来源市生态环境局', 4)).toEqual(['数据来源', '市生态环', '境局'])
    expect(wrapped('', 4)).toEqual([''])
  })

  it('begins no line with a closing mark, and ends none with an opening one', () => {
    expect(wrapped('降尘监测。数据', 4)).toEqual(['降尘监', '测。数据'])
    expect(wrapped('降尘监测”。数据', 4)).toEqual(['降尘监', '测”。数', '据'])
    expect(wrapped('监测点（东区）', 4)).toEqual(['监测点', '（东区）'])
    expect(wrapped('全市均值……数据', 4)).toEqual(['全市均', '值……数', '据'])
  })

  it('never splits a surrogate pair, nor a character from its combining marks', () => {
    expect(wrapped('𠮷𠮷𠮷𠮷𠮷', 2)).toEqual(['𠮷𠮷', '𠮷𠮷', '𠮷'])
    expect(wrapped('水𠮷𠮷。', 3)).toEqual(['水𠮷', '𠮷。'])
    expect(wrapped('葛\u{E0100}葛\u{E0100}', 2)).toEqual(['葛\u{E0100}', '葛\u{E0100}'])
  })

  it('keeps words and numbers whole, without the space at the end of a line', () => {
    expect(wrapped('底图 OpenStreetMap contributors', 8)).toEqual(['底图', 'OpenStreetMap', 'contributors'])
    expect(wrapped('全市均值5.5，比上月上升7.8%', 6)).toEqual(['全市均值', '5.5，比上月', '上升7.8%'])
    expect(wrapped('来源　甲局　乙局', 5)).toEqual(['来源　甲局', '乙局'])
  })

  it('breaks a word that is wider than a line', () => {
    expect(wrapped('https://tiles.example/a', 4)).toEqual(['https://', 'tiles.ex', 'ample/a'])
  })

  it('loses only spaces, and exceeds the width only for a character with its punctuation', () => {
    const letters = fc.constantFrom('县', '区', '，', '。', '（', '）', '“', '”', 'a', '1', '.', ' ', '𠮷', '%', '—')
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 60 }), fc.integer({ min: 2, max: 12 }), (all, width) => {
        const text = all.join('')
        const lines = wrapped(text, width)
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
        for (const line of lines) expect(widthOf(line.trimEnd())).toBeLessThanOrEqual(width)
      }),
    )
  })
})

describe('lines of a picture', () => {
  afterEach(() => void vi.unstubAllGlobals())

  it('are wrapped in the size in which they are drawn', () => {
    /** Each letter is as wide as high. */
    class Canvas {
      private font = ''
      getContext = () => this
      measureText = (text: string) => ({ width: text.length * Number.parseFloat(this.font) })
    }
    vi.stubGlobal('OffscreenCanvas', Canvas)
    expect(wrapLines(['数据来源市生态环境局'], 60, 12)).toEqual(['数据来源市', '生态环境局'])
    expect(wrapLines(['数据来源市生态环境局'], 60, 14)).toEqual(['数据来源', '市生态环', '境局'])
  })
})
