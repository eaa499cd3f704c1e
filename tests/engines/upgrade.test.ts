import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EVENTS } from '@/ledger/bundle-schema'
import type { LedgerEvent } from '@/ledger/event'
import { serve } from '../browser/chromium'
import { startChromium } from './chromium'
import type { Engine } from './engine'
import { faultsSoFar } from './faults'
import { whole, words } from './journey'
import { openCheck, saveCheck } from './journeys/field'
import { STORED_PORT, unpackStored } from './stored'
import { answerFirst, Visitor } from './visitor'

/** Releases whose stored data is available, as made by `tests/fixtures/store-release.ts`. */
const RELEASES = ['0.1.0']

const HISTORY = `[aria-label="${words.check.history}"]`

describe.each(RELEASES)('what an office stored under %s, opened by the app as it is now', (version) => {
  let folder: string
  let engine: Engine
  let desk: Visitor
  let server: Awaited<ReturnType<typeof serve>>
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'chentu-upgrade-'))
    const profile = join(folder, 'profile')
    unpackStored(`tests/fixtures/stored-${version}.zip`, profile)
    server = await serve('dist', answerFirst(true), STORED_PORT)
    engine = await startChromium({ folder: profile, isPrivate: false })
    desk = new Visitor(engine, server.origin)
  })
  afterAll(async () => {
    await engine?.close()
    await server?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('has the imported version in force, and the previous one to restore', async () => {
    await desk.open('#/explore?panel=layers')
    await desk.mapDrawn()
    expect(await desk.number('建筑工地\\s+(?:[\\d,]+\\s+)?([\\d,]+)\\s', 'main')).toBe(2)
    await desk.open('#/data')
    await desk.see('在建工地\\.csv')
    await desk.see(words.data.delivered)
  })

  it('has the record, and the unfinished draft', async () => {
    await openCheck(desk)
    await desk.see('裸土未覆盖', HISTORY)
    await desk.until(`[...document.querySelectorAll('textarea')].some(({ value }) => value === '明日再看')`)
  })

  it('shows the photo of the record at the desk', async () => {
    const [, source] = (await engine.ask<string>('location.hash')).match(/source=([^&]+)/)!
    await desk.open(`#/explore?source=${source}`)
    await desk.see('裸土未覆盖', HISTORY)
    await desk.until(`document.querySelector('${HISTORY} img')?.naturalHeight === 320`)
  })

  it('continues the ledger with the device’s key, which signs old and new records for the desk', async () => {
    await openCheck(desk)
    await saveCheck(desk, '次日已覆盖')
    await desk.open('#/field')
    await desk.press(whole(words.tablet.tab.office))
    const { bytes } = await desk.save(() => desk.press(whole(words.check.bundle)))
    const lines = Buffer.from(unzipSync(bytes)[EVENTS]!).toString().trim().split('\n')
    const events = lines.map((line) => JSON.parse(line) as LedgerEvent)
    expect(events.map(({ body }) => 'note' in body && body.note)).toEqual(['裸土未覆盖', '次日已覆盖'])
    expect(events.every(({ signature }) => signature !== '')).toBe(true)
    expect(new Set(events.map(({ device }) => device)).size).toBe(1)
  })

  it('reports no error', async () => {
    expect((await faultsSoFar(engine)).join('\n')).toBe('')
  })
})
