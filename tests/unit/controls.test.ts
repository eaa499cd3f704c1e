import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const files = ['src/app', 'src/features', 'src/map'].flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => join(room, name)),
)

/** What looks and speaks as the browser does, and not as the app: src/ui/controls has it. */
const NATIVE =
  /<select\b|<datalist\b|type="(date|month|week|time|datetime-local)"|className="(action|link)"|panel\.chip\b/g

it('has no select, date or month of the browser on any screen, and no button of another kind', () => {
  expect(files.length).toBeGreaterThan(100)
  const found = files.flatMap((file) => {
    const code = readFileSync(file, 'utf8')
    return [...code.matchAll(NATIVE)].map(([what]) => `${file}: ${what}`)
  })
  expect(found).toEqual([])
})

it('keeps distances in fours, and targets large enough for a mouse, a finger and a glove', () => {
  const tokens = readFileSync('src/app/tokens.css', 'utf8')
  const spaces = [...tokens.matchAll(/--space-\d: (\d+)px/g)].map(([, px]) => Number(px))
  expect(spaces.length).toBeGreaterThan(4)
  expect(spaces.every((px) => px % 4 === 0)).toBe(true)
  const sizes = [...tokens.matchAll(/--control: (\d+)px/g)].map(([, px]) => Number(px))
  // The desk's, then that of a finger.
  expect(sizes[0]).toBeGreaterThanOrEqual(28)
  expect(sizes[1]).toBeGreaterThanOrEqual(44)
  expect(readFileSync('src/features/field/Field.module.css', 'utf8')).toContain('--control: 56px')
})
