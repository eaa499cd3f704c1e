import { expect, it } from 'vitest'
import { beginsOfLimit } from '@/domain/plan/limit-of-plan'

const begins = (words: string, issued: string) =>
  beginsOfLimit(words, 2023, issued).map(({ month, why }) => `${month} ${why}`)

it('a limit may apply from January, from the month in its words, or from the month of issue', () => {
  expect(begins('平均降尘量不高于6吨/月·平方公里', '2023-04-06')).toEqual(['2023-01 year', '2023-04 issue'])
  expect(begins('自６月起，平均降尘量不高于6吨', '2023-04-06')).toEqual([
    '2023-01 year',
    '2023-04 issue',
    '2023-06 words',
  ])
  // Each month appears once, with the stronger reason.
  expect(begins('从4月1日起不高于6吨', '2023-04-06')).toEqual(['2023-01 year', '2023-04 words'])
  expect(begins('不高于6吨', '2022-12-20')).toEqual(['2023-01 year'])
  expect(begins('13月起不高于6吨', '')).toEqual(['2023-01 year'])
})
