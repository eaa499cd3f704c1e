import { expect, it } from 'vitest'
import { samePlanBy } from '@/domain/plan/same-plan'

it('identifies a plan by its document number, with any type of bracket, otherwise by its year', () => {
  const one = { number: '咸政办发〔2023〕18号', year: 2023 }
  expect(samePlanBy(one, { number: '咸政办发[2023] 18 号', year: 2024 })).toBe('number')
  expect(samePlanBy(one, { number: '', year: 2023 })).toBe('year')
  expect(samePlanBy({ number: '', year: 2022 }, { number: ' ', year: 2023 })).toBeNull()
})
