import { expect, it } from 'vitest'
import { importsCode, isMadeCode, mayBeImportsCode, planTasksCode } from '@/domain/sources/made-code'

it.each([importsCode(1, 1), importsCode(12, 12_345), planTasksCode(2023, 3, 1), 'XC20221031080000000'])(
  '%s is a code that Chentu made',
  (code) => {
    expect(isMadeCode(code)).toBe(true)
  },
)

it.each([
  ...['', 'Z1', 'Z-0001', 'ZJ1-0001', 'GD2022-0002', 'Z1-0001A', 'XC2022-1', '91610400MA6TK1234X'],
  // Offices number things like this, too, and so did earlier versions: nothing tells whose code it is.
  ...['Z1-0001', 'Z12-12345', 'T2023-03-01', 'T02-01'],
])('%j is as an office wrote it', (code) => {
  expect(isMadeCode(code)).toBe(false)
})

it('a code that an import of an earlier version may have made is still found for a row that now has one', () => {
  expect(['Z1-0001', importsCode(1, 1)].every(mayBeImportsCode)).toBe(true)
  expect(['GD-1', 'Z1', planTasksCode(2023, 3, 1)].some(mayBeImportsCode)).toBe(false)
})
