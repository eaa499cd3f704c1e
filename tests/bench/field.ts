import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { writeBundle } from '@/ledger/bundle'
import { newDevice, signEvent } from '@/ledger/device'
import type { LedgerEvent } from '@/ledger/event'
import { nextEvent } from '@/ledger/event-chain'
import { publicKey } from '@/ledger/signature'
import { launch, openPage, serve } from '../browser/chromium'
import { memoryOf } from './memory'
import { writeSection } from './section'

// npm run bench:field: a team's season of 5,000 records with 2,000 photos, imported, viewed and handed over.
const RECORDS = 5000
const PHOTOS = 2000
const PHOTO_BYTES = 300_000
/** Interval of memory samples while something runs. */
const EVERY_MS = 500

const device = await newDevice()
const key = await publicKey(device.keys!)
const photos = new Map<string, Blob>()
const events: LedgerEvent[] = []
for (let i = 0; i < RECORDS; i++) {
  const refs = []
  if (i < PHOTOS) {
    const bytes = new Uint8Array(PHOTO_BYTES)
    new DataView(bytes.buffer).setUint32(0, i + 1)
    const hash = bytesToHex(sha256(bytes))
    photos.set(hash, new Blob([bytes]))
    refs.push({ hash, bytes: PHOTO_BYTES, at: '2022-10-31T02:00:00Z', position: null, taken: null })
  }
  const code = `DC2022-${String((i % 260) + 1).padStart(4, '0')}`
  const body = {
    type: 'inspection' as const,
    target: { kind: 'stockpile' as const, code, name: code },
    checklist: '2022',
    answers: { covered: i % 3 === 0 ? ('no' as const) : ('yes' as const) },
    note: `第${i}条`,
    rectifyBy: '',
    told: '',
    position: [108.7, 34.3] as const,
    accuracyMetres: 8,
    photos: refs,
    supersedes: i < 260 ? [] : [`${device.id}-${i - 259}`],
  }
  const at = new Date(Date.UTC(2022, 8, 1) + i * 900_000).toISOString()
  events.push(
    await signEvent(nextEvent(events.at(-1) ?? null, { device: device.id, at, author: '张三', body }), device),
  )
}
const bundle = await writeBundle({
  device: device.id,
  events,
  keys: new Map([[device.id, key]]),
  photo: async (hash) => photos.get(hash) ?? null,
  made: '2022-10-31T18:00:00Z',
})
const folder = mkdtempSync(join(tmpdir(), 'chentu-season-'))
const path = join(folder, 'season.zip')
writeFileSync(path, '')
for (let from = 0; from < bundle.size; from += 64 << 20)
  appendFileSync(path, new Uint8Array(await bundle.slice(from, from + (64 << 20)).arrayBuffer()))
photos.clear()

const own = await serve()
const browser = await launch()
const { page } = await openPage(browser, own.origin, { viewport: { width: 1280, height: 800 } })
await page.goto(`${own.origin}#/data`)
await page.getByTestId('bundles').waitFor({ state: 'attached' })

/** Duration of an act, and the peak memory meanwhile. */
async function measure(act: () => Promise<unknown>): Promise<{ seconds: number; peak: number }> {
  let running = true
  let peak = 0
  const watch = (async () => {
    while (running) {
      peak = Math.max(peak, await memoryOf(browser, page))
      await new Promise((done) => setTimeout(done, EVERY_MS))
    }
  })()
  const begun = performance.now()
  await act()
  const seconds = (performance.now() - begun) / 1000
  running = false
  await watch
  return { seconds, peak }
}

const before = await memoryOf(browser, page)
const taken = await measure(async () => {
  await page.getByTestId('bundles').setInputFiles(path)
  await page.getByText(/新增 5000 条（.+），新增照片 2000 张/).waitFor({ timeout: 1_200_000 })
})
const opened = await measure(async () => {
  await page.goto(`${own.origin}?anew#/field`)
  await page.getByText('本机写下 5000 条记录').waitFor({ timeout: 120_000 })
})
const held = await memoryOf(browser, page)
const listed = await measure(async () => {
  await page.goto(`${own.origin}#/explore?panel=visits`)
  await page.getByText('第4999条').waitFor({ timeout: 120_000 })
})
await page.goto(`${own.origin}#/field`)
await page.getByRole('button', { name: '交内勤' }).click()
const packed = await measure(async () => {
  const [file] = await Promise.all([
    page.waitForEvent('download', { timeout: 1_200_000 }),
    page.getByRole('button', { name: '生成巡查包（.zip）' }).click(),
  ])
  const handle = await open(await file.path())
  if ((await handle.stat()).size < PHOTOS * PHOTO_BYTES) throw new Error('the bundle is not whole')
  await handle.close()
})
await browser.close()
await own.close()
rmSync(folder, { recursive: true })

const row = (what: string, { seconds, peak }: { seconds: number; peak: number }) =>
  `| ${what} | ${seconds.toFixed(1)} | ${peak.toFixed(0)} |`
writeSection('## A season in the field (`npm run bench:field`)', [
  `${RECORDS.toLocaleString('en')} signed records with ${PHOTOS.toLocaleString('en')} photos, a bundle of ${(bundle.size / 1e6).toFixed(0)} MB. Memory: heaps and array buffers of the page and its workers, looked at every ${EVERY_MS} ms; ${before.toFixed(0)} MB before, ${held.toFixed(0)} MB with all records open.`,
  '',
  '| what | s | most MB |',
  '| --- | --- | --- |',
  row('taken in at the desk: every hash, chain and signature verified, merged, receipt', taken),
  row('page opened anew until the records stand', opened),
  row('list of the last day', listed),
  row('all of it packed again for a hand-over', packed),
])
