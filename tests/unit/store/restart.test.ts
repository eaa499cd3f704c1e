import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { NothingOpen } from '@/workspace/nothing-open'
import { FakeWorker } from '../../fixtures/fake-worker'

const DATASET = {
  kinds: [],
  settings: { asOf: '2026-05-06', ring: { basis: 'point', radiusMetres: 5000 } },
  checksum: 'c',
}

/** A worker with default answers, which tests replace as needed. */
const worker = (changed: object = {}) => ({
  ping: () => true,
  hold: () => false,
  openPackage: () => ({ value: DATASET, problems: [] }),
  setObservations: () => undefined,
  evaluate: () => ({ asOf: '2026-05-06' }),
  ringState: () => ({}),
  showSources: () => ({}),
  countShown: () => ({}),
  findSource: () => null,
  sourceRecord: () => 'answered',
  ...changed,
})
const never = () => new Promise(() => undefined)
/** A worker that hangs at its first question, and is then killed. */
const hangs = (question: string) => worker({ [question]: never })

let lives: object[] = []
let made: FakeWorker[] = []
class NextWorker extends FakeWorker {
  constructor() {
    super(lives[made.length] ?? worker())
    made.push(this)
  }
}

async function page(...apis: object[]) {
  lives = apis
  const [client, { useChentu }] = await Promise.all([import('@/workers/client'), import('@/store/chentu')])
  return { ...client, useChentu }
}
/** Kills the living worker: its message can't be deserialised. */
const kill = () => made.at(-1)!.dispatchEvent(new Event('messageerror'))
const alive = (count: number) => vi.waitFor(() => expect(made).toHaveLength(count))

beforeEach(() => {
  vi.resetModules()
  made = []
  vi.stubGlobal('Worker', NextWorker)
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(() => {
  for (const each of made) each.terminate()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('a question to a worker that died', () => {
  it('is answered by the next one once that has opened its package, also if asked earlier', async () => {
    let [open, refused] = [false, 0]
    let goOn = () => {}
    const waits = new Promise<void>((done) => {
      goOn = done
    })
    const second = worker({
      async openPackage() {
        await waits
        open = true
        return { value: DATASET, problems: [] }
      },
      sourceRecord() {
        if (open) return 'answered'
        refused++
        throw new NothingOpen()
      },
    })
    const { datasetWorker, useChentu } = await page(worker(), second)
    await useChentu.getState().open('x')
    kill()
    await alive(2)
    const asked = datasetWorker().sourceRecord(1)
    await vi.waitFor(() => expect(refused).toBe(1))
    goOn()
    expect(await asked).toBe('answered')
    expect(refused).toBe(1)
  })

  it('is answered by the next one', async () => {
    const { datasetWorker, useChentu } = await page(hangs('sourceRecord'), worker())
    await useChentu.getState().open('x')
    const asked = datasetWorker().sourceRecord(1)
    kill()
    expect(await asked).toBe('answered')
  })

  it('is answered by the third one if the second dies before its package is open', async () => {
    const { datasetWorker, useChentu } = await page(hangs('sourceRecord'), hangs('openPackage'), worker())
    await useChentu.getState().open('x')
    const asked = datasetWorker().sourceRecord(1)
    kill()
    await alive(2)
    kill()
    expect(await asked).toBe('answered')
    expect(made).toHaveLength(3)
  })

  it('is answered if the next one dies with it, too', async () => {
    const { datasetWorker, useChentu } = await page(hangs('sourceRecord'), hangs('sourceRecord'), worker())
    await useChentu.getState().open('x')
    const asked = datasetWorker().sourceRecord(1)
    kill()
    await vi.waitFor(() => expect(useChentu.getState().phase).toBe('ready'))
    await alive(2)
    await datasetWorker().countShown()
    kill()
    expect(await asked).toBe('answered')
  })

  it('is rejected if too many die', async () => {
    const { datasetWorker, useChentu } = await page(
      hangs('sourceRecord'),
      ...Array.from({ length: 4 }, () => hangs('openPackage')),
    )
    await useChentu.getState().open('x')
    const asked = datasetWorker().sourceRecord(1)
    const refused = expect(asked).rejects.toMatchObject({ name: 'WorkerStopped' })
    kill()
    for (const count of [2, 3, 4]) {
      await alive(count)
      kill()
    }
    await refused
    expect(useChentu.getState()).toMatchObject({ phase: 'broken', problems: [{ code: 'worker-stopped' }] })
  })

  it.each([
    [
      'can not be opened again',
      { openPackage: () => ({ value: null, problems: [{ code: 'file-unreachable', file: 'x' }] }) },
    ],
    [
      'fails to be opened again',
      {
        openPackage: () => {
          throw new Error('broken')
        },
      },
    ],
  ])('is rejected if the package %s', async (_, changed) => {
    const { datasetWorker, useChentu } = await page(hangs('sourceRecord'), worker(changed))
    await useChentu.getState().open('x')
    const refused = expect(datasetWorker().sourceRecord(1)).rejects.toMatchObject({ name: 'WorkerStopped' })
    kill()
    await refused
    expect(useChentu.getState().phase).toBe('broken')
  })
})
