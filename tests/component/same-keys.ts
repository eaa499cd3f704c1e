import { afterEach, beforeEach, expect, vi } from 'vitest'

// React warns of children with the same key, and then shows some twice or not at all. The built app says nothing.
const OF_KEYS = /same key|unique "key"/

beforeEach(() => {
  vi.spyOn(console, 'error')
})

afterEach(() => {
  if (!vi.isMockFunction(console.error)) return
  const warnings = vi.mocked(console.error).mock.calls.filter(([text]) => OF_KEYS.test(String(text)))
  vi.mocked(console.error).mockRestore()
  expect(warnings).toEqual([])
})
