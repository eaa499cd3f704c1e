import { expect, it } from 'vitest'
import { sameAs } from '@/domain/plan/same-plan'

it('identifies a plan by its document number, with any type of bracket, otherwise by its year', () => {
  const one = { number: '咸政办发〔2023〕18号', year: 2023 }
  expect(sameAs(one, { number: '咸政办发[2023] 18 号', year: 2024 })).toBe('number')
  expect(sameAs(one, { number: '', year: 2023 })).toBe('year')
  expect(sameAs({ number: '', year: 2022 }, { number: ' ', year: 2023 })).toBeNull()
})
