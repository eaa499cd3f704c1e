import i18next from 'i18next'
import { beforeAll, expect, it } from 'vitest'
import type { Limit } from '@/domain/monitoring/settings'
import { sceneProvenance } from '@/features/meeting/dustfall-classes'
import { startI18n } from '@/i18n'
import { classTextOfConverted } from '@/store/words/class-text'
import { limitConversion } from '@/store/words/limit-note'

beforeAll(() => startI18n('zh-CN'))
const t = () => i18next.getFixedT('zh-CN') as never

const of = (role: string, title: string, dataClass: 'real' | 'derived' | 'illustrative') =>
  ({ role, title, dataClass, path: '', source: '', licence: '' }) as never
const DATASET = {
  kinds: [],
  provenance: [
    of('dustfall-published', '2021年10月降尘量', 'real'),
    of('dustfall-published', '2020年10月降尘量（由同比反算）', 'derived'),
    of('cases', '异常处置时限', 'derived'),
    of('county-outlines', '区县轮廓', 'derived'),
  ],
}

it('what a scene shows that was converted is named beside its class', () => {
  const said = (scene: 'ranking' | 'cases') =>
    classTextOfConverted(t(), (text) => text, sceneProvenance(DATASET, scene))
  expect(said('ranking')).toBe('真实、换算（2020年10月降尘量（由同比反算））')
  expect(said('cases')).toBe('换算（异常处置时限）')
  const many = Array.from({ length: 5 }, (_, i) => of('dustfall-samples', `表${i}`, 'derived'))
  expect(classTextOfConverted(t(), (text) => text, many)).toBe('换算（表0、表1、表2等 5 项）')
})

it('a limit in another unit than the screen’s is converted by a formula that is said', () => {
  const limit = { parameter: 'tsp', value: 0.7, unit: 'mg/m³' } as Limit
  expect(limitConversion(t(), limit)).toEqual([
    { text: '出处的限值为 0.7 mg/m³，换算：1 mg/m³ = 1000 µg/m³，0.7 × 1000 = 700。' },
  ])
  expect(limitConversion(t(), { ...limit, value: 700, unit: 'µg/m³' })).toEqual([])
})
