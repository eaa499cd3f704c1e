import { describe, expect, it } from 'vitest'
import { STATE_NAMES, type StateName } from '@/domain/rules/status'
import type { Tally } from '@/domain/rules/tally'
import { type Filters, NO_FILTERS, withOnlyRequirement } from '@/domain/sources/view/filters'
import { evaluateRules } from '@/questions/evaluated-package'
import { countFilteredFindings, countFilteredSources, filterSources } from '@/questions/filtered-sources'
import { sourcesInRing } from '@/questions/map/sources-in-ring'
import { boardOf } from '@/questions/plan/board'
import { countShown } from '@/questions/shown/shown-counts'
import { sourceRecord } from '@/questions/source/source-record'
import { tableRows, tableView } from '@/questions/table/table-view'
import { openFromDisk } from '../package-from-disk'

const opened = (await openFromDisk('')).value!
const evaluated = evaluateRules(opened, '2022-10-31')
const members = sourcesInRing(opened, opened.pack.settings.ring)
const left = (filters: Filters) => filterSources(evaluated, members, filters)

/** It depends on readings and an unconfirmed setting. */
const VERIFIED = '23-online'

/** The filters set by pressing a number. */
const pressed = (only: Partial<Filters>, state: StateName): Filters => ({ ...NO_FILTERS, ...only, statuses: [state] })
const numbers = (tally: Tally) => STATE_NAMES.filter((name) => tally[name] > 0)

describe('every number on the board', () => {
  const all = left(NO_FILTERS)

  it('of a requirement opens the same number of sources', () => {
    let verified = 0
    for (const { requirements } of boardOf(all, 'clauses'))
      for (const { key, tally, items } of requirements) {
        for (const name of numbers(tally)) {
          expect(left({ ...withOnlyRequirement(NO_FILTERS, key), statuses: [name] }).total, `${key} ${name}`).toBe(
            tally[name],
          )
          if (name === 'toVerify') verified++
        }
        for (const item of items) {
          const broken = item.tally.overdue + item.tally.failing
          expect(left(withOnlyRequirement(NO_FILTERS, item.key)).total, item.key).toBe(broken)
          for (const name of numbers(item.tally))
            expect(left({ ...withOnlyRequirement(NO_FILTERS, item.key), statuses: [name] }).total).toBe(
              item.tally[name],
            )
        }
      }
    expect(verified).toBeGreaterThan(0)
  })

  it.each(['counties', 'kinds'] as const)('of %s opens the same number of sources', (group) => {
    for (const { key, tally } of boardOf(all, group))
      for (const name of numbers(tally)) {
        const filters = pressed({ [group]: [key] }, name)
        expect(left(filters).total, `${key} ${name}`).toBe(tally[name])
        expect(countFilteredSources(evaluated, members, filters)).toBe(tally[name])
      }
  })

  it.each(['clauses', 'leads'] as const)('of %s opens sources with the same number of findings', (group) => {
    for (const { key, tally } of boardOf(all, group))
      for (const name of numbers(tally)) {
        // A met requirement is not a finding.
        if (name === 'fine') continue
        const chosen = group === 'clauses' ? { clauses: [Number(key)] } : { leads: [key] }
        expect(countFilteredFindings(left(pressed(chosen, name))), `${key} ${name}`).toBe(tally[name])
      }
  })

  it.each(['counties', 'kinds'] as const)('of %s opens the same number for a filtered requirement', (group) => {
    const asked = { requirements: [VERIFIED] }
    const rows = boardOf(left({ ...NO_FILTERS, ...asked }), group)
    expect(rows.some(({ tally }) => tally.toVerify > 0)).toBe(true)
    for (const { key, tally } of rows)
      for (const name of numbers(tally))
        expect(left(pressed({ ...asked, [group]: [key] }, name)).total, `${key} ${name}`).toBe(tally[name])
  })
})

describe('a source whose worst requirement a person must verify', () => {
  // All other rules for these sources are left out, so that none of them is worse.
  const rules = opened.pack.rules.filter(({ id }) => id === VERIFIED)
  const alone = evaluateRules({ ...opened, pack: { ...opened.pack, rules } }, '2022-10-31')
  const of = (filters: Filters) => filterSources(alone, members, filters)

  it('is separate from a source with a missing value, on the board, in the filters and in the table', () => {
    const all = of(NO_FILTERS)
    const count = boardOf(all, 'kinds').reduce((sum, { tally }) => sum + tally.toVerify, 0)
    expect(count).toBeGreaterThan(0)
    const verify = of(pressed({}, 'toVerify'))
    expect(verify.total).toBe(count)
    expect(countFilteredSources(alone, members, pressed({}, 'toVerify'))).toBe(count)
    expect(countShown(all).facets.statuses.get('toVerify')).toBe(count)
    const unknown = of(pressed({}, 'unknown'))
    expect(Array.from(verify.order).filter((source) => unknown.mask[source] === 1)).toEqual([])
    const view = tableView(verify, { kind: null, sort: [{ column: 'status' }], group: 'status' })
    expect(view.groups.map((group) => [group.value, group.count])).toEqual([['toVerify', count]])
    const status = view.columns.findIndex(({ name }) => name === 'status')
    expect(tableRows(view, 0, 1)[0]!.cells[status]).toBe('toVerify')
    const { groups } = tableView(all, { kind: null, sort: [{ column: 'status' }], group: 'status' })
    expect(groups.find(({ value }) => value === 'toVerify')?.count).toBe(count)
    expect(new Set(groups.map(({ value }) => value)).size).toBe(groups.length)
    expect(sourceRecord(alone, verify.order[0]!).toVerify).toEqual([0])
  })
})
