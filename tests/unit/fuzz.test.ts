import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { wordDocument } from '../fixtures/old-workbooks'
import { bundleWorker, IsolatedWorker } from '../fuzz/apart'
import { fuzzReaders } from '../fuzz/readers'
import type { ReadingAnswer, ReadingQuestion } from '../fuzz/readers.worker'

it('300 broken files: each gets an answer, nothing crashes, and no modified file is accepted', async () => {
  const { tried, faults } = await fuzzReaders({ count: 300, seed: 1 })
  expect(tried).toBe(300)
  // The time to cancel is measured by the full campaign: here other tests run in parallel.
  expect(faults.filter((fault) => !fault.includes('the cancel took'))).toEqual([])
}, 180_000)

describe('a small file that keeps a naive parser busy for minutes', () => {
  /** Far more than a linear reader needs. */
  const HANGS_MS = 60_000
  let apart: IsolatedWorker<ReadingQuestion, ReadingAnswer>
  beforeAll(async () => {
    apart = new IsolatedWorker(await bundleWorker('tests/fuzz/readers.worker.ts'), 512)
  })
  afterAll(() => apart.end())

  const times = (text: string, letters: number) => text.repeat(letters / text.length)
  const merged = '<Cell ss:MergeDown="60000" ss:MergeAcross="200"><Data ss:Type="String">a</Data></Cell>'
  const cases: readonly (readonly [string, string, string | Uint8Array<ArrayBuffer>])[] = [
    ['tags that nothing closes', 'a.kml', `<kml>${times('<', 1e6)}`],
    ['comments that nothing closes', 'a.docx', wordDocument(times('<!--', 5e5))],
    [
      'cells merged over millions',
      'a.xls',
      `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="a"><Table><Row>${times(merged, 1e5)}</Row></Table></Worksheet></Workbook>`,
    ],
    ['quotes that nothing closes', 'a.csv', times('"a\n', 1e6)],
    ['one line', 'a.csv', times('a,', 4e6)],
  ]

  it.each(cases)(
    '%s',
    async (_, name, content) => {
      const bytes = new Uint8Array(await new Blob([content]).arrayBuffer())
      const ending = await apart.ask({ name, reader: 'office', bytes, ledger: null, whole: null }, HANGS_MS)
      expect(ending).toHaveProperty('answer')
    },
    90_000,
  )
})
