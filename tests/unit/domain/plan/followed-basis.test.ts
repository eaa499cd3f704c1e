import { describe, expect, it } from 'vitest'
import { followedBasis } from '@/domain/plan/followed-basis'

describe('the basis of a requirement that is carried over', () => {
  const before = { title: '甲市2022年工作方案', number: '甲政办〔2022〕1号', year: 2022, clause: 23 }
  const now = { title: '甲市2023年工作方案', number: '甲政办〔2023〕9号', year: 2023, clause: 21 }

  it.each([
    ['甲市2022年工作方案（甲政办〔2022〕1号）第23条', '甲市2023年工作方案（甲政办〔2023〕9号）第21条'],
    ['方案第 23 条', '方案第21条'],
    ['根据《甲市2022年工作方案》第23条', '根据《甲市2023年工作方案》第21条'],
    ['甲市2022年工作方案第5条、第23条', '甲市2023年工作方案第5条、第21条'],
    ['2022年工作方案第23条', '2023年工作方案第21条'],
    ['本方案第23条', '本方案第21条'],
    ['大气污染防治法第23条和方案第23条', '大气污染防治法第23条和方案第21条'],
    ['甲政办〔2022〕1号文件', '甲政办〔2023〕9号文件'],
    ['《2022年蓝天保卫战工作方案》第23条', '《2022年蓝天保卫战工作方案》第23条'],
    ['省蓝天保卫战2022年工作方案第23条', '省蓝天保卫战2022年工作方案第23条'],
    ['省2022年工作方案第23条', '省2022年工作方案第23条'],
    ['省方案第23条', '省方案第23条'],
    ['《空气质量持续改善行动方案》第23条', '《空气质量持续改善行动方案》第23条'],
    ['行动方案第23条，方案附件', '行动方案第23条，方案附件'],
    ['《甲市2022年工作方案实施细则》第23条', '《甲市2022年工作方案实施细则》第23条'],
    ['2021年工作方案第23条', '2021年工作方案第23条'],
    ['大气污染防治法第23条', '大气污染防治法第23条'],
    ['HJ 1221-2021', 'HJ 1221-2021'],
    ['方案第123条', '方案第123条'],
  ])('refers to the new plan, and stays as it is if it is another document: %s', (basis, next) => {
    expect(followedBasis(basis, before, now)).toBe(next)
  })

  it('stays as it is if neither plan has a title', () => {
    const nameless = { title: '', number: '', year: 2022, clause: 23 }
    expect(followedBasis('市纪要', nameless, { ...nameless, clause: 1 })).toBe('市纪要')
  })
})
