import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { parseDay } from '@/domain/calendar'
import { fieldNameByMeaning } from '@/domain/sources/kinds/kind'
import { Surveys } from '@/features/explore/detail/Surveys'
import { startI18n } from '@/i18n'
import { eventsById } from '@/ledger/event'
import { foldLedger } from '@/ledger/fold'
import { useChentu } from '@/store/chentu'
import { useLedger } from '@/store/ledger'
import { KINDS, kindOf } from '../fixtures/kinds'
import { inspection, target, write } from '../unit/ledger/records'

const day = fieldNameByMeaning(kindOf('stockpile'), 'inspectedOn')!
const renderSurveys = (inspectedOn: string) => {
  const record = { kind: 'stockpile', file: 'stockpile.csv', values: { [day]: parseDay(inspectedOn) } }
  render(<Surveys summary={{ ...target, source: 0 } as never} record={record as never} />)
}

beforeEach(async () => {
  await startI18n('zh-CN')
  useChentu.setState({ opened: { dataset: { kinds: KINDS }, evaluation: { asOf: '2022-11-30' } } } as never)
  const events = eventsById([write('a', null, inspection({ companions: ['李四'] }), '2022-11-20T02:00:00Z')])
  useLedger.setState({ events, state: foldLedger(events.values()) })
})
afterEach(cleanup)

it('names the team that saw a source last, or the table that has the last check', () => {
  renderSurveys('2022-11-20')
  expect(screen.getByText('巡查队 2022-11-20 现场查看（张三（同行：李四））')).toBeTruthy()
  cleanup()
  renderSurveys('2022-10-05')
  expect(screen.getByText('2022-10-05 登记表记录的最近一次检查')).toBeTruthy()
})
