import { expect, it } from 'vitest'
import { correspondences } from '@/domain/plan/correspond'

const clause = (number: number, title: string, words: string, ...lead: string[]) => ({ number, title, words, lead })

it('does not propose a clause that shares only words common to every plan, even if no other is left', () => {
  const earlier = [clause(11, '清洁取暖', '巩固清洁取暖成果，加强监管，年底前完成整治', '市住建局')]
  const now = [clause(16, '加强渣土车管理', '严格渣土车监管，年底前完成新能源替代', '市住建局')]
  expect(correspondences(earlier, now)).toEqual([])
  expect(correspondences(earlier, [...now, clause(3, '推进清洁取暖', '巩固清洁取暖成果', '市能源局')])).toMatchObject([
    { earlier: 11, now: 3 },
  ])
})
