import { dayOfInstant } from '@/domain/calendar'
import { judgeThreads } from './province/judges'
import { makeProvince } from './province/make-province'

// npm run province DIR: checks and evaluates every city named in DIR/province.json, and writes below DIR/province what
// the province screen reads. Exits with 1 if a city is missing or can't be shown, with 2 if it can't start.

const folder = process.argv[2]
if (!folder) {
  console.error('npm run province DIR: a folder with province.json and the folders of cities that it names')
  process.exit(2)
}
const begun = performance.now()
const threads = await judgeThreads()
try {
  const { cities, counties, months, sources } = await makeProvince(
    folder,
    threads,
    dayOfInstant(new Date().toISOString()),
    console.log,
  )
  const lacking = cities.filter(({ state }) => state !== 'ready')
  for (const { path, state, fault } of lacking)
    console.error(`${path}: ${state} ${fault?.file ?? ''} ${fault?.code ?? ''}`)
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  console.log(
    `${cities.length} cities, ${counties.length} counties, ${months.length} months, ${sources} sources; ${seconds} s`,
  )
  process.exitCode = lacking.length > 0 ? 1 : 0
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 2
} finally {
  await threads.end()
}
