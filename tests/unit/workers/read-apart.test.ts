import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openFile } from '@/io/formats/open-file'
import { readApart, readPlanApart } from '@/workers/read-apart'
import type { ReaderSays } from '@/workers/reader.main'
import { oldWorkbook } from '../../fixtures/old-workbooks'

/** A worker that says what it is told to say, and knows whether it was ended. */
class FakeWorker {
  static last: FakeWorker | null = null
  onmessage: ((event: { data: ReaderSays }) => void) | null = null
  onerror: ((event: { preventDefault(): void }) => void) | null = null
  ended = false

  constructor() {
    FakeWorker.last = this
  }

  postMessage(): void {}

  terminate(): void {
    this.ended = true
  }
}

beforeEach(() => {
  FakeWorker.last = null
  vi.stubGlobal('Worker', FakeWorker)
})
afterEach(() => {
  vi.unstubAllGlobals()
})

const file = () => new File([oldWorkbook([['a', 1]], 'biff8')], 'x.xls')
const facts = { head: { name: '表', merges: [], hiddenColumns: [] }, hidden: false, lines: null, crs: '', problems: [] }

async function begun(signal?: AbortSignal) {
  const opening = openFile(file(), {}, signal, readApart)
  await vi.waitFor(() => expect(FakeWorker.last?.onerror).toBeTruthy())
  const worker = FakeWorker.last!
  return { opening, worker }
}

describe('a file that is read in a worker of its own', () => {
  it('comes in pieces, and the worker is ended', async () => {
    const { opening, worker } = await begun()
    for (const data of [
      { table: { ...facts, rows: [] } },
      { rows: [['a']] },
      { rows: [['b']] },
      { format: 'xls' as const },
    ])
      worker.onmessage!({ data })
    const opened = await opening
    const rows: string[][] = []
    if ('file' in opened) await opened.file.sheets[0]!.read((more) => rows.push(...more))
    expect(rows).toEqual([['a'], ['b']])
    expect(worker.ended).toBe(true)
  })

  it('is ended by a cancel at once, whatever it is at', async () => {
    const cancel = new AbortController()
    const { opening, worker } = await begun(cancel.signal)
    cancel.abort(new DOMException('cancelled', 'AbortError'))
    await expect(opening).rejects.toThrow('cancelled')
    expect(worker.ended).toBe(true)
  })

  it('that dies ends in a message', async () => {
    const { opening, worker } = await begun()
    worker.onerror!({ preventDefault: () => undefined })
    expect(await opening).toEqual({ problem: { code: 'reader-died', file: 'x.xls' } })
    expect(worker.ended).toBe(true)
  })

  it('that is killed without a word ends in the same message', async () => {
    let died: () => void = () => undefined
    vi.stubGlobal('navigator', {
      locks: { request: async (_: string, __: object, given: () => void) => new Promise(() => (died = given)) },
    })
    const { opening, worker } = await begun()
    worker.onmessage!({ data: { locked: true } })
    died()
    expect(await opening).toEqual({ problem: { code: 'reader-died', file: 'x.xls' } })
    expect(worker.ended).toBe(true)
  })

  it('that says nothing for too long is given up with a message', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    try {
      const opening = readApart({ file: file(), kind: 'container', encoding: 'utf-8' })
      const worker = FakeWorker.last!
      await vi.advanceTimersByTimeAsync(19_000)
      worker.onmessage!({ data: { table: { ...facts, rows: [] } } })
      await vi.advanceTimersByTimeAsync(19_000)
      expect(worker.ended).toBe(false)
      await vi.advanceTimersByTimeAsync(1_000)
      expect(await opening).toEqual({ problem: { code: 'reader-late', file: 'x.xls' } })
      expect(worker.ended).toBe(true)
    } finally {
      vi.useRealTimers()
    }
  })
})

describe('the text of a plan', () => {
  it('comes from a worker of its own; where that dies it is said', async () => {
    const plan = new File(['一、'], 'plan.txt')
    const read = readPlanApart(plan)
    FakeWorker.last!.onmessage!({ data: { planText: { value: '1.第一条', problems: [] } } })
    expect(await read).toEqual({ value: '1.第一条', problems: [] })
    const died = readPlanApart(plan)
    FakeWorker.last!.onerror!({ preventDefault: () => undefined })
    expect(await died).toEqual({ value: null, problems: [{ code: 'reader-died', file: 'plan.txt' }] })
  })
})
