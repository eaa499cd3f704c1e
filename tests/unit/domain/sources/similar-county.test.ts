import { expect, it } from 'vitest'
import { similarCountyFinder } from '@/domain/sources/similar-county'

const county = (name: string, ...aliases: string[]) => ({ code: name, name, nameEn: '', aliases, ranked: true })
const similar = similarCountyFinder([
  county('泾阳县', '泾河新城'),
  county('三原县'),
  county('乾县'),
  county('渭城区'),
  county('秦都区'),
  county('东平县'),
  county('西平县'),
])

it.each([
  ['径阳县', '泾阳县'],
  ['泾 阳 县', null],
  ['泾阳', null],
  ['径河新城', '泾阳县'],
  ['三塬县', '三原县'],
  // Too short to be sure, two characters away, or near to two counties.
  ['干县', null],
  ['径洋县', null],
  ['南平县', null],
  ['', null],
])('%s: %s', (text, name) => expect(similar(text)).toBe(name))
