import { describe, expect, it } from 'vitest'
import { NO_FILTERS } from '@/domain/sources/view/filters'
import { evaluateRules } from '@/questions/evaluated-package'
import { filterSources } from '@/questions/filtered-sources'
import { sourcesInRing } from '@/questions/map/sources-in-ring'
import type { OpenedPackage } from '@/questions/opened-package'
import { boardOf } from '@/questions/plan/board'
import { clauseBases } from '@/questions/plan/clause-basis'
import { targetValues } from '@/questions/plan/target-values'
import { openFromDisk } from '../package-from-disk'

const DAY = '2022-10-31'
const BEFORE_THE_PLAN = '2022-05-29'
const filtered = (opened: OpenedPackage, day = DAY) =>
  filterSources(
    evaluateRules(opened, day),
    sourcesInRing(opened, { basis: 'outline', radiusMetres: 25_000 }),
    NO_FILTERS,
  )

type Json = Readonly<Record<string, unknown>>

/** The default package with changed entries in one of its lists. */
async function withList(wanted: string, change: (entry: Json) => Json[]) {
  const { value } = await openFromDisk('', (file, text) =>
    file === wanted ? JSON.stringify((JSON.parse(text) as Json[]).flatMap(change)) : text,
  )
  return value!
}

describe('the data behind the clauses of the default package', async () => {
  const opened = (await openFromDisk('')).value!
  const shown = filtered(opened)
  const bases = clauseBases(shown)
  const of = (clause: number) => bases.find((each) => each.clause === clause)!

  it('exists for all 45: requirements that apply to sources, or a measured target if only totals are required', () => {
    const bare = bases.filter(({ requirements }) => requirements.length === 0).map(({ clause }) => clause)
    expect(bases).toHaveLength(45)
    expect(bare).toEqual([19, 22])
    const measures = (clause: number) =>
      opened.pack.clauses.find(({ number }) => number === clause)!.targets.map(({ measure }) => measure?.of)
    expect(bare.map(measures)).toEqual([['share'], ['worst-dustfall']])
    for (const { clause, sources } of bases)
      for (const { kind, of } of sources) expect(of, `${clause} ${kind}`).not.toBe(0)
  })

  it('has the same counts as the board', () => {
    const rows = boardOf(shown, 'clauses')
    for (const { key, requirements } of rows)
      expect(of(Number(key)).requirements.filter(({ tally }) => Object.values(tally).some(Boolean))).toEqual(
        requirements.map(({ key, rule, tally }) => ({ key, rule, tally })),
      )
  })

  it('lists tables with the number of rows that it applies to, and whether they are illustrative', () => {
    expect(of(36).sources).toEqual([
      { kind: 'fuel-site', about: 96, of: 96, dataClasses: ['illustrative'] },
      { kind: 'illegal-fuel', about: 14, of: 14, dataClasses: ['illustrative'] },
    ])
    expect(of(10).sources).toContainEqual({ kind: 'fuel-site', about: 90, of: 96, dataClasses: ['illustrative'] })
    expect(of(44).sources).toEqual([{ kind: 'plan-task', about: 3, of: 61, dataClasses: ['real'] }])
  })

  it('includes the rows that a target or figure is measured on, if a requirement applies only to a part of the kind', () => {
    // The requirements apply to the counties on the plain, and to cases that mention muck trucks; the figures cover
    // all.
    expect(of(11).sources).toContainEqual({ kind: 'clean-heating', about: 13, of: 13, dataClasses: ['illustrative'] })
    expect(of(34).sources).toContainEqual({
      kind: 'enforcement-case',
      about: 48,
      of: 48,
      dataClasses: ['illustrative'],
    })
    for (const day of [DAY, BEFORE_THE_PLAN]) {
      const onDay = filtered(opened, day)
      const targets = targetValues(onDay)
      for (const { clause, sources, figures } of clauseBases(onDay)) {
        const own = targets.filter((each) => each.clause === clause && each.measured?.month === undefined)
        const about = Math.max(0, ...sources.map((each) => each.about))
        for (const measured of [...figures, ...own.map((each) => each.measured)])
          expect(about, `${day} ${clause}`).toBeGreaterThanOrEqual(measured?.of ?? 0)
      }
    }
  })

  it('has the value of each figure that is tracked without a target', () => {
    const followed = opened.pack.clauses.filter(({ figures }) => figures).map(({ number }) => number)
    expect(followed).toEqual([1, 10, 13, 15, 18, 31, 34, 45])
    for (const clause of followed) expect(of(clause).figures.every((figure) => figure!.value > 0)).toBe(true)
  })
})

it('names a kind whose table is missing', async () => {
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

it('counts only the rows on which a figure is based', async () => {
  const pigs = await withList('clauses.json', (clause) => [
    clause.number === 31 ? { ...clause, figures: (clause.figures as Json[]).slice(0, 1) } : clause,
  ])
  const { sources, figures } = clauseBases(filtered(pigs)).find(({ clause }) => clause === 31)!
  const { about, of } = sources.find(({ kind }) => kind === 'livestock-farm')!
  expect([about, of]).toEqual([figures[0]!.of, 60])
  expect(about).toBeLessThan(of)
})

it('leaves out an undeclared kind, which can have no table', async () => {
  const { value } = await openFromDisk('', (file, text) => (file === 'kinds-beyond-dust.json' ? '{"kinds":[]}' : text))
  const bases = clauseBases(filtered(value!))
  expect(value!.pack.clauses.some(({ figures }) => figures)).toBe(true)
  const declared = value!.pack.kinds.map(({ id }) => id)
  for (const { sources } of bases) for (const { kind } of sources) expect(declared).toContain(kind)
  expect(bases.find(({ clause }) => clause === 13)!.sources).toEqual([])
})

it('leaves out hints, also those not marked as such in an older package', async () => {
  const older = await withList('rules.json', ({ advisory: _, ...rule }) =>
    rule.clause === 26 && rule.kind === 'road' && rule.id !== '26-survey' ? [] : [rule],
  )
  const { sources } = clauseBases(filtered(older)).find(({ clause }) => clause === 26)!
  expect(sources.map(({ kind }) => kind)).not.toContain('road')
})
