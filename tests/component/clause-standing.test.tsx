import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { NO_FILTERS } from '@/domain/sources/view/filters'
import { ClauseStanding } from '@/features/explore/plan/ClauseStanding'
import { startI18n } from '@/i18n'
import { datasetOf } from '@/questions/dataset'
import { evaluateRules } from '@/questions/evaluated-package'
import { type ClauseBasis, clauseBases } from '@/questions/plan/clause-basis'
import { useChentu } from '@/store/chentu'
import { FIRST_VIEW } from '@/store/view/view'
import { openFromDisk } from '../unit/package-from-disk'

const opened = (await openFromDisk('')).value!
const evaluated = evaluateRules(opened, '2022-10-31')
const dataset = datasetOf(opened)
const bases = clauseBases({ evaluated, members: new Uint8Array(evaluated.status.length) })

beforeEach(async () => {
  await startI18n('zh-CN')
  useChentu.setState({
    view: FIRST_VIEW,
    loaded: null,
    opened: { dataset, evaluation: evaluated.evaluation, shown: {} } as never,
  })
})
afterEach(cleanup)

function show(number: number, change: Partial<ClauseBasis> = {}) {
  const clause = dataset.clauses.find((each) => each.number === number)!
  const basis = bases.find((each) => each.clause === number)!
  render(<ClauseStanding clause={clause} basis={{ ...basis, ...change }} />)
  return document.body.textContent
}

it('shows the status of each requirement of a clause and its tables, and filters to its sources on a press', () => {
  const text = show(36)
  expect(text).toMatch(/黑加油站（点、车）动态清零已逾期 \d+/)
  expect(text).toContain('加油站、储油库 96 条（示例）')
  fireEvent.click(screen.getByRole('button', { name: '取得危险化学品经营许可证' }))
  expect(useChentu.getState().view.filters).toEqual({ ...NO_FILTERS, requirements: ['36-licence'] })
})

it('shows how much of an incomplete table the clause needs, and what else is missing', () => {
  const text = show(10)
  expect(text).toContain('方案限期任务 61 条（真实），适用 1 条')
  expect(text).toContain('加油站、储油库 96 条（示例）')
  expect(text).toContain('尚需数据非电用煤量统计表（区县、上年、本年）')
})

it('updates when a clause needs more of a table, and shows the rows behind it', () => {
  expect(show(31)).toMatch(/种养结合比例现为 \d+(\.\d+)? %/)
  fireEvent.click(screen.getAllByRole('button', { name: '查看对应的污染源' })[0]!)
  expect(useChentu.getState().view).toMatchObject({ table: true, filters: { kinds: ['livestock-farm'] } })
})

it('names the dustfall points, and the table of a kind that has no rows yet', () => {
  expect(show(22)).toContain(`降尘监测点位 ${dataset.dustfallPoints.length} 个`)
  cleanup()
  const empty = { sources: [{ kind: 'catering', about: 0, of: 0, dataClasses: [] }], requirements: [] }
  expect(show(30, empty)).toContain('“餐饮单位”表：尚无数据，可在“数据”下载空白模板，填好后导入')
})

it('reports a requirement of the plan that can’t be checked', () => {
  expect(show(39, { sources: [], requirements: [] })).toBe('没有可核查的要求和数据')
})

it('shows the id of a kind that the package does not declare, and keeps the panel open', () => {
  const undeclared = { sources: [{ kind: 'nail-bar', about: 0, of: 0, dataClasses: [] }], requirements: [] }
  expect(show(30, undeclared)).toContain('“nail-bar”表')
})
