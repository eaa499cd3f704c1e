import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { parseDay } from '@/domain/calendar'
import { STATUS } from '@/domain/rules/status'
import { Requirements } from '@/features/explore/detail/Requirements'
import { startI18n } from '@/i18n'
import { datasetOf } from '@/questions/dataset'
import { evaluateRules } from '@/questions/evaluated-package'
import { findSource } from '@/questions/source/find-source'
import { type SourceRecord, sourceRecord } from '@/questions/source/source-record'
import { useChentu } from '@/store/chentu'
import { FIRST_VIEW } from '@/store/view/view'
import { openFromDisk } from '../unit/package-from-disk'

const opened = (await openFromDisk('')).value!
const evaluated = evaluateRules(opened, '2022-10-31')
const dataset = datasetOf(opened)
const recordOf = (code: string) => sourceRecord(evaluated, findSource(evaluated, 'construction-site', code)!.source)
const stopped = recordOf('GD2022-0238')

afterEach(cleanup)

async function show(record: SourceRecord, language: 'zh-CN' | 'en', of = dataset) {
  await startI18n(language)
  await act(async () =>
    useChentu.setState({ view: FIRST_VIEW, opened: { dataset: of, evaluation: evaluated.evaluation } as never }),
  )
  render(<Requirements record={record} />)
}
const findingOf = (title: string) => screen.getByText(title, { exact: false, selector: 'strong' }).parentElement!

it('shows in both languages that a finding is by readings, by how much, and that they are illustrative', async () => {
  await show(stopped, 'zh-CN')
  const zh = findingOf('扬尘在线监测仪在线').textContent
  expect(zh).toMatch(/^扬尘在线监测仪在线 待核实/)
  expect(zh).not.toMatch(/不符合|缺数据/)
  expect(zh).toContain(
    '据监测读数：2022-10-25 至 2022-10-31 共 168 小时，有效 120 小时，占 71.4%，低于参考值 90%（未经核实），需现场核实 示例',
  )
  cleanup()
  await show(stopped, 'en')
  expect(findingOf('Dust monitor online').textContent).toContain(
    'From readings: 2022-10-25 to 2022-10-31, 120 of 168 hours valid, 71.4%, below the reference 90% (not verified), to be verified on site made up',
  )
})

it('counts items that a person has to check apart from items without a record', async () => {
  await show(stopped, 'zh-CN')
  const heading = screen.getByRole('heading', { level: 3 }).textContent
  const unknown = stopped.findings.filter(({ status }) => status === STATUS.unknown).length
  expect(stopped.toVerify.length).toBeGreaterThan(0)
  expect(heading).toContain(`${stopped.toVerify.length} 待核实`)
  if (unknown > stopped.toVerify.length) expect(heading).toContain(`${unknown - stopped.toVerify.length} 缺数据`)
  else expect(heading).not.toContain('缺数据')
})

it('explains the calculation, with the source of each setting', async () => {
  await show(stopped, 'zh-CN')
  fireEvent.click(within(findingOf('扬尘在线监测仪在线')).getByRole('button', { name: /计算依据/ }))
  const why = screen.getByRole('dialog').textContent
  expect(why).toContain('数据包的读数，以及在本机导入的读数')
  expect(why).toContain('低于它不作为不符合，列为待核实')
  expect(why).toContain('最近 7 日的有效小时不低于 90% 为在线')
  expect(why).toMatch(/7 日为尘图取值\s·\s未经核实/)
})

it('shows no badge for real readings, no doubt for confirmed settings, and a share just below the threshold as too low', async () => {
  const measured = stopped.measured.map((fact) => ({
    ...fact,
    ...{ role: 'decides' as const, dataClass: 'real' as const, hours: 8994, of: 10_000 },
  }))
  const monitoring = dataset.monitoring!
  const confirmed = { ...monitoring, online: { ...monitoring.online!, confirmed: true } }
  await show({ ...stopped, measured }, 'zh-CN', { ...dataset, monitoring: confirmed })
  const said = findingOf('扬尘在线监测仪在线').textContent
  expect(said).toContain('占 89.9%，低于 90% ')
  expect(said).not.toContain('示例')
  expect(said).not.toContain('未经核实')
})

it('shows flags of a calibration beside the written date, and says nothing without one', async () => {
  const calibrated = recordOf('GD2022-0173')
  const rule = dataset.rules.findIndex(({ id }) => id === '23-calibrated')
  const [finding] = stopped.findings
  const record = { ...calibrated, findings: [{ ...finding!, rule }], kept: [] }
  await show(record, 'zh-CN')
  const said = findingOf('扬尘在线监测仪每季度校准').textContent
  expect(said).toContain('监测读数在本季度 2022-10-21 有校准标记')
  expect(
    calibrated.measured.some((each) => each.measured === 'calibrated' && each.days.includes(parseDay('2022-10-21'))),
  ).toBe(true)
  cleanup()
  await show({ ...record, measured: [] }, 'zh-CN')
  expect(findingOf('扬尘在线监测仪每季度校准').textContent).not.toContain('监测读数')
})

it('shows stored readings with their valid hours, share and reference value', async () => {
  await show(recordOf('GD2022-0173'), 'zh-CN')
  expect(screen.getByText(/有效 168 小时，占 100%，不低于参考值 90%（未经核实）/)).toBeTruthy()
})

it('describes insufficient readings, and what is known of the monitor instead', async () => {
  const undecided = { fields: ['monitorOnline'], days: 2, last: parseDay('2022-10-30'), dataClass: 'real' } as const
  await show({ ...stopped, measured: [], undecided, values: { ...stopped.values, monitorOnline: true } }, 'zh-CN')
  expect(findingOf('扬尘在线监测仪在线').textContent).toContain(
    '监测读数截至 2022-10-31 只有完整的 2 日，最后一日 2022-10-30（未满的一日不计），不足 7 日，未按读数判定是否在线，按台账和巡查记录：是。',
  )
})
