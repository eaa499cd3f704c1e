import { beforeAll, expect, it } from 'vitest'
import { shortRequirement } from '@/domain/rules/requirement'
import { type Dataset, datasetOf } from '@/questions/dataset'
import { openFromDisk } from '../../package-from-disk'

let dataset: Dataset
beforeAll(async () => {
  dataset = datasetOf((await openFromDisk('')).value!)
})
const short = (id: string, items: readonly string[], language = 'zh-CN') =>
  shortRequirement(
    dataset,
    dataset.rules.findIndex((rule) => rule.id === id),
    items,
    language,
  )

it('is the failed items if no other rule of the kind has them, else with the rule that they belong to', () => {
  expect(short('23-six', ['enclosed', 'covered'])).toBe('围挡、物料覆盖')
  expect(short('24-stopped', ['enclosed'])).toBe('停工超过1个月的清运、围挡、遮盖：围挡')
  expect(short('24-unfinished', ['enclosed'])).toBe('未完全拆除的清运、围挡、遮盖：围挡')
  expect(short('24-stopped', ['enclosed'], 'en')).toMatch(/^Stopped over a month: cleared, fenced, covered: /)
  expect(short('24-bare', [])).toBe('拆后裸地覆盖')
})
