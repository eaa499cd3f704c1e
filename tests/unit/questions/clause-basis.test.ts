import { describe, expect, it } from 'vitest'
import { NO_FILTERS } from '@/domain/sources/view/filters'
import { boardOf } from '@/questions/board'
import { clauseBases } from '@/questions/clause-basis'
import { evaluateRules } from '@/questions/evaluated-package'
import { filterSources } from '@/questions/filtered-sources'
import type { OpenedPackage } from '@/questions/opened-package'
import { sourcesInRing } from '@/questions/sources-in-ring'
import { openFromDisk } from '../package-from-disk'

const DAY = '2022-10-31'
const filtered = (opened: OpenedPackage) =>
  filterSources(
    evaluateRules(opened, DAY),
    sourcesInRing(opened, { basis: 'outline', radiusMetres: 25_000 }),
    NO_FILTERS,
  )

describe('what the clauses of the default package rest on', async () => {
  const opened = (await openFromDisk('')).value!
  const shown = filtered(opened)
  const bases = clauseBases(shown)
  const of = (clause: number) => bases.find((each) => each.clause === clause)!

  it('is there for each of the 45: requirements that sources are about, or where only totals are asked a measured target', () => {
    const bare = bases.filter(({ requirements }) => requirements.length === 0).map(({ clause }) => clause)
    expect(bases).toHaveLength(45)
    expect(bare).toEqual([19, 22])
    const measures = (clause: number) =>
      opened.pack.clauses.find(({ number }) => number === clause)!.targets.map(({ measure }) => measure?.of)
    expect(bare.map(measures)).toEqual([['share'], ['worst-dustfall']])
    for (const { clause, sources } of bases)
      for (const { kind, of } of sources) expect(of, `${clause} ${kind}`).not.toBe(0)
  })

  it('counts as the board does', () => {
    const rows = boardOf(shown, 'clauses')
    for (const { key, requirements } of rows)
      expect(of(Number(key)).requirements.filter(({ tally }) => Object.values(tally).some(Boolean))).toEqual(
        requirements.map(({ key, rule, tally }) => ({ key, rule, tally })),
      )
  })

  it('says which tables, how many of their rows it is about, and whether they are made up', () => {
    expect(of(36).sources).toEqual([
      { kind: 'fuel-site', about: 96, of: 96, dataClasses: ['illustrative'] },
      { kind: 'illegal-fuel', about: 14, of: 14, dataClasses: ['illustrative'] },
    ])
    expect(of(10).sources).toContainEqual({ kind: 'fuel-site', about: 96, of: 96, dataClasses: ['illustrative'] })
    expect(of(44).sources).toEqual([{ kind: 'plan-task', about: 3, of: 61, dataClasses: ['real'] }])
  })

  it('has the value of each figure that is followed without a number to reach', () => {
    const followed = opened.pack.clauses.filter(({ figures }) => figures).map(({ number }) => number)
    expect(followed).toEqual([1, 10, 13, 15, 18, 31, 34, 45])
    for (const clause of followed) expect(of(clause).figures.every((figure) => figure!.value > 0)).toBe(true)
  })
})

it('names the kind whose table is not there yet', async () => {
  const { value } = await openFromDisk('', (file, text) => {
    if (file !== 'datapackage.json') return text
    const descriptor = JSON.parse(text) as { resources: { chentu: { role: string } }[] }
    const resources = descriptor.resources.filter(({ chentu }) => chentu.role !== 'catering')
    return JSON.stringify({ ...descriptor, resources })
  })
  const { sources, requirements } = clauseBases(filtered(value!)).find(({ clause }) => clause === 30)!
  expect(sources).toEqual([{ kind: 'catering', about: 0, of: 0, dataClasses: [] }])
  expect(requirements).toEqual([])
})
