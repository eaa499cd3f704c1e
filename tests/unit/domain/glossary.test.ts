import { describe, expect, it } from 'vitest'
import { joinList, translateText, translateWithOriginal } from '@/domain/glossary'

describe('a term in the data', () => {
  const glossary = new Map([
    ['市财政局', 'Bureau of Finance'],
    ['市公安局', 'Bureau of Public Security'],
    ['水泥、熟料', 'Cement and clinker'],
    ['暂无', ''],
  ])

  it('is shown as it is in Chinese, and in English if it has no translation', () => {
    expect(translateText(glossary, '市财政局', 'zh-CN')).toBe('市财政局')
    expect(translateText(glossary, '市财政局、市公安局', 'zh-CN')).toBe('市财政局、市公安局')
    expect(translateText(glossary, '县财政局', 'en')).toBe('县财政局')
    expect(translateText(glossary, 'constructor', 'en')).toBe('constructor')
    expect(translateText(glossary, '', 'en')).toBe('')
  })

  it('is translated part by part in a list, unless the whole list is a word itself', () => {
    expect(translateText(glossary, '市财政局、县财政局、市公安局', 'en')).toBe(
      'Bureau of Finance, 县财政局, Bureau of Public Security',
    )
    expect(translateText(glossary, '水泥、熟料', 'en')).toBe('Cement and clinker')
  })

  it('can be translated as an empty text', () => expect(translateText(glossary, '暂无', 'en')).toBe(''))

  it('is followed by the original on paper', () => {
    expect(translateWithOriginal(glossary, '市财政局', 'en')).toBe('Bureau of Finance (市财政局)')
    expect(translateWithOriginal(glossary, '市财政局', 'zh-CN')).toBe('市财政局')
    expect(translateWithOriginal(glossary, 'Bureau', 'en')).toBe('Bureau')
  })

  it('is separated from others as its language separates a list', () => {
    expect(joinList(['甲', '乙'], 'zh-CN')).toBe('甲、乙')
    expect(joinList(['a', 'b'], 'en')).toBe('a, b')
  })
})
