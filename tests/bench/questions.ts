import { readFileSync } from 'node:fs'
import { parseDay } from '@/domain/calendar'
import { type Filters, NO_FILTERS } from '@/domain/sources/view/filters'
import { evaluateRules } from '@/questions/evaluated-package'
import { type FilteredSources, filterSources } from '@/questions/filtered-sources'
import { sourcesInRing } from '@/questions/map/sources-in-ring'
import { openSources } from '@/questions/opened-package'
import { BOARD_GROUPS, boardOf } from '@/questions/plan/board'
import { searchConditions } from '@/questions/search/search-conditions'
import { shownSources } from '@/questions/shown/shown-sources'
import { tableView } from '@/questions/table/table-view'
import { ms } from './timed'

const SITES = 'construction-site.csv'
const TASKS = 'plan-tasks.csv'
const SIZES = [100_000, 1_000_000]
const STANDINGS = {
  overdue: ['逾期'],
  failing: ['不符合'],
  unknown: ['缺数据'],
  toVerify: ['待核实'],
  due: ['未到期'],
  fine: ['符合'],
}
const COUNTIES = ['610402', '610404', '610481']

/** The app's package with one table repeated under new codes until it has the given number of rows. */
async function openMany(length: number, table = SITES) {
  const [heading, ...rows] = readFileSync(`data/${table}`, 'utf8').trimEnd().split('\n')
  const lines = Array.from({ length }, (_, i) => `${i}-${rows[i % rows.length]}\n`)
  const many = new Blob([`${heading}\n`, ...lines])
  const files = {
    read: async (path: string) => ({ blob: path === table ? many : new Blob([readFileSync(`data/${path}`)]) }),
  }
  return (await openSources(files, 'datapackage.json')).value!
}

/** Milliseconds of processor time, which a busy machine hardly changes. */
async function worked(work: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** Measures table and search questions about findings; returns the lines of a section. */
export async function questionsOfMany(): Promise<string[]> {
  const lines = ['| sources | question | processor time |', '| --- | --- | --- |']
  for (const size of SIZES) {
    const opened = await openMany(size)
    const members = sourcesInRing(opened, { basis: 'outline', radiusMetres: 25_000 })
    const evaluated = evaluateRules(opened, '2022-10-31')
    const show = (filters: Partial<Filters>) => filterSources(evaluated, members, { ...NO_FILTERS, ...filters })
    const measure = async (question: string, work: () => unknown) =>
      lines.push(
        `| ${opened.inventory.sources.length.toLocaleString('en')} | ${question} | ${ms(await worked(work))} |`,
      )
    const sortBy = (column: string, filtered: FilteredSources) =>
      tableView(filtered, { kind: null, sort: [{ column }], group: null })
    const since = [{ column: 'unmetSince', from: null, to: parseDay('2022-09-30') }]
    const all = show({})
    const one = show({ counties: COUNTIES.slice(0, 1) })
    await measure('table sorted by 期限', () => sortBy('unmetDue', all))
    await measure('then by 要求', () => sortBy('unmet', all))
    await measure('the same, in one county', () => sortBy('unmet', one))
    await measure('filtered by 起始日期', () => show({ columns: since }))
    await measure('the same, in three counties', () => show({ columns: since, counties: COUNTIES }))
    await searchConditions(all, '围挡', STANDINGS, 6)
    for (const query of ['围挡 秦都', '逾期 兴平'])
      await measure(`search for ${query}`, () => searchConditions(all, query, STANDINGS, 6))
    const tasks = await openMany(size, TASKS)
    const around = sourcesInRing(tasks, { basis: 'outline', radiusMetres: 25_000 })
    // Each task has its own day, which is past.
    const late = evaluateRules(tasks, '2022-12-31')
    const shown = filterSources(late, around, NO_FILTERS)
    await measure('list of tasks past their days', () => shownSources(shown))
    const fewer = filterSources(late, around, { ...NO_FILTERS, kinds: ['plan-task'] })
    await measure('the same, filtered by kind', () => shownSources(fewer))
    for (const group of BOARD_GROUPS) await measure(`their board by ${group}`, () => boardOf(fewer, group))
  }
  return lines
}
