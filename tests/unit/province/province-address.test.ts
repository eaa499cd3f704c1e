import { expect, it } from 'vitest'
import {
  cityAddress,
  cityPath,
  isProvinceScreen,
  provinceAddress,
  provinceFolder,
  provinceUrl,
} from '@/store/province/province-address'
import { decodeProvince, encodeProvince, FIRST_PROVINCE_VIEW } from '@/store/province/province-view'

it('recognises the folder of a province in any notation', () => {
  for (const written of ['data/a', 'data/a/', 'data/a/province.json'])
    expect(provinceFolder(`?province=${written}`)).toBe('data/a')
  expect(provinceFolder('?data=data/a')).toBeNull()
  expect(provinceFolder('?province=')).toBeNull()
})

it('reads nothing from another site', () => {
  expect(provinceUrl('data/a', 'http://here/app/')?.href).toBe('http://here/app/data/a/province.json')
  expect(provinceUrl('http://elsewhere/a', 'http://here/app/')).toBeNull()
})

it('distinguishes the screen of the province from a city in it', () => {
  expect(isProvinceScreen('?province=p', '')).toBe(true)
  expect(isProvinceScreen('?province=p', '#/province?month=2022-10')).toBe(true)
  expect(isProvinceScreen('?province=p&data=p/a', '')).toBe(false)
  expect(isProvinceScreen('?province=p&data=p/a', '#/explore')).toBe(false)
  expect(isProvinceScreen('', '#/province')).toBe(false)
})

it('links to a city and back', () => {
  const address = cityAddress('data/p', 'city-1', { month: '2022-10', focus: '01' })
  expect(address).toBe('?data=data/p/city-1&province=data/p#/explore?month=2022-10&focus=01')
  const url = new URL(address, 'http://here/')
  expect(isProvinceScreen(url.search, url.hash)).toBe(false)
  expect(provinceAddress(provinceFolder(url.search)!, '2022-10')).toBe('?province=data/p#/province?month=2022-10')
  const county = `${cityPath('data/p', '?data=data/p/c-1&province=data/p')}/610402`
  expect(provinceAddress('data/p', null, county)).toBe('?province=data/p#/province?county=c-1/610402')
  expect(cityPath('data/p', '?data=elsewhere/c-1&province=data/p')).toBeNull()
})

it('restores a view from its link, and ignores unknown parts', () => {
  const view = {
    month: '2022-10',
    ranking: 'cities' as const,
    county: 'city-1/01',
    city: 'city-1',
    groups: ['', 'dust'],
    standings: ['overdue' as const],
    camera: { lon: 105, lat: 34, zoom: 7.5 },
  }
  expect(decodeProvince(`#${encodeProvince(view)}`)).toEqual(view)
  expect(encodeProvince(FIRST_PROVINCE_VIEW)).toBe('/province')
  expect(decodeProvince('#/province?month=x&by=y&state=z&at=1')).toEqual(FIRST_PROVINCE_VIEW)
})
