import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '../browser/chromium'
import { allRows, firstRows, smallPackage } from '../fixtures/small-package'

/** The files needed for importing, checking and discussing a source, so that an act of a campaign takes only a moment. */
const KEPT = {
  'clauses.json': allRows,
  'rules.json': allRows,
  'counties.csv': allRows,
  'county-outlines.geojson': allRows,
  'construction-site.csv': firstRows(3),
  'stockpile.csv': firstRows(3),
  'dustfall-points.csv': firstRows(3),
  // Without a month of dustfall there is no meeting.
  'dustfall-samples.csv': firstRows(3),
}

/**
 * Serves the built app with a small package from a separate folder, so that a build meanwhile does not change what is
 * tested.
 */
export async function serveSmallSite() {
  const folder = mkdtempSync(join(tmpdir(), 'chentu-site-'))
  cpSync('dist', folder, { recursive: true })
  const data = join(folder, 'data')
  rmSync(data, { recursive: true })
  mkdirSync(data)
  for (const [path, text] of smallPackage(KEPT)) writeFileSync(join(data, path), text)
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
