import { dayOfInstant } from '@/domain/calendar'
import { judgeThreads } from './province/judges'
import { makeProvince } from './province/make-province'

// npm run province DIR: checks and judges every city that DIR/province.json names, and writes below DIR/province what the screen of
// the province reads. Ends with 1 where a city is missing or can't be shown, with 2 where it can't begin.

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
