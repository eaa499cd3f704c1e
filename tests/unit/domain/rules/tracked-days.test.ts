import { expect, it } from 'vitest'
import { parseDay } from '@/domain/calendar'
import { rowsUnder } from '@/domain/rules/row-finding'
import type { Rule } from '@/domain/rules/rule'
import { STATUS } from '@/domain/rules/status'
import { withTracked } from '@/domain/rules/tracked'
import type { Field } from '@/domain/sources/kinds/field'
import { textColumn } from '@/domain/table/build-column'

const field = (name: string, type: Field['type'], more: Partial<Field> = {}): Field => ({
  ...{ name, type, title: { zh: name, en: name }, headings: [name] },
  ...more,
})

const DAY = '2022-04-01'
/** A county with these figures, and a deadline in spring for rectifying something. */
const kindOf = (byDay: number) => ({
  ...({ kind: 'lorries', first: 0, dataClass: 'real' } as const),
  schema: {
    fields: [
      field('trips', 'number', { measured: 'hauls' }),
      field('byDay', 'number', { measured: 'hauls-by-day' }),
      field('foundOn', 'day', { means: 'foundOn' }),
      field('rectifyBy', 'day', { means: 'rectifyBy' }),
    ],
  },
  table: {
    length: 1,
    columns: {
      county: textColumn(['610402']),
      trips: { type: 'number', values: Float64Array.of(100) },
      byDay: { type: 'number', values: Float64Array.of(byDay) },
      foundOn: { type: 'day', values: Int32Array.of(parseDay('2022-03-01')) },
      rectifyBy: { type: 'day', values: Int32Array.of(parseDay(DAY)) },
    },
  } as const,
})
const rule: Rule = {
  ...{ id: 'r', clause: 16, kind: 'lorries', title: { zh: 'r', en: 'r' }, scope: [], from: '2022-01-01', lead: [] },
  check: { type: 'share-at-least', part: 'byDay', whole: 'trips', percent: 80 },
}
const asOf = parseDay('2022-10-31')
const day = { day: parseDay('2022-10-12'), trips: 10, byDay: 3 }
const months = [{ month: '2022-10', counties: new Map([['610402', [day]]]), dataClass: 'real' }] as const
const least = { leastDays: 1, leastTrips: 1 }
const confirmed = { months, isConfirmed: true, least, lists: null }
const unconfirmed = { months, isConfirmed: false, least, lists: null }

it('a share that fails only by truck tracks fails since their first day, whatever deadline the row has', () => {
  const good = withTracked(kindOf(90), confirmed, asOf)
  expect(rowsUnder(good, [rule], rule, { asOf, year: 2022 }).at(0)).toMatchObject({
    status: STATUS.failing,
    since: day.day,
    due: null,
  })
})

it('a share that fails by the county’s own figures too is overdue by the deadline set for these', () => {
  const bad = withTracked(kindOf(70), confirmed, asOf)
  expect(rowsUnder(bad, [rule], rule, { asOf, year: 2022 }).at(0)).toMatchObject({
    status: STATUS.overdue,
    since: parseDay('2022-03-01'),
    due: parseDay(DAY),
  })
})

it('a share by unconfirmed hours is unknown, unless the county’s own figures fail', () => {
  const at = (byDay: number) =>
    rowsUnder(withTracked(kindOf(byDay), unconfirmed, asOf), [rule], rule, { asOf, year: 2022 }).at(0)
  expect(at(90)).toMatchObject({ status: STATUS.unknown, since: null, due: null })
  expect(at(70)).toMatchObject({ status: STATUS.overdue, since: parseDay('2022-03-01'), due: parseDay(DAY) })
})
