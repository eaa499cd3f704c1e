import { expect, it } from 'vitest'
import { narrowedName } from '@/features/explore/handover/narrowed-name'

it('distinguishes two lists of one day by their filters and numbers of rows', () => {
  expect(narrowedName('建筑工地', '问题清单', ['建筑工地', '秦都区', '第23条'], '12条')).toBe(
    '建筑工地问题清单 秦都区 第23条 12条',
  )
  expect(narrowedName('建筑工地', '问题清单', ['建筑工地', '渭城区', '第23条'], '9条')).toBe(
    '建筑工地问题清单 渭城区 第23条 9条',
  )
  expect(narrowedName('污染源', '', [], '8,120条')).toBe('污染源 8,120条')
})

it('shortens long filters, and keeps the number of rows', () => {
  const name = narrowedName('污染源', '问题清单', ['县'.repeat(80)], '3条')
  expect(name).toBe(`污染源问题清单 ${'县'.repeat(39)}… 3条`)
})
