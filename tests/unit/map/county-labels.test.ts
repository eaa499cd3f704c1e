import { expect, it } from 'vitest'
import { type PublishedFigure, publishedCountyMonth } from '@/domain/dustfall/county-month'
import { monthReport } from '@/domain/dustfall/month-report'
import { countyLabels } from '@/map/style/county-labels'
import { datasetOf } from '@/questions/dataset'
import { defaultPackage, Office } from '../intake/office'

it('a county’s figure on the map has the mark that it has in tables', async () => {
  const dataset = datasetOf((await Office.open(defaultPackage())).opened)
  const [one, other] = dataset.counties.map(({ code }) => code) as [string, string]
  const month = '2022-11'
  const figure = (county: string, value: number): PublishedFigure => ({ county, month, value, publication: '' })
  const figures = [figure(one, 6.25), figure(other, 6.2)].map((each) => publishedCountyMonth(each, undefined))
  const months = new Map(figures.map((each) => [each.county, new Map([[month, each]])]))
  const report = monthReport({ ranked: [one, other], months }, month, 7)
  const { features } = countyLabels(dataset, report, 'zh-CN')
  const textOf = (code: string) => features.find(({ properties }) => properties.code === code)!.properties.text
  expect([textOf(one), textOf(other)].map((text) => text.split('\n')[1])).toEqual(['6.2※', '6.2'])
})
