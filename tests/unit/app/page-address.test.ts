import { expect, it } from 'vitest'
import { opensPackage } from '@/app/page-address'

it('opens no package for the diagnosis page or a province, and one for every other address', () => {
  const opens = (address: string) => opensPackage(new URL(address, 'http://here/app/') as unknown as Location)
  for (const address of ['', '#/explore', '?data=data/a', '?data=p/a&province=p#/explore', '#/field?source=x/1'])
    expect(opens(address)).toBe(true)
  for (const address of [
    '#/diagnosis',
    '?data=data/a#/diagnosis',
    '?province=p',
    '?province=p#/province?month=2022-10',
  ])
    expect(opens(address)).toBe(false)
})
