import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const text = readFileSync('docs/security.md', 'utf8')
/** Sections without promises. */
const NO_PROMISES = ['Who might want what', 'Not promised', 'Headers for a server', 'To check them']
const sections = text
  .split(/^#{2,3} /m)
  .slice(1)
  .map((section) => ({ title: section.slice(0, section.indexOf('\n')), promises: section.split('\n- ').slice(1) }))

/** `file: “test”, “test…”; file: “test”` between asterisks. */
const references = [...text.matchAll(/\*((?:unit|browser|component)\/[^*]+)\*/g)].flatMap(([, said]) =>
  said!.split(';').flatMap((part) => {
    // A promise may also refer to a benchmark.
    const [, file] = /^\s*((?:unit|browser|component)\/[\w/-]+(?:\.ts)?)/.exec(part) ?? []
    if (!file) return []
    const path = ['', '.test.ts', '.test.tsx'].map((end) => `tests/${file}${end}`).find(existsSync)
    return [{ file, path, tests: [...part.matchAll(/“([^”]+)”/g)].map(([, name]) => name!) }]
  }),
)

describe('docs/security.md', () => {
  it('names only existing tests', () => {
    expect(references.length).toBeGreaterThan(60)
    for (const { file, path, tests } of references) {
      expect(path, file).toBeDefined()
      const code = readFileSync(path!, 'utf8')
      for (const name of tests) expect(code, `${file}: ${name}`).toContain(name.replace(/…$/, ''))
    }
  })

  it('has its sections, and names a test for every promise', () => {
    for (const title of [
      'The ledger',
      'Windows and versions',
      'Pages, policy and workers',
      'Files from outside',
      'Parts',
    ])
      expect(sections.map((section) => section.title)).toContain(title)
    const promises = sections.filter(({ title }) => !NO_PROMISES.includes(title)).flatMap((section) => section.promises)
    expect(promises.length).toBeGreaterThan(40)
    expect(promises.filter((each) => !/\*(unit|browser|component)\//.test(each))).toEqual([])
  })
})
