import { expect, it } from 'vitest'
import { countyOf, countyText } from '@/store/words/county'
import { squareCity } from '../../fixtures/square-city'

const t = ((key: string) => key) as never
const county = (code: string, name: string, nameEn: string) => ({ code, name, nameEn, aliases: [], ranked: true })
const dataset = {
  counties: [county('610402', '秦都区', 'Qindu'), county('610404', '渭城区', 'Weicheng')],
  outlines: {
    type: 'FeatureCollection',
    features: [
      { type: 'Feature', id: '610402', properties: {}, geometry: squareCity([108.7, 34.3], 0.05) },
      { type: 'Feature', id: '610404', properties: {}, geometry: squareCity([108.8, 34.3], 0.05) },
    ],
  },
} as never

it('the county of a place is the one that contains it, in the page’s language', () => {
  expect(countyText(t, dataset, [108.71, 34.31], 'zh-CN')).toBe('秦都区')
  expect(countyText(t, dataset, [108.81, 34.31], 'en')).toBe('Weicheng')
})

it('a place outside all counties is outside the city; without outlines there is no text', () => {
  expect(countyText(t, dataset, [110, 34.3], 'zh-CN')).toBe('where.outside')
  const none = { counties: [], outlines: { type: 'FeatureCollection', features: [] } } as never
  expect(countyText(t, none, [108.7, 34.3], 'zh-CN')).toBe('')
})

it('a source has the county of the data, and an unlisted one that of its position', () => {
  const at = [108.81, 34.31] as const
  expect(countyOf(t, dataset, { county: '610402' }, at, 'zh-CN')).toBe('秦都区')
  expect(countyOf(t, dataset, { county: '' }, at, 'zh-CN')).toBe('')
  expect(countyOf(t, dataset, null, at, 'zh-CN')).toBe('渭城区')
  expect(countyOf(t, dataset, null, null, 'zh-CN')).toBe('')
})
