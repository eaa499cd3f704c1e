import { expect, it } from 'vitest'
import { countyShapes } from '@/layers/county-shapes'
import { wallLabels } from '@/map/drawing/wall-labels'
import { datasetOf } from '@/questions/dataset'
import { defaultPackage, Office } from '../intake/office'

it('the wall’s map names counties in themselves, also one that lies aslant', async () => {
  const { opened } = await Office.open(defaultPackage())
  const dataset = datasetOf(opened)
  const shapes = countyShapes(dataset.outlines)
  const letter = 2.7 / Math.min(66 / shapes.width, 74 / shapes.height)
  const labels = wallLabels(dataset, dataset.reports.at(-1)!, 'zh-CN', shapes, letter, letter)
  const within = labels.filter(({ leader }) => leader === null).map(({ lines }) => lines[0])
  expect(within).toEqual(expect.arrayContaining(['礼泉县', '泾阳县', '乾县']))
})
