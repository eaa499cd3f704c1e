import { existsSync, readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { withoutFormula } from '@/io/export/formula'
import type { PackageFiles } from '@/io/package/package-files'
import { openSources } from '@/questions/opened-package'
import { foldTrucks } from './fold/trucks/fold-trucks'
import { workerPool } from './fold/trucks/pool'
import { writeWhole } from './write-whole'

// npm run fold-trucks DIR OUT: folds raw truck positions below DIR (tables, or JT/T 808 in hexadecimal) into Parquet
// files of the package in OUT, evaluated by its places and settings. Exits with 2 if it can't start.

const [, , folder, out] = process.argv
if (!folder || !out || !existsSync(folder) || !existsSync(join(out, 'datapackage.json'))) {
  console.error(
    'npm run fold-trucks DIR OUT: a folder of raw positions, and the folder of a package with its lists of places',
  )
  process.exit(2)
}
const files: PackageFiles = {
  async read(path) {
    const at = join(out, path)
    if (existsSync(at)) return { blob: new Blob([readFileSync(at)]) }
    return { problem: { code: 'file-unreachable', file: path } }
  },
}
const { value: opened, problems } = await openSources(files, 'datapackage.json')
if (!opened?.pack.trucks) {
  for (const { code, file, seen } of problems) console.error(`${file}: ${code} ${seen ?? ''}`)
  console.error(`${out}: the package can't be opened, or has no trucks.json`)
  process.exit(2)
}
const begun = performance.now()
const pool = await workerPool(Math.max(1, Math.min(4, cpus().length)))
const folded = await foldTrucks(folder, out, opened, pool, console.log)
await pool.end()
const cell = (text: string) => `"${withoutFormula(text).replaceAll('"', '""')}"`
writeWhole(
  join(out, 'truck-problems.csv'),
  `\ufefffile,row,why,seen\n${folded.problems.map(({ file, row, why, seen }) => `${cell(file)},${row ?? ''},${why},${cell(seen)}\n`).join('')}`,
)
for (const { month, trucks, doubled, late, jumps, shifted, stops, trips, breaches } of folded.months)
  console.log(
    `${month}: ${trucks} trucks, ${doubled} double, ${late} late, ${jumps} jumps, ${shifted.length} in GCJ-02 or BD-09; ${stops} stops, ${trips} trips, ${breaches} suspected breaches`,
  )
console.log(
  `${folded.files} files (${folded.staged} new), ${folded.problems.length} problems in ${join(out, 'truck-problems.csv')}; ${((performance.now() - begun) / 1000).toFixed(1)} s`,
)
