import i18next from 'i18next'
import { beforeAll, expect, it } from 'vitest'
import { fieldNameByMeaning } from '@/domain/sources/kinds/kind'
import { startI18n } from '@/i18n'
import { countNamedTasks } from '@/questions/plan/named-task-counts'
import { earlierYearEndText, planAtThatTimeText } from '@/store/words/earlier-plan-text'
import { openFromDisk } from '../package-from-disk'

const opened = (await openFromDisk('')).value!

beforeAll(() => startI18n('zh-CN').then(() => undefined))

/** The package with other clause numbers for its named tasks. */
const renumbered = (numberOf: (row: number) => number) => ({
  inventory: {
    ...opened.inventory,
    kinds: opened.inventory.kinds.map((each) => {
      const name = fieldNameByMeaning(each.schema, 'clause')
      if (name === undefined) return each
      const values = Float64Array.from({ length: each.table.length }, (_, row) => numberOf(row))
      const clauses = { type: 'number', values } as const
      return { ...each, table: { ...each.table, columns: { ...each.table.columns, [name]: clauses } } }
    }),
  },
})

it('counts the named tasks of the current plan, and those kept with an earlier one', () => {
  const all = countNamedTasks(opened)
  expect(all.now).toBeGreaterThan(2)
  expect(all.apart).toBe(0)
  expect(countNamedTasks(renumbered((row) => (row < 2 ? 907 : 7)))).toEqual({ now: all.now - 2, apart: 2 })
})

it('states that tasks were carried over only if none stayed behind', () => {
  const { t } = i18next
  expect(planAtThatTimeText(t, { now: 12, apart: 0 })).toContain('已转入现行方案')
  for (const say of [planAtThatTimeText, earlierYearEndText]) {
    expect(say(t, { now: 0, apart: 12 })).toContain('12 项未转入现行方案，留存在旧方案中，不再核查')
    expect(say(t, { now: 3, apart: 12 })).toMatch(/12 项未转入，.*3 项按现行方案核查/)
    expect(say(t, { now: 0, apart: 0 })).not.toContain('任务')
    expect(say(t, null)).not.toContain('任务')
  }
})
