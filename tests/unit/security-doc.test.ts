import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const text = readFileSync('docs/security.md', 'utf8')
/** `file: “test”, “test…”; file: “test”` between stars. */
const references = [...text.matchAll(/\*((?:unit|browser|component)\/[^*]+)\*/g)].flatMap(([, said]) =>
  said!.split(';').flatMap((part) => {
    // Besides tests a promise may name a benchmark.
    const [, file] = /^\s*((?:unit|browser|component)\/[\w/-]+(?:\.ts)?)/.exec(part) ?? []
    if (!file) return []
    const path = ['', '.test.ts', '.test.tsx'].map((end) => `tests/${file}${end}`).find(existsSync)
    return [{ file, path, tests: [...part.matchAll(/“([^”]+)”/g)].map(([, name]) => name!) }]
  }),
)

describe('docs/security.md', () => {
  it('names only tests that there are', () => {
    expect(references.length).toBeGreaterThan(20)
    for (const { file, path, tests } of references) {
      expect(path, file).toBeDefined()
      const code = readFileSync(path!, 'utf8')
      for (const name of tests) expect(code, `${file}: ${name}`).toContain(name.replace(/…$/, ''))
    }
  })

  it('names a test with every promise about the ledger', () => {
    const promises = text.slice(text.indexOf('## The ledger'), text.indexOf('### Not promised'))
    const unheld = promises
      .split('\n- ')
      .slice(1)
      .filter((each) => !/\*(unit|browser)\//.test(each))
    expect(unheld).toEqual([])
  })
})
