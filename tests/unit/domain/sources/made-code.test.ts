import { expect, it } from 'vitest'
import { isMadeCode } from '@/domain/sources/made-code'

it.each(['Z1-0001', 'Z12-12345', 'XC20221031080000000'])('%s is a code that Chentu made', (code) => {
  expect(isMadeCode(code)).toBe(true)
})

it.each(['', 'Z1', 'Z-0001', 'ZJ1-0001', 'GD2022-0002', 'Z1-0001A', 'XC2022-1', '91610400MA6TK1234X'])(
  '%j is as an office wrote it',
  (code) => {
    expect(isMadeCode(code)).toBe(false)
  },
)
