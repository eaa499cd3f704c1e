import { readFileSync } from 'node:fs'
import type { FeatureCollection, Polygon } from 'geojson'
import { expect, it } from 'vitest'
import { checkPackage } from '@/io/package/check-package'

/** Checks a package of the folder `data`; `change` edits its files. */
function checked(folder: string, change: (path: string, text: string) => string = (_, text) => text) {
  return checkPackage({
    async read(path) {
      return { blob: new Blob([change(path, readFileSync(`data/${folder}${path}`, 'utf8'))]) }
    },
  })
}

const OUTLINES = 'county-outlines.geojson'
type Outlines = FeatureCollection<Polygon>

/** The small package with changed outlines. */
const withOutlines = (change: (outlines: Outlines) => void) =>
  checked('changzhi/', (path, text) => {
    if (path !== OUTLINES) return text
    const outlines: Outlines = JSON.parse(text)
    change(outlines)
    return JSON.stringify(outlines)
  })

it.each(['', 'changzhi/'])('the delivered package data/%s has no fault', async (folder) => {
  expect(await checked(folder)).toEqual([])
})

it('a wrong cell is reported with file, row and column', async () => {
  const problems = await checked('changzhi/', (path, text) =>
    path === 'counties.csv' ? text.replace(',是,', ',也许,') : text,
  )
  expect(problems).toMatchObject([{ code: 'not-a-boolean', file: 'counties.csv', row: 2, column: '参加排名' }])
})

it('an outline of a county that is not in the table is reported with its number', async () => {
  const problems = await withOutlines(({ features }) => {
    features[2]!.id = '999999'
  })
  expect(problems).toMatchObject([{ code: 'outline-unknown', file: OUTLINES, row: 3, column: 'id', seen: '999999' }])
})

it('overlapping outlines are reported with both names and the area', async () => {
  const problems = await withOutlines(({ features }) => {
    features[1]!.geometry = features[0]!.geometry
  })
  const overlaps = problems.filter(({ code }) => code === 'outlines-overlap')
  expect(overlaps).toMatchObject([
    { file: OUTLINES, row: 1, seen: expect.stringMatching(/^潞州区、上党区 \d+\.\d\d km²$/) },
  ])
})

it('a county without an outline is allowed; only the resulting gap is mentioned', async () => {
  // 潞州区 is surrounded by others.
  const problems = await withOutlines(({ features }) => void features.shift())
  expect(problems).toMatchObject([{ code: 'outlines-gap', file: OUTLINES, action: 'kept' }])
})
