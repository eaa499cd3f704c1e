import i18next from 'i18next'
import { beforeAll, expect, it } from 'vitest'
import { countText as paperCount } from '@/domain/count-text'
import type { CalledWarning } from '@/features/meeting/use-warning'
import { calledNotes, calledTable, warningOfStep, warningsParagraph } from '@/features/meeting/warning-facts'
import { startI18n } from '@/i18n'
import { countText } from '@/i18n/counted'
import { printedRows, printedTotal } from '@/io/papers/papers'
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

const COUNTS = { asked: 1008, done: 2, doing: 0, refused: 1, unreached: 0, none: 1005, unmet: 0, failed: 0 }
const OVER = {
  ...{ called: { name: '甲工地' }, standing: 'none', device: 'YC-1', parameter: 'tsp', hours: 3, isDoubted: false },
  ...{ from: 27_785_160, until: 27_785_340, value: 900, compared: 900, allowedUpTo: 800, isIllustrative: false },
  limit: { confirmed: true, source: { zh: '', en: '' } },
}
const MANY = {
  ...{ day: '2022-10-31', later: 0, others: [], over: { found: [], untold: [OVER], isPartly: false } },
  warning: { name: '橙色预警', level: 'orange', from: 27_780_000, until: null, counties: [] },
  tally: { all: COUNTS, counties: new Map([['1', COUNTS]]), measures: [], kinds: [] },
} as unknown as CalledWarning

it('writes a thousand in one form: on screen, in tables, on slides and in sentences', () => {
  const t = i18next.getFixedT('zh-CN')
  const table = calledTable(t, MANY, ['1'], () => '甲县', [])
  expect(printedRows(table)[0]!.slice(0, 3)).toEqual(['甲县', '1,008', '2'])
  expect(printedTotal(table)!.slice(0, 2)).toEqual(['合计', '1,008'])
  for (const count of [0, 999, 1008, 1_234_567]) expect(paperCount(count)).toBe(countText(count))
})

it('writes days in a month’s text without hyphens, at which a line would break', () => {
  const text = warningsParagraph(
    i18next.getFixedT('zh-CN'),
    { provenance: [], warningMeasures: [] } as unknown as Dataset,
    MANY,
  )
  expect(text).toMatch(/2022年10月\d+日\d\d:00/)
  expect(text).not.toMatch(/\d{4}-\d\d/)
  expect(text).toContain('应响应1,008处')
})
