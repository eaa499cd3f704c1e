import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { isEndedOnHeading } from '@/domain/sources/ended-words'
import { EXTRA } from '@/domain/sources/reading/read-table'
import { textColumn } from '@/domain/table/build-column'
import { type Table, textAt } from '@/domain/table/column'
import { EndedNote } from '@/features/explore/detail/EndedNote'
import { startI18n } from '@/i18n'
import { evaluateRules } from '@/questions/evaluated-package'
import { sourceRecord } from '@/questions/source/source-record'
import { openFromDisk } from '../unit/package-from-disk'

const opened = (await openFromDisk('')).value!
const KIND = 'construction-site'
const said = { kind: KIND, day: '2022-10-30', answers: {}, deadlines: {}, ended: '已完工' } as const
const site = opened.inventory.kinds.find(({ kind }) => kind === KIND)!
const code = textAt(site.table, 'code', 0)

/** The record of the first site, with columns of the office's own. */
function recordWith(columns: Readonly<Record<string, string>>, by?: string) {
  const own = Object.entries(columns).map(([heading, cell]) => [
    EXTRA + heading,
    textColumn(Array.from({ length: site.table.length }, (_, row) => (row === 0 ? cell : ''))),
  ])
  const table: Table = { ...site.table, columns: { ...site.table.columns, ...Object.fromEntries(own) } }
  const kinds = opened.inventory.kinds.map((each) => (each === site ? { ...each, table } : each))
  const seen = by === undefined ? [] : [{ ...said, code, ...(by && { endedBy: by }) }]
  return sourceRecord(
    evaluateRules({ ...opened, inventory: { ...opened.inventory, kinds } }, '2022-10-31', seen),
    site.first,
  )
}

afterEach(cleanup)

it('the card of a source that the list calls completed says so, since when, and that it still counts', async () => {
  await startI18n('zh-CN')
  const closed = recordWith({ 工程状态: '竣工', 计划竣工时间: '2022-08', 竣工时间: '2022年9月' })
  // It is judged and counted as if the list said nothing of it.
  expect(closed.findings).toEqual(recordWith({}).findings)
  render(<EndedNote record={closed} />)
  expect(screen.getByRole('note').textContent).toMatch(
    /^台账记为“竣工”（竣工时间：2022年9月）各项要求照常核查，地图和各项统计仍计入/,
  )
  cleanup()
  render(<EndedNote record={recordWith({ 工程状态: '竣工', 计划竣工时间: '2022-08' })} />)
  expect(screen.getByRole('note').textContent).toMatch(/^台账记为“竣工”（台账未写明日期）/)
})

it('the card of a source that a team recorded as completed says so, with the day and by whom', async () => {
  await startI18n('zh-CN')
  render(<EndedNote record={recordWith({}, '张三')} />)
  expect(screen.getByRole('note').textContent).toMatch(/^2022-10-30 张三现场记录“已完工”各项要求照常核查/)
  cleanup()
  render(<EndedNote record={recordWith({}, '')} />)
  expect(screen.getByRole('note').textContent).toMatch(/^2022-10-30 现场记录“已完工”/)
  cleanup()
  // Of any other source, and of works that only stopped, nothing is said.
  render(<EndedNote record={recordWith({ 工程状态: '停工', 竣工时间: '2022年9月' })} />)
  expect(screen.queryByRole('note')).toBeNull()
})

it('a column says since when a source is no more by its heading, unless that is planned', () => {
  const headings = ['竣工时间', '销号日期', '关停完成时间', '拆除完成日期', '竣工验收日期', '完工日']
  expect(headings.filter((each) => !isEndedOnHeading(each))).toEqual([])
  const others = ['计划竣工时间', '合同完工日期', '整改完成时间', '开工日期', '关停原因', '销号期限', '拟关停时间']
  expect(others.filter(isEndedOnHeading)).toEqual([])
})
