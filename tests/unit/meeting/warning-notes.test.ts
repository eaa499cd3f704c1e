import i18next from 'i18next'
import { beforeAll, expect, it } from 'vitest'
import type { CalledWarning } from '@/features/meeting/use-warning'
import { calledNotes, warningOfStep } from '@/features/meeting/warning-facts'
import { startI18n } from '@/i18n'
import type { Dataset } from '@/questions/dataset'

beforeAll(async () => {
  await startI18n('zh-CN')
})

it('says which counties of a warning’s area have nobody to respond, and nothing for the whole city', () => {
  const counties = [
    { code: '1', name: '甲县', nameEn: 'Jia' },
    { code: '2', name: '高新区', nameEn: 'High-tech Zone' },
  ]
  const dataset = { counties, provenance: [], warningMeasures: [] } as unknown as Dataset
  const called = (area: readonly string[]) =>
    ({
      ...{ day: '2022-10-31', later: 0, others: [], over: { found: [], untold: [], isPartly: false } },
      warning: { counties: area },
      tally: { counties: new Map([['1', {}]]), measures: [], kinds: [] },
    }) as unknown as CalledWarning
  const notes = (area: readonly string[]) =>
    calledNotes(i18next.getFixedT('zh-CN'), dataset, called(area), 'zh-CN').join('')
  expect(notes(['1', '2'])).toContain('预警区域内的高新区没有应响应的污染源。')
  expect(notes(['1'])).not.toContain('没有应响应')
  expect(notes([])).not.toContain('没有应响应')
})

it('shows the warnings of a month one by one, the oldest first, and the last one where there are no steps', () => {
  const of = (name: string) => ({ warning: { name }, later: 0 })
  const called = { ...of('三'), day: '2022-10-31', others: [of('二'), of('一')] } as unknown as CalledWarning
  const shown = (['warning 1', 'warning 2', 'warning 3', 'all'] as const).map((step) => {
    const each = warningOfStep(called, step) as CalledWarning
    return [each.warning.name, ...each.others.map(({ warning }) => warning.name)]
  })
  expect(shown).toEqual([
    ['一', '三', '二'],
    ['二', '三', '一'],
    ['三', '二', '一'],
    ['三', '二', '一'],
  ])
  expect(warningOfStep('none', 'warning 1')).toBe('none')
})
