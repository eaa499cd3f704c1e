import i18next from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import { isCorrected } from '@/domain/dustfall/county-month'
import { correctionText, joinNotes, noteInChinese, publishedOnText } from '@/domain/dustfall/publication'
import { loadEnglish, startI18n } from '@/i18n'
import { publicationText } from '@/store/words/publication-text'

beforeAll(async () => {
  await startI18n('zh-CN')
  await loadEnglish()
})

const PUBLISHED = publishedOnText('2022-11-05')
const CORRECTED = joinNotes(
  PUBLISHED,
  correctionText({ day: '2022-11-15', from: null, to: 6, reason: '复测，由甲更正' }),
  correctionText({ day: '2022-12-01', from: 6, to: 6.2, reason: '漏算' }),
)
/** The note as earlier versions wrote it on an English screen. */
const IN_ENGLISH = 'published 2022-11-05; 2022-11-15 corrected from 9.0 to 9.2: weighed again'

describe('the note beside a published figure', () => {
  it('is in Chinese, with day, both figures and reason', () => {
    expect(CORRECTED).toBe('2022-11-05公布；2022-11-15由—更正为6.0：复测，由甲更正；2022-12-01由6.0更正为6.2：漏算')
  })

  it.each([
    CORRECTED,
    '由9更正为9.2',
    IN_ENGLISH,
    '2022-11-15 corrected from — to 6.0: x',
    '2022-11-08公布；11-20更正：复核',
    '11月20日更正',
  ])('reports a correction: %s', (publication) => {
    expect(isCorrected({ publication })).toBe(true)
  })

  it.each([
    '',
    PUBLISHED,
    '无更正',
    '更正说明：无',
    '2022-11-08公布，无更正',
    '2022-11-08更正说明：无',
    '2022-11-08 更正：无',
    '按更正办法公布',
    'not corrected',
  ])('reports no correction: “%s”', (publication) => {
    expect(isCorrected({ publication })).toBe(false)
  })

  it('is converted to Chinese if an earlier version wrote it in English', () => {
    expect(noteInChinese(IN_ENGLISH)).toBe('2022-11-05公布；2022-11-15由9.0更正为9.2：weighed again')
    expect(noteInChinese(CORRECTED)).toBe(CORRECTED)
    const twice = 'published 2022-11-05; 2022-11-15 corrected from — to 9.2: x; 2022-12-01 corrected from 9.2 to 9: y'
    expect(noteInChinese(twice)).toBe('2022-11-05公布；2022-11-15由—更正为9.2：x；2022-12-01由9.2更正为9：y')
    expect(noteInChinese('2022-11-15 corrected from 9.0 to 9.2: x')).toBe('2022-11-15由9.0更正为9.2：x')
    expect(noteInChinese('published 2022-11-05, published 2022-11-08')).toBe('2022-11-05公布, 2022-11-08公布')
  })

  it('is shown in the language of the screen, except for the office’s own words', () => {
    expect(publicationText(i18next.getFixedT('zh-CN'), CORRECTED)).toBe(CORRECTED)
    const english = i18next.getFixedT('en')
    expect(publicationText(english, CORRECTED)).toBe(
      'published 2022-11-05; 2022-11-15 corrected from — to 6.0: 复测，由甲更正; 2022-12-01 corrected from 6.0 to 6.2: 漏算',
    )
    expect(publicationText(english, '已公示；无更正')).toBe('已公示；无更正')
    expect(publicationText(english, '2022-11-05公布，2022-11-08公布')).toBe(
      'published 2022-11-05，published 2022-11-08',
    )
    expect(publicationText(english, '2022-11-15由9.0更正为9.2：漏算')).toBe(
      '2022-11-15 corrected from 9.0 to 9.2: 漏算',
    )
  })
})
