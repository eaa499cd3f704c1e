import fc from 'fast-check'
import { beforeEach, expect, it, vi } from 'vitest'
import { keepError, keepSlowAnswer, useIncidents } from '@/store/device/incidents'

/** The contents of the browser's storage. */
const stored = new Map<string, string>()
vi.stubGlobal('localStorage', {
  getItem: (name: string) => stored.get(name) ?? null,
  setItem: (name: string, text: string) => void stored.set(name, text),
  removeItem: (name: string) => void stored.delete(name),
})

beforeEach(() => useIncidents.getState().clear())

const incidents = () => useIncidents.getState().incidents

it('keeps nothing of an error’s message, because it may quote a file', () => {
  // Words that occur in no name of an error or a question.
  const words = fc.string({ unit: fc.constantFrom('咸', '阳', '渣', '土', 'ß', '7', '"', ' ', '/assets/', '.js', ':') })
  fc.assert(
    fc.property(words, words, (message, name) => {
      const error = new SyntaxError(`Unexpected token in ${message}秦都工地`)
      error.name = `${name}秦都工地`
      keepError('error', error, 0)
      const kept = JSON.stringify([...stored.values()])
      expect(kept).not.toMatch(/[咸阳渣土秦都工地ß]/)
    }),
  )
})

it('keeps the position of an error in the code: file, line and column', () => {
  const error = new TypeError('x')
  error.stack =
    'TypeError: 秦都 /assets/秦都.csv:1:2\n at a (https://eco.example/t/assets/main-B1.js:12:345)\n at https://eco.example/t/assets/vendor-C2.js:6:7'
  keepError('error', error, 1)
  expect(incidents()).toEqual([
    { at: 1, what: 'error', name: 'TypeError', places: ['main-B1.js:12:345', 'vendor-C2.js:6:7'] },
  ])
})

it('keeps the latest forty incidents, with the duration of a slow answer', () => {
  for (let i = 0; i < 50; i++) keepSlowAnswer('tableRows', 3000.4 + i, i)
  expect(incidents()).toHaveLength(40)
  expect(incidents().at(-1)).toEqual({ at: 49, what: 'slow-answer', name: 'tableRows', places: [], ms: 3049 })
})
