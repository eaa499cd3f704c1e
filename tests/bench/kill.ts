import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { serve } from '../browser/chromium'
import { PHOTO, saveCheck, startBrowser } from '../browser/field-work'
import { corruptionOn, onDisk } from '../fuzz/on-disk'
import { seededRandom } from '../fuzz/random'
import { writeSection } from './section'

// npm run bench:kill [RUNS]: kills the browser at random moments while records with photos are saved, and checks after
// each restart that every record shown as saved is complete.
const runs = Number(process.argv[2] ?? 200)
/** Maximum delay of the kill after the save button was pressed. */
const LATEST_MS = 400
// A copy, so that a build in the meantime does not change what is tested.
const site = mkdtempSync(join(tmpdir(), 'chentu-site-'))
cpSync('dist', site, { recursive: true })
const own = await serve(site)
const folder = mkdtempSync(join(tmpdir(), 'chentu-kill-'))
const saved: string[] = []
const random = seededRandom(20221031)

/** Notes of stored events whose photos are complete, the number of all events, and what is torn. */
async function found(page: Page) {
  const disk = await onDisk(page)
  const photos = new Set(disk.photos)
  const whole = disk.events.flatMap(({ body }) =>
    'note' in body && 'photos' in body && body.photos.length > 0 && body.photos.every(({ hash }) => photos.has(hash))
      ? [body.note]
      : [],
  )
  return { whole, count: disk.events.length, torn: corruptionOn(disk) }
}

async function write(page: Page, note: string): Promise<void> {
  const region = page.getByRole('region', { name: /^检查 / })
  await region.getByRole('button', { name: '不符合', exact: true }).first().click()
  // A draft of the previous run may contain photos; each photo is a different file.
  const pictures = region.getByRole('img', { name: /^照片/ })
  const drafted = await pictures.count()
  const buffer = Buffer.concat([PHOTO, Buffer.from(note)])
  await page.getByTestId('photos').setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer })
  await pictures.nth(drafted).waitFor()
  await region.getByLabel('情况说明').fill(note)
  await saveCheck(page)
}

let lost = 0
let torn = 0
let unsaid = 0
for (let run = 0; run <= runs; run++) {
  const { page, kill } = await startBrowser(folder)
  await page.goto(`${own.origin}#/field?source=stockpile/DC2022-0001`)
  await page.getByRole('region', { name: /^检查 / }).waitFor()
  const { whole, count, torn: halves } = await found(page)
  lost += saved.filter((note) => !whole.includes(note)).length
  if (halves.length > 0 || whole.length !== count) torn++
  unsaid = count - saved.length
  if (run === runs) {
    await kill()
    break
  }
  const note = `第${run}轮`
  await write(page, note)
  const seen = page
    .getByText('已保存到本机')
    .waitFor()
    .then(
      () => saved.push(note),
      // The page was killed.
      () => undefined,
    )
  await new Promise((done) => setTimeout(done, random() * LATEST_MS))
  await kill()
  await seen
  if (run % 20 === 19) console.log(`${run + 1} runs: ${saved.length} said to be saved, ${lost} lost, ${torn} torn`)
}
await own.close()
writeSection('## Killed in the field (`npm run bench:kill`)', [
  `${runs} runs, the browser's process killed at a random moment within ${LATEST_MS} ms after a save was pressed: ${saved.length} records were said to be saved, ${lost} of them lost, ${torn} starts with a torn ledger; ${unsaid} more were written whole before the screen could say so.`,
])
process.exit(lost + torn > 0 ? 1 : 0)
