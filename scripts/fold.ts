import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readMonitoring } from '@/io/package/monitoring-file'
import { fold } from './fold/fold'

// npm run fold DIR OUT: folds the raw CSV files of monitors below DIR into Parquet files of a package in OUT. Hours and
// days follow OUT/monitoring.json, or that of the default package. Exits with 2 if it can't start.

const [, , folder, out] = process.argv
if (!folder || !out || !existsSync(folder)) {
  console.error('npm run fold DIR OUT: a folder of raw CSV files, and the folder of a package')
  process.exit(2)
}
const own = join(out, 'monitoring.json')
const { value, problems } = readMonitoring(
  own,
  JSON.parse(readFileSync(existsSync(own) ? own : 'data/monitoring.json', 'utf8')),
)
for (const { column, seen, expected } of problems) console.error(`${own}: ${column} ${seen ?? ''} ${expected ?? ''}`)
if (!value) process.exit(2)
const begun = performance.now()
const folded = await fold(folder, out, value, console.log)
const irregular = new Set(folded.months.flatMap((month) => month.irregular))
if (irregular.size > 0) console.log(`without a usual interval, and without hours: ${[...irregular].join(' ')}`)
console.log(
  `${folded.files} files (${folded.staged} new), ${folded.months.length} months (${folded.months.filter(({ isNew }) => isNew).length} new), ` +
    `${folded.problems} problems in ${join(out, 'problems.csv')}; ${((performance.now() - begun) / 1000).toFixed(1)} s`,
)
