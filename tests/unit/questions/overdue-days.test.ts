import { expect, it } from 'vitest'
import { tableRows } from '@/questions/table/table-view'
import { Desk } from '../../fixtures/desk'
import { openFromDisk } from '../package-from-disk'

const desk = new Desk((await openFromDisk('')).value!)
const MONTH = { column: 'overdueDays', from: 30, to: 60 }

/** Days overdue of the rows in the table, of any kind. */
function days() {
  const view = desk.table({ kind: null, sort: [], group: null })
  const at = view.columns.findIndex(({ name }) => name === 'overdueDays')
  return tableRows(view, 0, view.order.length).map(({ cells }) => cells[at])
}
const within = (all: readonly unknown[]) => all.filter((each) => Number(each) >= 30 && Number(each) <= 60).length

it('filters by days overdue, for all kinds, to exactly those rows of the table', () => {
  desk.show({})
  const wanted = within(days())
  expect(wanted).toBeGreaterThan(5)
  expect(desk.show({ columns: [MONTH] }).total).toBe(wanted)
  expect(within(days())).toBe(wanted)
})

it('counts the days for the filtered requirements, as the table then shows them', () => {
  desk.show({ clauses: [23] })
  const wanted = within(days())
  expect(wanted).toBeGreaterThan(0)
  desk.show({ clauses: [23], columns: [MONTH] })
  expect(days()).toHaveLength(wanted)
  expect(within(days())).toBe(wanted)
})
