import { expect, it } from 'vitest'
import { cityCodeOf, countiesOf, countiesOfLines, linesOf, namesOf } from '@/domain/city/county-list'
import { findColumns, type OutlineFeature } from '@/domain/city/outline-columns'

const outline = { type: 'Polygon', coordinates: [] } as const
const feature = (properties: OutlineFeature['properties']): OutlineFeature => ({
  properties,
  outline: outline as never,
})
const COLUMNS = { code: 'adcode', name: 'name' }
const three = [
  feature({ id: '1', adcode: '140403', name: '潞州区', province: '山西省' }),
  feature({ id: '2', adcode: '140404', name: '上党区', province: '山西省' }),
  feature({ id: '3', adcode: '140404', name: '上党区', province: '山西省' }),
]

it('codes and names are found among the columns, whatever their headings', () => {
  expect(findColumns(three)).toEqual(COLUMNS)
  const renamed = three.map(({ properties }) =>
    feature({ F1: `${properties.adcode}000000`, F2: properties.province!, F3: properties.name!, Shape_Area: '12.5' }),
  )
  expect(findColumns(renamed)).toEqual({ code: 'F1', name: 'F3' })
  expect(findColumns([feature({ Shape_Area: '12.5' })])).toEqual({ code: '', name: '' })
})

it('a county with several areas is one county', () => {
  expect(countiesOf(three, COLUMNS, [])).toEqual([
    { code: '140403', name: '潞州区', aliases: '', ranked: true, outlines: [0] },
    { code: '140404', name: '上党区', aliases: '', ranked: true, outlines: [1, 2] },
  ])
})

it('settings of a county are kept when its file is read again, and counties without an outline stay', () => {
  const before = [
    { code: '140404', name: '上党区', aliases: '长治县', ranked: false, outlines: [0] },
    { code: '高新区', name: '高新区', aliases: '', ranked: true, outlines: [] },
  ]
  expect(countiesOf(three, COLUMNS, before)).toEqual([
    { code: '140403', name: '潞州区', aliases: '', ranked: true, outlines: [0] },
    { code: '140404', name: '上党区', aliases: '长治县', ranked: false, outlines: [1, 2] },
    before[1],
  ])
})

it('counties without an outline can be entered as lines of name and code, in either order', () => {
  const found = countiesOfLines('高新区\n经开区 140499\n 140498,新区 \n\n', [])
  expect(found.map(({ code, name }) => [code, name])).toEqual([
    ['高新区', '高新区'],
    ['140499', '经开区'],
    ['140498', '新区'],
  ])
  expect(linesOf(found)).toBe('高新区\n经开区 140499\n新区 140498')
})

it('the city’s code is derived from the codes of its counties', () => {
  expect(cityCodeOf(countiesOf(three, COLUMNS, []))).toBe('140400')
  const other = { code: '140525', name: '泽州县', aliases: '', ranked: true, outlines: [] }
  expect(cityCodeOf([...countiesOf(three, COLUMNS, []), other])).toBe('')
})

it('finds a county by its short name too, unless that is another county’s name', () => {
  const county = (name: string, aliases = '') => ({ name, aliases })
  const counties = [
    county('潞州区', '城区'),
    county('上党区'),
    county('长子县'),
    county('郊区'),
    county('某县', '上党'),
  ]
  expect(namesOf(counties)).toEqual([['城区', '潞州'], [], ['长子'], [], ['上党']])
  expect(namesOf([county('长治县'), county('长治市')])).toEqual([[], []])
})
