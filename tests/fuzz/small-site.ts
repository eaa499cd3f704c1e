import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '../browser/chromium'

/** The files needed for importing, checking and discussing a source, with the number of lines kept of each table. */
const KEPT: Readonly<Record<string, number>> = {
  'clauses.json': Number.POSITIVE_INFINITY,
  'rules.json': Number.POSITIVE_INFINITY,
  'counties.csv': Number.POSITIVE_INFINITY,
  'county-outlines.geojson': Number.POSITIVE_INFINITY,
  'construction-site.csv': 4,
  'stockpile.csv': 4,
  'dustfall-points.csv': 4,
  // Without a month of dustfall there is no meeting.
  'dustfall-samples.csv': 4,
}

/** Outlines are simplified to about this many corners, because a campaign opens its package hundreds of times. */
const CORNERS = 12

function thinned(text: string): string {
  const outlines = JSON.parse(text)
  for (const { geometry } of outlines.features) {
    const rings: number[][][] = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
    const largest = rings.reduce((a, b) => (b.length > a.length ? b : a))
    const step = Math.max(1, Math.floor(largest.length / CORNERS))
    const ring = largest.slice(0, -1).filter((_, i) => i % step === 0)
    geometry.type = 'Polygon'
    geometry.coordinates = [[...ring, ring[0]]]
  }
  return JSON.stringify(outlines)
}

/** The delivered package reduced to a few rows, so that an act of a campaign takes only a moment. */
function writeSmallPackage(folder: string): void {
  const descriptor = JSON.parse(readFileSync('data/datapackage.json', 'utf8'))
  descriptor.resources = descriptor.resources.filter(({ path }: { path: string }) => path in KEPT)
  rmSync(folder, { recursive: true })
  cpSync('data', folder, { recursive: true, filter: (from) => from === 'data' || from.slice('data/'.length) in KEPT })
  for (const [path, rows] of Object.entries(KEPT)) {
    const text = readFileSync(join(folder, path), 'utf8')
    if (path.endsWith('.geojson')) writeFileSync(join(folder, path), thinned(text))
    else if (Number.isFinite(rows)) writeFileSync(join(folder, path), `${text.split('\n', rows).join('\n')}\n`)
  }
  writeFileSync(join(folder, 'datapackage.json'), JSON.stringify(descriptor))
}

/**
 * Serves the built app with a small package from a separate folder, so that a build meanwhile does not change what is
 * tested.
 */
export async function serveSmallSite() {
  const folder = mkdtempSync(join(tmpdir(), 'chentu-site-'))
  cpSync('dist', folder, { recursive: true })
  writeSmallPackage(join(folder, 'data'))
  const { origin, close } = await serve(folder)
  return {
    origin,
    folder,
    async close() {
      await close()
      rmSync(folder, { recursive: true })
    },
  }
}
