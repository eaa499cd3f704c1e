import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { MEANINGS } from '@/domain/sources/kinds/meaning'
import { RESERVED_COLUMNS } from '@/domain/sources/kinds/reserved'
import { SHAPES } from '@/domain/sources/kinds/shape'
import { WRITTEN_TYPES } from '@/io/package/kind-schema'
import { packageKinds } from '@/io/package/package-kinds'
import { GUIDE, guideText } from '../../../scripts/data/guide'

const text = readFileSync(GUIDE, 'utf8')

describe('the guide of kinds', () => {
  it('has the kinds of the default package and the messages as the program writes them (npm run data)', () => {
    expect(text).toBe(guideText())
  })

  it('lists every meaning with its type, every shape, and every reserved name', () => {
    const listed = [...text.matchAll(/^\| `(\w+)` \| (string|number|date|boolean) \|/gm)].map(([, name, type]) => [
      name,
      type,
    ])
    expect(listed).toEqual(Object.entries(MEANINGS).map(([name, type]) => [name, WRITTEN_TYPES[type]]))
    const [, shapes] = /^Shapes: (.*?)\. /m.exec(text)!
    expect(shapes!.split(', ')).toEqual(SHAPES.map((shape) => `\`${shape}\``))
    for (const name of RESERVED_COLUMNS) expect(text).toMatch(new RegExp(`\`${name}\`.* are taken`))
  })

  it('contains an example that is read without a problem', () => {
    const [, example] = /```json\n([\s\S]*?)```/.exec(text)!
    const { kinds, problems } = packageKinds([{ path: 'kinds-city.json', value: JSON.parse(example!) }], [])
    expect(problems).toEqual([])
    expect(kinds.map(({ id }) => id)).toEqual(['restaurant'])
    expect(example!.trim().split('\n')).toHaveLength(9)
  })
})
