import { describe, expect, it } from 'vitest'
import { countyShapes } from '@/layers/county-shapes'
import { textSize } from '@/layers/label-places'
import { type WallLabel, wallLabels } from '@/map/drawing/wall-labels'
import { type Dataset, datasetOf } from '@/questions/dataset'
import { changzhiPackage, defaultPackage, Office } from '../intake/office'

const dataset = await Office.open(defaultPackage()).then(({ opened }) => datasetOf(opened))
const changzhi = await Office.open(changzhiPackage()).then(({ opened }) => datasetOf(opened))

function namesOf(dataset: Dataset, language: string) {
  const shapes = countyShapes(dataset.outlines)
  const letter = 2.7 / Math.min(66 / shapes.width, 74 / shapes.height)
  return { letter, ...wallLabels(dataset, dataset.reports.at(-1)!, language, shapes, letter) }
}

const boxOf = ({ lines, x, y }: WallLabel, letter: number) => {
  const [width, height] = textSize(lines.join('\n'), letter)
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 }
}

it('the wall’s map has county names within the counties, also within a slanted one', () => {
  const within = namesOf(dataset, 'zh-CN')
    .labels.filter(({ leader }) => leader === null)
    .map(({ lines }) => lines[0])
  expect(within).toEqual(expect.arrayContaining(['礼泉县', '泾阳县', '乾县']))
})

describe.each([
  ['the city of the package', dataset],
  ['a city with a centre of one county', changzhi],
])('on the wall’s map of %s', (_, of) => {
  it.each(['zh-CN', 'en'])('has every county’s name once, without overlaps or cuts at the edge (%s)', (language) => {
    const { labels, box, letter } = namesOf(of, language)
    expect(labels.map(({ county }) => county).sort()).toEqual(Object.keys(of.labelPlaces).sort())
    const boxes = labels.map((label) => boxOf(label, letter))
    for (const [i, one] of boxes.entries()) {
      expect(one.left).toBeGreaterThanOrEqual(box.x)
      expect(one.right).toBeLessThanOrEqual(box.x + box.width)
      expect(one.top).toBeGreaterThanOrEqual(box.y)
      expect(one.bottom).toBeLessThanOrEqual(box.y + box.height)
      for (const other of boxes.slice(i + 1)) {
        const apart =
          one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top
        expect(apart).toBe(true)
      }
    }
  })
})
