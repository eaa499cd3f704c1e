import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '../browser/chromium'
import { first, smallPackage, whole } from '../fixtures/small-package'

/** The files needed for importing, checking and discussing a source, so that an act of a campaign takes only a moment. */
const KEPT = {
  'clauses.json': whole,
  'rules.json': whole,
  'counties.csv': whole,
  'county-outlines.geojson': whole,
  'construction-site.csv': first(3),
  'stockpile.csv': first(3),
  'dustfall-points.csv': first(3),
  // Without a month of dustfall there is no meeting.
  'dustfall-samples.csv': first(3),
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
