import { describe, expect, it } from 'vitest'
import { officialOf } from '@/domain/bulletin/official'
import {
  type KeptOfficials,
  keepOfficialFields,
  OFFICIAL_KINDS,
  officialFieldsOf,
  officialLinesOf,
} from '@/domain/bulletin/official-kinds'

const MONTH = '2022-10'
const EMPTY = officialOf(undefined, MONTH)
const KEPT: KeptOfficials = {
  office: '市局',
  to: '各区县',
  months: {
    '2022-09': { number: '咸环函〔2022〕9号' },
    [MONTH]: { number: '咸环函〔2022〕10号', signedOn: '2022-11-05' },
  },
  papers: { minutes: { copyTo: '市政府', months: { '2022-09': { number: '咸环纪要〔2022〕3号' } } } },
}

describe('the official fields of a month’s documents', () => {
  it('exist for three types of document', () => {
    expect(OFFICIAL_KINDS).toEqual(['bulletin', 'monthly', 'minutes'])
  })

  it('are stored at the top for the bulletin and under their own name for the minutes', () => {
    expect(officialFieldsOf(KEPT, 'bulletin', MONTH)).toEqual({
      ...EMPTY,
      office: '市局',
      to: '各区县',
      number: '咸环函〔2022〕10号',
      signedOn: '2022-11-05',
    })
    expect(officialFieldsOf(KEPT, 'minutes', '2022-09')).toEqual({
      ...EMPTY,
      copyTo: '市政府',
      number: '咸环纪要〔2022〕3号',
    })
  })

  it('take only the office from the bulletin for a monthly report that has none of its own', () => {
    expect(officialFieldsOf(KEPT, 'monthly', MONTH)).toEqual({ ...EMPTY, office: '市局' })
    const own = { ...KEPT, papers: { monthly: { to: '局领导' } } }
    expect(officialFieldsOf(own, 'monthly', MONTH)).toEqual({ ...EMPTY, to: '局领导' })
  })

  it('are empty for minutes without stored fields, because minutes are not signed', () => {
    expect(officialFieldsOf({ office: '市局' }, 'minutes', MONTH)).toEqual(EMPTY)
  })

  it.each(OFFICIAL_KINDS)('are empty if the package stores none: %s', (kind) => {
    expect(officialFieldsOf(undefined, kind, MONTH)).toEqual(EMPTY)
  })
})

describe('saving the fields of a document', () => {
  const written = { ...EMPTY, office: '大气科', number: '报〔2022〕10号' }
  const own = (kept: KeptOfficials, kind: (typeof OFFICIAL_KINDS)[number]) => officialFieldsOf(kept, kind, MONTH)

  it('keeps those of other documents and months', () => {
    const bulletin = keepOfficialFields(KEPT, 'bulletin', MONTH, written)
    expect(own(bulletin, 'bulletin')).toEqual(written)
    expect(bulletin.papers).toEqual(KEPT.papers)
    expect(bulletin.months?.['2022-09']).toEqual(KEPT.months?.['2022-09'])

    const monthly = keepOfficialFields(KEPT, 'monthly', MONTH, written)
    expect(own(monthly, 'monthly')).toEqual(written)
    expect(own(monthly, 'bulletin')).toEqual(own(KEPT, 'bulletin'))
    expect(monthly.papers?.minutes).toEqual(KEPT.papers?.minutes)

    const minutes = keepOfficialFields(monthly, 'minutes', MONTH, { ...written, office: '办公室' })
    expect(own(minutes, 'minutes').office).toBe('办公室')
    expect(own(minutes, 'monthly')).toEqual(written)
    expect(officialFieldsOf(minutes, 'minutes', '2022-09').number).toBe('咸环纪要〔2022〕3号')
  })

  it('can remove the signature of a monthly report', () => {
    expect(own(keepOfficialFields(KEPT, 'monthly', MONTH, EMPTY), 'monthly').office).toBe('')
  })

  it.each(OFFICIAL_KINDS)('works if nothing was stored before: %s', (kind) => {
    const kept = keepOfficialFields(undefined, kind, MONTH, written)
    expect(own(kept, kind)).toEqual(written)
    expect('papers' in kept).toBe(kind !== 'bulletin')
  })
})

describe('the lines around the paper of a month', () => {
  it('have a blank number in the form of an earlier document of the same type', () => {
    expect(officialLinesOf(KEPT, 'bulletin', MONTH, '2022').number).toBe('咸环函〔2022〕10号')
    expect(officialLinesOf(KEPT, 'bulletin', '2022-12', '2023').number).toBe('咸环函〔2023〕\u3000\u3000号')
    expect(officialLinesOf(KEPT, 'minutes', MONTH, '2022').number).toBe('咸环纪要〔2022〕\u3000\u3000号')
    expect(officialLinesOf(undefined, 'minutes', MONTH, '2022').number).toBe('〔2022〕\u3000\u3000号')
  })

  it('have a number on a monthly report only if one is given', () => {
    expect(officialLinesOf(KEPT, 'monthly', MONTH, '2022')).toMatchObject({
      number: '',
      signature: '市局',
      date: '2022年\u3000\u3000月\u3000\u3000日',
    })
    const given = keepOfficialFields(KEPT, 'monthly', MONTH, { ...EMPTY, number: '报〔2022〕10号' })
    expect(officialLinesOf(given, 'monthly', MONTH, '2022')).toMatchObject({ number: '报〔2022〕10号', signature: '' })
    expect(officialLinesOf(given, 'monthly', '2022-11', '2022').number).toBe('')
  })
})
