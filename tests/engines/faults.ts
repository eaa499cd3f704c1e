import type { Engine } from './engine'

/** All errors so far: once this marker has arrived, all earlier messages of the page have arrived too. */
export async function faultsSoFar(engine: Engine): Promise<readonly string[]> {
  if (!engine.hearsErrors) return engine.faults()
  const mark = `mark ${crypto.randomUUID()}`
  await engine.ask(`console.error(${JSON.stringify(mark)})`)
  const faults: string[] = []
  while (!faults.some((fault) => fault.includes(mark))) {
    await new Promise((done) => setTimeout(done, 10))
    faults.push(...engine.faults())
  }
  return faults.filter((fault) => !fault.includes(mark))
}
