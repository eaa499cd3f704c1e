import i18next from 'i18next'
import { beforeAll, expect, it } from 'vitest'
import { startI18n } from '@/i18n'
import type { Inspection } from '@/ledger/event'
import type { InspectionEvent } from '@/ledger/visit'
import { correctionLine } from '@/store/words/correction-line'
import { inspection, photoOf, write } from '../ledger/records'

beforeAll(() => startI18n('zh-CN'))

const dataset = { rules: [], endedRules: [], earlierPlans: [], kinds: [] } as never
const record = (change: Partial<Inspection>, at?: string) =>
  write('this', null, inspection(change), at) as InspectionEvent
const line = (before: Partial<Inspection>, after: Partial<Inspection>) =>
  correctionLine(i18next.getFixedT('zh-CN'), dataset, record(before), record(after, '2022-11-01T01:30:00Z'), 'zh-CN')

it('shows who corrected a record, when, and each change with old and new value', () => {
  const said = (rectifyBy: string) => ({ covered: { found: ['破损'], rectifyBy, told: '' } })
  expect(
    line(
      { answers: { covered: 'no', washed: 'yes' }, shortcomings: said('2022-11-01') },
      {
        answers: { covered: 'no', washed: 'not-seen', fenced: 'no' },
        shortcomings: said('2022-11-05'),
        reasons: { washed: '未能进入现场' },
        photos: [photoOf(3).ref],
      },
    ),
  ).toBe(
    '已更正：张三 2022-11-01 09:30；covered 整改期限 2022-11-01 → 2022-11-05；washed 符合 → 无法核查；washed 原因 （无） → 未能进入现场；fenced 未答 → 不符合；补充照片 1 张',
  )
})

it('counts spoken notes, also if nothing else was changed', () => {
  const voice = { hash: 'a'.repeat(64), bytes: 3, at: '2022-10-31T08:00:00Z', seconds: 7, type: 'audio/webm' }
  expect(line({ voices: [voice] }, { voices: [{ ...voice, hash: 'b'.repeat(64) }] })).toBe(
    '已更正：张三 2022-11-01 09:30；补充语音 1 段',
  )
})

it('states that nothing was changed', () => {
  expect(line({}, {})).toBe('已更正：张三 2022-11-01 09:30；内容未改动')
})
