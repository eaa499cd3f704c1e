import { describe, expect, it } from 'vitest'
import { glossedIn, listIn, wordIn } from '@/domain/glossary'

describe('a term in the data', () => {
  const glossary = new Map([
    ['市财政局', 'Bureau of Finance'],
    ['市公安局', 'Bureau of Public Security'],
    ['水泥、熟料', 'Cement and clinker'],
    ['暂无', ''],
  ])

  it('is shown as it is in Chinese, and in English if it has no translation', () => {
    expect(wordIn(glossary, '市财政局', 'zh-CN')).toBe('市财政局')
    expect(wordIn(glossary, '市财政局、市公安局', 'zh-CN')).toBe('市财政局、市公安局')
    expect(wordIn(glossary, '县财政局', 'en')).toBe('县财政局')
    expect(wordIn(glossary, 'constructor', 'en')).toBe('constructor')
    expect(wordIn(glossary, '', 'en')).toBe('')
  })

  it('is translated part by part in a list, unless the whole list is a word itself', () => {
    expect(wordIn(glossary, '市财政局、县财政局、市公安局', 'en')).toBe(
      'Bureau of Finance, 县财政局, Bureau of Public Security',
    )
    expect(wordIn(glossary, '水泥、熟料', 'en')).toBe('Cement and clinker')
  })

  it('can be translated as an empty text', () => expect(wordIn(glossary, '暂无', 'en')).toBe(''))

  it('is followed by the original on paper', () => {
    expect(glossedIn(glossary, '市财政局', 'en')).toBe('Bureau of Finance (市财政局)')
    expect(glossedIn(glossary, '市财政局', 'zh-CN')).toBe('市财政局')
    expect(glossedIn(glossary, 'Bureau', 'en')).toBe('Bureau')
  })

  it('is separated from others as its language separates a list', () => {
    expect(listIn(['甲', '乙'], 'zh-CN')).toBe('甲、乙')
    expect(listIn(['a', 'b'], 'en')).toBe('a, b')
  })
})
