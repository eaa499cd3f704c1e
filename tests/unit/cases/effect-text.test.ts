import i18next from 'i18next'
import { beforeAll, expect, it } from 'vitest'
import type { Parameter } from '@/domain/monitoring/parameter'
import { startI18n } from '@/i18n'
import type { CaseEffect } from '@/questions/cases/case-effect'
import { effectLines } from '@/store/words/effect-text'

beforeAll(async () => {
  await startI18n('zh-CN')
})

const mean = (value: number) => ({ mean: value, known: 12, hours: 12, wrong: 0, open: 0 })
const linesOf = (parameter: Parameter) => {
  const effect = {
    ...{ device: 'a', name: '甲工地', metres: null, within: 1000, noticed: 0, hasFirstHour: false, parameter },
    own: { before: mean(80), after: mean(60) },
    near: { before: mean(50), after: mean(50) },
    ...{ neighbours: 2, isIllustrative: false },
  } as unknown as CaseEffect
  return effectLines(i18next.getFixedT('zh-CN') as never, effect).join('\n')
}

it('gives the change of a concentration in percent, and that of a sound level in dB', () => {
  expect(linesOf('tsp')).toContain('（−25%）')
  expect(linesOf('tsp')).toContain('同比例变化应为 80，实际 60 µg/m³，相差 −25%')
  expect(linesOf('noise')).toContain('（−20.0 dB）')
  expect(linesOf('noise')).toContain('（0.0 dB）')
  expect(linesOf('noise')).not.toMatch(/%|比例/)
})
