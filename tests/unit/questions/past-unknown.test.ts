import { expect, it } from 'vitest'
import { STATUS } from '@/domain/rules/status'
import { boardOf } from '@/questions/board'
import { isPastUnknown } from '@/questions/past-unknown'
import { shownSources } from '@/questions/shown-sources'
import { Desk } from '../../fixtures/desk'
import { openFromDisk } from '../package-from-disk'

const opened = (await openFromDisk('')).value!
const desk = new Desk(opened, '2022-12-31')

it('a task is past its day and nobody knows once its day is over without a word, and not before', () => {
  const past = (day: string) => {
    const evaluated = desk.judge(day)
    return evaluated.findings
      .filter(({ rule }) => opened.pack.rules[rule]!.kind === 'plan-task')
      .flatMap((each) => {
        const isPast = isPastUnknown(evaluated, each)
        return [...each.status.keys()].filter(isPast).map((row) => each.at(row))
      })
  }
  expect(past('2022-01-01')).toEqual([])
  const found = past('2022-12-31')
  expect(found.length).toBeGreaterThan(0)
  expect(found.every(({ status, due }) => status === STATUS.unknown && due !== null)).toBe(true)
})

it('is counted where the list and the board say that the rest has no problem', () => {
  const evaluated = desk.judge('2022-12-31')
  const shown = desk.show({ kinds: ['plan-task'] })
  const { pastUnknown, total, problems } = shownSources(shown)
  expect(pastUnknown).toBeGreaterThan(0)
  expect(pastUnknown).toBeLessThanOrEqual(total - problems)
  const sum = (group: Parameters<typeof boardOf>[1]) =>
    boardOf(shown, group).reduce((all, row) => all + row.pastUnknown, 0)
  const past = evaluated.findings
    .filter(({ rule }) => opened.pack.rules[rule]!.kind === 'plan-task')
    .flatMap((each) => [...each.status.keys()].filter(isPastUnknown(evaluated, each)).map((row) => each.first + row))
  const all = past.length
  expect(sum('clauses')).toBe(all)
  // Here each task names one lead, and is asked one thing.
  expect(sum('leads')).toBe(all)
  const sources = [...new Set(past)]
  const ofKind = boardOf(shown, 'kinds').find(({ key }) => key === 'plan-task')
  expect(ofKind?.pastUnknown).toBe(sources.length)
  expect(pastUnknown).toBe(sources.filter((source) => evaluated.status[source]! < STATUS.failing).length)
})
