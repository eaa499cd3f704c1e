import { expect, it } from 'vitest'
import { leadsOf } from '@/domain/rules/rule'
import { countyName } from '@/domain/sources/county'
import { positionOf } from '@/domain/sources/inventory'
import type { Table } from '@/domain/table/column'

const TABLE: Table = {
  length: 2,
  columns: {
    lon: { type: 'number', values: Float64Array.of(108.7, 108.8) },
    lat: { type: 'number', values: Float64Array.of(34.3, Number.NaN) },
  },
}

it('a county has its name in the language, or its code if the package does not know it', () => {
  const counties = [{ code: '610402', name: '秦都区', nameEn: 'Qindu', aliases: [], ranked: true }]
  expect(countyName({ counties }, '610402')).toBe('秦都区')
  expect(countyName({ counties }, '610402', 'en')).toBe('Qindu')
  expect(countyName({ counties }, '610499', 'en')).toBe('610499')
  expect(countyName({ counties }, '')).toBe('')
})

it('an incomplete position is null', () => {
  expect(positionOf(TABLE, 0)).toEqual([108.7, 34.3])
  expect(positionOf(TABLE, 1)).toBeNull()
  expect(positionOf({ length: 1, columns: {} }, 0)).toBeNull()
})

it('the lead is the rule’s own departments, otherwise the source’s department, otherwise its operator', () => {
  const says = (own: { lead?: string; operator?: string }) => (meaning: 'lead' | 'operator') => own[meaning] ?? ''
  expect(leadsOf({ lead: ['市生态环境局'] }, says({ lead: '镇政府' }))).toEqual(['市生态环境局'])
  expect(leadsOf({ lead: [] }, says({ lead: '镇政府', operator: '某厂' }))).toEqual(['镇政府'])
  expect(leadsOf({ lead: [] }, says({ operator: '某厂' }))).toEqual(['某厂'])
  expect(leadsOf({ lead: [] }, says({}))).toEqual([])
})
