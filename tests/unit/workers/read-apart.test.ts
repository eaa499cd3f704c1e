import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openFile } from '@/io/formats/open-file'
import { readInWorker, readPlanInWorker } from '@/workers/read-apart'
import type { ReaderSays } from '@/workers/reader.main'
import { endReaders, type ReaderWanted, startReadersFor } from '@/workers/reader-thread'
import { oldWorkbook } from '../../fixtures/old-workbooks'

type Asked = Omit<ReaderWanted['reader'], 'control'>

/** A reader that sends what the test tells it to, and records whether it was terminated. */
class FakeWorker {
  static made: FakeWorker[] = []
  onerror: ((event: { preventDefault(): void }) => void) | null = null
  ended = false
  private answers: MessagePort | null = null

  constructor() {
    FakeWorker.made.push(this)
  }

  postMessage({ answers }: Asked): void {
    this.answers = answers
  }

  say(said: ReaderSays): void {
    this.answers!.postMessage(said)
  }

  terminate(): void {
    this.ended = true
    this.answers?.close()
  }
}

beforeEach(() => {
  FakeWorker.made = []
  vi.stubGlobal('Worker', FakeWorker)
  // The worker that asks, and what the page receives from it.
  const thread = new EventTarget()
  startReadersFor(thread as unknown as Worker)
  vi.stubGlobal('self', {
    postMessage: (data: unknown) => thread.dispatchEvent(new MessageEvent('message', { data })),
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
})

const file = () => new File([oldWorkbook([['a', 1]], 'biff8')], 'x.xls')
const facts = { head: { name: '表', merges: [], hiddenColumns: [] }, hidden: false, lines: null, crs: '', problems: [] }

/** Resolves after all messages posted before have arrived. */
const heard = () => new Promise((done) => setImmediate(() => setImmediate(done)))

async function begun(signal?: AbortSignal) {
  const opening = openFile(file(), {}, signal, readInWorker)
  await vi.waitFor(() => expect(FakeWorker.made).toHaveLength(1))
  const worker = FakeWorker.made[0]!
  return { opening, worker }
}

describe('a file read in its own worker', () => {
  it('arrives in pieces, and the worker is terminated', async () => {
    const { opening, worker } = await begun()
    for (const data of [
      { table: { ...facts, rows: [] } },
      { rows: [['a']] },
      { rows: [['b']] },
      { format: 'xls' as const },
    ])
      worker.say(data)
    const opened = await opening
    const rows: string[][] = []
    if ('file' in opened) await opened.file.sheets[0]!.read((more) => rows.push(...more))
    expect(rows).toEqual([['a'], ['b']])
    await vi.waitFor(() => expect(worker.ended).toBe(true))
  })

  it('is stopped by a cancel at once, whatever it is doing', async () => {
    const cancel = new AbortController()
    const { opening, worker } = await begun(cancel.signal)
    cancel.abort(new DOMException('cancelled', 'AbortError'))
    await expect(opening).rejects.toThrow('cancelled')
    await vi.waitFor(() => expect(worker.ended).toBe(true))
  })

  it('ends in an error if the worker dies', async () => {
    const { opening, worker } = await begun()
    worker.onerror!({ preventDefault: () => undefined })
    expect(await opening).toEqual({ problem: { code: 'reader-died', file: 'x.xls' } })
    await vi.waitFor(() => expect(worker.ended).toBe(true))
  })

  it('ends in the same error if the worker is killed silently', async () => {
    let died: () => void = () => undefined
    const asked = vi.fn((_: string, __: object, given: () => void) => {
      died = given
      return new Promise(() => undefined)
    })
    vi.stubGlobal('navigator', { locks: { request: asked } })
    const { opening, worker } = await begun()
    worker.say({ locked: true })
    await vi.waitFor(() => expect(asked).toHaveBeenCalled())
    died()
    expect(await opening).toEqual({ problem: { code: 'reader-died', file: 'x.xls' } })
    await vi.waitFor(() => expect(worker.ended).toBe(true))
  })

  it('ends in an error if it sends nothing for too long', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    try {
      const opening = readInWorker({ file: file(), kind: 'container', encoding: 'utf-8' })
      const worker = FakeWorker.made[0]!
      await vi.advanceTimersByTimeAsync(19_000)
      worker.say({ table: { ...facts, rows: [] } })
      await heard()
      await vi.advanceTimersByTimeAsync(19_000)
      expect(worker.ended).toBe(false)
      await vi.advanceTimersByTimeAsync(1_000)
      expect(await opening).toEqual({ problem: { code: 'reader-late', file: 'x.xls' } })
      await vi.waitFor(() => expect(worker.ended).toBe(true))
    } finally {
      vi.useRealTimers()
    }
  })
})

describe('readers', () => {
  it('are terminated with the worker that started them', async () => {
    const { opening, worker } = await begun()
    endReaders()
    expect(worker.ended).toBe(true)
    worker.onerror!({ preventDefault: () => undefined })
    await opening
  })
})

describe('the text of a plan', () => {
  it('comes from its own worker, whose death is reported', async () => {
    const plan = new File(['一、'], 'plan.txt')
    const read = readPlanInWorker(plan)
    FakeWorker.made[0]!.say({ planText: { value: '1.第一条', problems: [] } })
    expect(await read).toEqual({ value: '1.第一条', problems: [] })
    const died = readPlanInWorker(plan)
    FakeWorker.made[1]!.onerror!({ preventDefault: () => undefined })
    expect(await died).toEqual({ value: null, problems: [{ code: 'reader-died', file: 'plan.txt' }] })
  })
})
