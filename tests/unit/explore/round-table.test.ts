import i18next from 'i18next'
import { beforeAll, expect, it } from 'vitest'
import { roundIntro, roundTable } from '@/features/explore/visits/report/round-table'
import { startI18n } from '@/i18n'
import type { RoundStanding, StandingStop } from '@/ledger/rounds'

beforeAll(() => void startI18n('zh-CN'))

const stop = (name: string, state: StandingStop['state']): StandingStop => ({
  stop: { kind: 'stockpile', code: name },
  name,
  state,
  unseen: 0,
  reason: '',
  by: null,
})

it('lists returned stops separately from stops that nobody visited', () => {
  const stops = [stop('甲', 'done'), stop('乙', 'returned'), stop('丙', 'open')]
  const round: RoundStanding = { name: '城北线', team: '一组', day: '2022-10-31', from: 'desk', told: [], stops }
  const t = i18next.getFixedT('zh-CN')
  expect(roundIntro(t, [round])).toBe('巡查路线 1 条，已退回 1 处，跳过 0 处，未到 1 处。')
  const { headings, rows } = roundTable(t, [round])
  expect(Object.fromEntries(headings.map((heading, i) => [heading, rows[0]![i]]))).toMatchObject({
    已查: 1,
    部分核查: 0,
    已退回的点位: '乙',
    未到的点位: '丙',
  })
})
