import { cleanup, render, screen, within } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { besideDustfall } from '@/domain/monitoring/beside-dustfall'
import { BesideView } from '@/features/monitoring/beside/BesideView'
import { startI18n } from '@/i18n'
import type { MonitorsBesideDustfall } from '@/questions/month/monitors-beside-dustfall'

const rule = {
  leastDays: 15,
  withinMetres: 3000,
  apartShare: 0.25,
  source: { zh: '尘图取值', en: '' },
  confirmed: false,
}
const dataset = vi.hoisted(() => ({
  ...{ name: '示例', provenance: [], dustfallPoints: [{ code: 'P1', name: '一号点' }] },
  counties: [1, 2, 3, 4, 5].map((n) => ({ code: `c${n}`, name: `${n}区`, nameEn: `${n}` })),
  monitoring: { day: { leastHours: 20 }, besideDustfall: undefined as unknown },
}))
const answer = vi.hoisted(() => ({ parameter: 'tsp', of: null as unknown }))
vi.mock('@/store/chentu', () => ({ useOpened: () => ({ dataset }), useDataset: () => dataset }))
vi.mock('@/store/answers/use-answer', () => ({ useAnswer: () => ({ ...answer, parameter: 'tsp' }) }))
vi.mock('@/store/answers/use-kept', () => ({ useKept: (value: unknown) => ({ value, isOld: false }) }))
vi.mock('@/store/ledger/use-doubt-verdicts', () => ({ useDoubtVerdicts: () => new Map() }))
vi.mock('@/store/exports/exports-worker', () => ({ READINGS_NAME: 'a' }))
vi.mock('@/features/monitoring/TableExport', () => ({ TableExport: () => null }))
beforeAll(async () => {
  await startI18n('zh-CN')
})
beforeEach(() => {
  dataset.monitoring.besideDustfall = rule
})
afterEach(cleanup)

const places = (all: readonly (readonly [dustfall: number | null, monitors: number | null])[], code: string) => {
  const found = besideDustfall(
    all.map(([dustfall, monitors]) => ({ dustfall, monitors })),
    rule,
  )
  const rows = found.rows.map((row, at) => ({
    ...{ ...row, code: `${code}${at + 1}`, county: `c${at + 1}` },
    ...{ counted: row.monitors === null ? 0 : 2, devices: 2 },
  }))
  return { ...found, rows, doubted: { wrong: 2, open: 0 } }
}
const of = (part: Partial<MonitorsBesideDustfall>): MonitorsBesideDustfall => ({
  months: [{ month: '2022-10', hasDustfall: true, hasHours: true }],
  month: '2022-10',
  hasKept: false,
  counties: places(
    [
      [4, 90],
      [5, 20],
      [6, 30],
      [7, 40],
      [8, 50],
    ],
    'c',
  ),
  points: places([[4, null]], 'P'),
  ...part,
})
const show = () => render(<BesideView parameter="tsp" asOf="2022-11-05" />)

it('shows both ranks of each county, marks where they differ, and gives the number of compared counties', () => {
  answer.of = of({})
  show()
  const section = screen.getByRole('region', { name: '按区县' })
  within(section).getByText('已剔除 2 台·小时核定读数无效的数据（各设备小时数相加）')
  within(section).getByText('两者都有的 5 个；名次相关系数（Spearman）0.00。')
  const cells = within(section)
    .getAllByRole('row')
    .map(({ children }) => [...children].map(({ textContent }) => textContent))
  expect(cells[1]).toEqual(['1区', '4.0', '1', '90.0', '5', '2/2', '+4', '不一致，监测名次靠后'])
  expect(cells[2]).toEqual(['2区', '5.0', '2', '20.0', '1', '2/2', '−1', '一致'])
  const points = screen.getByRole('region', { name: /按点位/ })
  within(points).getByText('1区 一号点')
  within(points).getByText('无有效监测月均值')
  within(points).getByText(/少于 5 个/)
})

it('shows a note instead of a comparison in a month without monitors, or without the rule in the package', () => {
  answer.of = of({ months: [{ month: '2022-10', hasDustfall: true, hasHours: false }] })
  show()
  screen.getByText('该月没有在线监测数据，不能对照。')
  screen.getByRole('button', { name: /2022年10月 · 无在线监测/ })
  cleanup()
  dataset.monitoring.besideDustfall = undefined
  show()
  screen.getByText('数据包没有规定与降尘对照的方法')
})
