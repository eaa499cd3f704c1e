import { expect, it } from 'vitest'
import { samePlanBy } from '@/domain/plan/same-plan'

it('tells a plan by the number of its document, however its brackets are typed, else by its year', () => {
  const one = { number: '咸政办发〔2023〕18号', year: 2023 }
  expect(samePlanBy(one, { number: '咸政办发[2023] 18 号', year: 2024 })).toBe('number')
  expect(samePlanBy(one, { number: '', year: 2023 })).toBe('year')
  expect(samePlanBy({ number: '', year: 2022 }, { number: ' ', year: 2023 })).toBeNull()
})
