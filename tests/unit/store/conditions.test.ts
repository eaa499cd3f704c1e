import i18next, { type TFunction } from 'i18next'
import { beforeAll, expect, it } from 'vitest'
import { startI18n } from '@/i18n'
import { conditionsLine } from '@/store/words/conditions'

let t: TFunction<'texts'>
beforeAll(async () => {
  await startI18n('zh-CN')
  t = i18next.getFixedT('zh-CN', 'texts')
})

const short = (line: string) => line.length <= 12

it('a single condition that is too long is said whole', () => {
  const long = '围挡为“否”，且面积在 10000 平方米以上'
  expect(conditionsLine(t, [{ name: '面积', chosen: [long] }], 'zh-CN', short)).toBe(`面积 ${long}`)
})

it('of several as many as fit are said, at least one, and how many there are', () => {
  const conditions = [{ name: '区县', chosen: ['秦都区', '渭城区', '三原县'] }]
  expect(conditionsLine(t, conditions, 'zh-CN')).toBe('区县 秦都区、渭城区、三原县')
  expect(conditionsLine(t, conditions, 'zh-CN', short)).toBe('区县 秦都区 等 3 项条件')
})
