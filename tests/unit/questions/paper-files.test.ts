import { expect, it } from 'vitest'
import { NO_FILTERS } from '@/domain/sources/view/filters'
import { evaluateRules } from '@/questions/evaluated-package'
import { handoverSheets } from '@/questions/exports/handover'
import { filesOfExport, filesOfSources } from '@/questions/exports/paper-files'
import { filterSources } from '@/questions/filtered-sources'
import { sourcesInRing } from '@/questions/map/sources-in-ring'
import { openFromDisk } from '../package-from-disk'

// The stockpiles are an office's own; everything else is illustrative.
const opened = (
  await openFromDisk('', (file, text) => {
    if (file !== 'datapackage.json') return text
    const descriptor = JSON.parse(text)
    for (const { chentu } of descriptor.resources)
      chentu.class = ['stockpile', 'rules', 'clauses'].includes(chentu.role) ? 'real' : 'illustrative'
    return JSON.stringify(descriptor)
  })
).value!
const evaluated = evaluateRules(opened, '2022-10-31')
const members = sourcesInRing(opened, { basis: 'centre', radiusMetres: 25_000 })
const shown = (...kinds: string[]) => filterSources(evaluated, members, { ...NO_FILTERS, kinds })
const classesOf = (files: readonly string[]) =>
  [
    ...new Set(opened.pack.provenance.filter(({ path }) => files.includes(path)).map(({ dataClass }) => dataClass)),
  ].sort()
const rolesOf = (files: readonly string[]) =>
  opened.pack.provenance.flatMap(({ path, role }) => (files.includes(path) ? [role] : [])).sort()

it('a document of real rows is based on their file and the plan only, and on nothing illustrative', () => {
  for (const what of ['sources', 'findings'] as const) {
    expect(rolesOf(filesOfExport(shown('stockpile'), what))).toEqual(['clauses', 'rules', 'rules', 'stockpile'])
    expect(classesOf(filesOfExport(shown('stockpile'), what))).toEqual(['real'])
  }
  for (const { files } of handoverSheets(shown('stockpile'), 'counties', 'zh-CN'))
    expect(classesOf(files)).toEqual(['real'])
})

it('an export of findings is based only on the files of the requested ones', () => {
  const stand = (statuses: readonly ['fine' | 'failing']) =>
    filterSources(evaluated, members, { ...NO_FILTERS, requirements: ['25-covered'], statuses })
  expect(rolesOf(filesOfExport(stand(['failing']), 'findings'))).toEqual(['clauses', 'rules', 'rules', 'stockpile'])
  // They break other rules, but none of the exported rows is about those.
  const fine = stand(['fine'])
  expect(fine.order.some((source) => evaluated.status[source]! >= 3)).toBe(true)
  expect(rolesOf(filesOfExport(fine, 'findings'))).toEqual(['clauses', 'rules', 'rules'])
})

it('a single illustrative row adds its file, and a kind its surveys', () => {
  expect(classesOf(filesOfExport(shown('stockpile', 'road'), 'sources'))).toEqual(['illustrative', 'real'])
  const surveys = opened.pack.kinds.find(({ id }) => id === 'road')!.surveys!.id
  expect(rolesOf(filesOfExport(shown('road'), 'sources'))).toContain(surveys)
})

it('a hand-over sheet of sites is based on readings only if it names any', () => {
  const { order } = shown('construction-site')
  const sheets = handoverSheets(shown('construction-site'), 'counties', 'zh-CN')
  expect(
    sheets.some(({ sources }) => sources.some(({ findings }) => findings.some((each) => each.measured.length > 0))),
  ).toBe(false)
  for (const { files } of sheets) expect(rolesOf(files)).not.toContain('readings-online')
  expect(rolesOf(filesOfSources(opened, order, new Set(['online'])))).toContain('readings-online')
  expect(rolesOf(filesOfSources(opened, order, new Set(['hauls'])))).not.toContain('readings-online')
})
