import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { first, smallPackage, whole } from '../fixtures/small-package'
import { serve } from './chromium'

/** The corner in the south-west and north-east of the town, in degrees: some 3 km about where the tablet of field tests is. */
const [WEST, SOUTH, EAST, NORTH] = [108.675, 34.3, 108.743, 34.36]

/** Tables whose fourth and fifth columns are the position. */
const inTheTown = (cells: readonly string[]) => {
  const [longitude, latitude] = [Number(cells[3]), Number(cells[4])]
  return longitude > WEST && longitude < EAST && latitude > SOUTH && latitude < NORTH
}

const KEPT = {
  'clauses.json': whole,
  'rules.json': whole,
  'kinds.json': whole,
  'counties.csv': whole,
  'county-outlines.geojson': whole,
  // The first ones are in files that an office brings (tests/fixtures/office-files.ts).
  'construction-site.csv': (cells: readonly string[], index: number) => inTheTown(cells) || first(30)(cells, index),
  'stockpile.csv': inTheTown,
  'yard.csv': inTheTown,
  'enterprise.csv': inTheTown,
  'dustfall-points.csv': whole,
  // The last months of 2022.
  'dustfall-samples.csv': (cells: readonly string[]) => cells[1]! >= '2022-08',
}

/** How many rows the town has of a table. */
export const townRows = (path: keyof typeof KEPT) => smallPackage(KEPT).get(path)!.trimEnd().split('\n').length - 1

/** Puts the sources of one town in the place of those of the whole city, in a copy of the built app. */
export function writeTown(folder: string): void {
  const data = join(folder, 'data')
  rmSync(data, { recursive: true })
  mkdirSync(data)
  for (const [path, text] of smallPackage(KEPT)) writeFileSync(join(data, path), text)
}

/** Serves the built app with the sources of one town. */
export function serveTown() {
  const files = smallPackage(KEPT)
  return serve('dist', ({ url = '' }, response, next) => {
    const path = /^\/data\/([^?]*)/.exec(url)?.[1]
    if (path === undefined) return next()
    const text = files.get(path)
    response.writeHead(text === undefined ? 404 : 200)
    response.end(text)
  })
}
