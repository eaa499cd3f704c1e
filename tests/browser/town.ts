import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { allRows, firstRows, smallPackage } from '../fixtures/small-package'
import { serve } from './chromium'

/** South-west and north-east corner of the town, in degrees: about 3 km around the tablet of the field tests. */
const [WEST, SOUTH, EAST, NORTH] = [108.675, 34.3, 108.743, 34.36]

/** Tables with the position in the fourth and fifth column. */
const inTheTown = (cells: readonly string[]) => {
  const [longitude, latitude] = [Number(cells[3]), Number(cells[4])]
  return longitude > WEST && longitude < EAST && latitude > SOUTH && latitude < NORTH
}

const KEPT = {
  'clauses.json': allRows,
  'rules.json': allRows,
  'kinds.json': allRows,
  'counties.csv': allRows,
  'county-outlines.geojson': allRows,
  // The first ones are in the files of an office (tests/fixtures/office-files.ts).
  'construction-site.csv': (cells: readonly string[], index: number) => inTheTown(cells) || firstRows(30)(cells, index),
  'stockpile.csv': inTheTown,
  'yard.csv': inTheTown,
  'enterprise.csv': inTheTown,
  'dustfall-points.csv': allRows,
  // The last months of 2022.
  'dustfall-samples.csv': (cells: readonly string[]) => cells[1]! >= '2022-08',
}

/** Number of rows that the town has of a table. */
export const townRows = (path: keyof typeof KEPT) => smallPackage(KEPT).get(path)!.trimEnd().split('\n').length - 1

/** Replaces the sources of the whole city by those of one town, in a copy of the built app. */
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
