import { describe, expect, it } from 'vitest'
import { formatDay } from '@/domain/calendar'
import { doubtOf, type Fix, headingOf } from '@/domain/field/fix'
import { destination } from '@/domain/geodesy/distance'
import { checklistOf } from '@/domain/rules/checklist'
import { findingsOf } from '@/domain/rules/findings'
import type { TeamObservation } from '@/domain/rules/team-observations'
import { textAt, valueAt } from '@/domain/table/column'
import { evaluateRules } from '@/questions/evaluated-package'
import { findSource } from '@/questions/source/find-source'
import { openFromDisk } from '../package-from-disk'

describe('observations of teams', async () => {
  const { value: opened } = await openFromDisk('')
  if (!opened) throw new Error('the default package can not be opened')
  const asOf = '2022-10-31'
  /** The findings of a source on a day, after these observations. */
  const findings = (code: string, seen: readonly TeamObservation[], day = asOf) => {
    const evaluated = evaluateRules(opened, day, seen)
    const { source } = findSource(evaluated, 'stockpile', code)!
    return findingsOf(evaluated.findings, source).map(({ rule, since, status, days }) => ({
      rule: opened.pack.rules[rule]!,
      since: since === null ? null : formatDay(since),
      status,
      days,
    }))
  }
  const { items } = checklistOf(opened.pack.rules, 'stockpile')
  const fields = items.filter(({ field }) => field !== null).map(({ id }) => id)
  const all = (holds: boolean) => Object.fromEntries(items.map(({ id }) => [id, holds]))
  const inventory = evaluateRules(opened, asOf).tables.find(({ kind }) => kind === 'stockpile')!
  const rows = Array.from({ length: inventory.table.length }, (_, row) => row)
  const bad = rows.find((row) => fields.some((field) => valueAt(inventory.table, field, row) === false))!
  const code = textAt(inventory.table, 'code', bad)
  const seen = (
    day: string,
    answers: TeamObservation['answers'],
    deadlines: TeamObservation['deadlines'] = {},
  ): TeamObservation => ({
    kind: 'stockpile',
    code,
    day,
    answers,
    deadlines,
  })

  it('close findings and open them again, with days counted from the new failure', () => {
    expect(findings(code, []).length).toBeGreaterThan(0)
    expect(findings(code, [seen('2022-10-30', all(true))])).toEqual([])
    const again = findings(code, [
      seen('2022-10-20', all(true)),
      seen('2022-10-25', { ...all(true), [fields[0]!]: false }, { [fields[0]!]: '2022-10-28' }),
    ])
    expect(again).toHaveLength(1)
    expect(again[0]).toMatchObject({ since: '2022-10-25', days: 3 })
  })

  it('count from their own day on, and not against a later row of the table', () => {
    const visit = [seen('2022-11-01', all(true))]
    expect(findings(code, visit)).toEqual(findings(code, []))
    expect(findings(code, [], '2022-11-01').length).toBeGreaterThan(0)
    expect(findings(code, visit, '2022-11-01')).toEqual([])
    // The table's own inspections are of this year.
    expect(findings(code, [seen('2000-01-01', all(true))])).toEqual(findings(code, []))
  })

  it('leave other sources unchanged', () => {
    const others = rows.filter((row) => row !== bad).map((row) => textAt(inventory.table, 'code', row))
    const untouched = others.slice(0, 20).map((each) => findings(each, []))
    expect(others.slice(0, 20).map((each) => findings(each, [seen('2022-10-30', all(true))]))).toEqual(untouched)
  })
})

describe('a position', () => {
  const fix = (change: Partial<Fix> = {}): Fix => ({
    position: [108.7089, 34.3296],
    accuracyMetres: 10,
    headingDegrees: null,
    at: 0,
    ...change,
  })
  const moved = (metres: number) => destination([108.7089, 34.3296], 90, metres)

  it('is marked as doubtful: poor accuracy, or an impossible jump', () => {
    expect(doubtOf(null, fix())).toBeNull()
    expect(doubtOf(fix(), fix({ accuracyMetres: 200 }))).toBe('poor')
    expect(doubtOf(fix(), fix({ at: 1000, position: moved(200) }))).toBe('jump')
    expect(doubtOf(fix(), fix({ at: 10_000, position: moved(200) }))).toBeNull()
  })

  it('takes the heading from the device, otherwise from movements larger than its accuracy', () => {
    expect(headingOf(null, fix({ headingDegrees: 45 }))).toBe(45)
    expect(headingOf(fix(), fix({ position: moved(50) }))).toBeCloseTo(90, 3)
    expect(headingOf(fix({ headingDegrees: 12 }), fix({ position: moved(5) }))).toBe(12)
  })
})
