import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const files = ['src/app', 'src/features', 'src/map'].flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => join(room, name)),
)

/** Controls that look like the browser's instead of the app's; src/ui/controls has replacements. */
const NATIVE =
  /<select\b|<datalist\b|type="(date|month|week|time|datetime-local)"|className="(action|link)"|panel\.chip\b/g

it('no screen uses a native select or date input, or a button of another style', () => {
  expect(files.length).toBeGreaterThan(100)
  const found = files.flatMap((file) => {
    const code = readFileSync(file, 'utf8')
    return [...code.matchAll(NATIVE)].map(([what]) => `${file}: ${what}`)
  })
  expect(found).toEqual([])
})

it('spacing is in multiples of 4 px, and controls are large enough for a mouse, a finger and a glove', () => {
  const tokens = readFileSync('src/app/tokens.css', 'utf8')
  const spaces = [...tokens.matchAll(/--space-\d: (\d+)px/g)].map(([, px]) => Number(px))
  expect(spaces.length).toBeGreaterThan(4)
  expect(spaces.every((px) => px % 4 === 0)).toBe(true)
  const sizes = [...tokens.matchAll(/--control: (\d+)px/g)].map(([, px]) => Number(px))
  // First the size for a mouse, then that for a finger.
  expect(sizes[0]).toBeGreaterThanOrEqual(28)
  expect(sizes[1]).toBeGreaterThanOrEqual(44)
  expect(readFileSync('src/features/field/Field.module.css', 'utf8')).toContain('--control: 56px')
})
