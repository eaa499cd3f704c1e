import { expect, it } from 'vitest'
import type { Limit } from '@/domain/monitoring/settings'
import { whyNoLimit } from '@/features/monitoring/no-limit'

const limit: Limit = {
  ...{ parameter: 'tsp', averaging: 60, stage: '土方', value: 0.8, unit: 'mg/m³', confirmed: false },
  source: { zh: '来源', en: 'source' },
}
const at = (stage: string | null) => ({ kind: 'site', code: 'A', listed: null, stage })

it('returns why a device has no limit', () => {
  expect(whyNoLimit([limit], 'pm10', at('土方'))).toBe('none')
  expect(whyNoLimit([{ ...limit, averaging: 1440 }], 'tsp', null)).toBe('none')
  expect(whyNoLimit([limit], 'tsp', null)).toBe('untied')
  // A monitor on a list, at no known source.
  expect(whyNoLimit([limit], 'tsp', { ...at(null), listed: { kind: 'site', code: 'A', name: '' } })).toBe('untied')
  expect(whyNoLimit([limit], 'tsp', { ...at(null), listed: { kind: 'monitor', code: 'M', name: '' } })).toBe('noStage')
  expect(whyNoLimit([limit], 'tsp', at(null))).toBe('noStage')
  expect(whyNoLimit([limit], 'tsp', at('竣工'))).toBe('otherStage')
})
