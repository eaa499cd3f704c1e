import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import { launch, openPage, serve } from '../browser/chromium'
import { openTab, TABLET } from '../browser/field-work'
import { officeFiles } from '../fixtures/office-files'
import { memoryOf } from './memory'
import { memoryOfPage, nextPicture, watchPages } from './painted'
import { writeSection } from './section'

// npm run soak [-- --minutes 480] [--write]: repeats a day's work in one page for hours, and reports what the browser
// then holds.
const { values: given } = parseArgs({
  options: { minutes: { type: 'string', default: '480' }, write: { type: 'boolean', default: false } },
})
const MINUTE_MS = 60_000
const IMPORTED = '工地 某系统导出.csv'
const office = (await officeFiles()).find(({ name }) => name === IMPORTED)!

const own = await serve()
const browser = await launch()
const { page, context, faults } = await openPage(browser, own.origin, {
  viewport: { width: 1440, height: 900 },
  geolocation: TABLET.geolocation,
  permissions: TABLET.permissions,
})
await watchPages(context)
const go = (address: string) =>
  page.evaluate((hash) => {
    location.hash = hash
  }, address)

/** Filters, cards, table and panels of the desk, waiting for each to be shown. */
async function explore(): Promise<void> {
  for (const address of [
    '#/explore?kind=stockpile&county=610430',
    '#/explore?panel=filters&kind=construction-site&county=610402&source=construction-site/GD2022-0173',
    '#/explore?table=1&kind=construction-site',
    '#/explore?panel=board',
    '#/explore?panel=plan&read=24',
    '#/explore?panel=warnings',
    '#/explore?panel=cases',
  ]) {
    await go(address)
    await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' })
    await page.waitForTimeout(1000)
  }
}

/** Imports a file and undoes that, so that each round starts with the same data. */
async function takeOver(): Promise<void> {
  await go('#/data')
  await page.getByTestId('files').waitFor({ state: 'attached' })
  // Playwright's setInputFiles keeps the field, and with it the whole screen, alive as long as the page.
  await page.evaluate(
    ({ name, bytes }) => {
      const field = document.querySelector<HTMLInputElement>('[data-testid="files"]')!
      const chosen = new DataTransfer()
      chosen.items.add(new File([new Uint8Array(bytes)], name, { type: 'text/csv' }))
      field.files = chosen.files
      field.dispatchEvent(new Event('change', { bubbles: true }))
    },
    { name: office.name, bytes: [...office.bytes] },
  )
  await page.getByRole('button', { name: '确认导入 1 个文件' }).click()
  await page.getByText('已导入 1 个文件').waitFor()
  await page.getByRole('button', { name: /^撤销/ }).first().click()
  await page.getByText('已导入 1 个文件').waitFor({ state: 'detached' })
}

/** All scenes and steps of the meeting once, including the race. */
async function meet(): Promise<void> {
  await go('#/meeting')
  await page.locator('section[data-scene]').waitFor()
  let picture = ''
  do {
    picture = (await nextPicture(page)).picture
    if (picture === 'race') await page.keyboard.press(' ')
  } while (!(await page.getByRole('button', { name: '下一屏' }).isDisabled()))
  await go('#/explore')
  await page.locator('section[data-scene]').waitFor({ state: 'detached' })
}

/** What a team opens: nearby sources, its map, a check that is left again. */
async function inspect(): Promise<void> {
  await go('#/field')
  for (const name of ['附近', '地图', '路线']) await openTab(page, name)
  await go('#/field?source=construction-site/GD2022-0002')
  await page.getByRole('region', { name: /^检查 / }).waitFor()
}

const ACTS: readonly (() => Promise<void>)[] = [explore, takeOver, meet, inspect]

interface Held {
  readonly minute: number
  readonly all: number
  readonly heap: number
  readonly nodes: number
  readonly listeners: number
  readonly workers: number
  readonly stored: number
}

async function held(of: Page, minute: number): Promise<Held> {
  await go('#/explore')
  await of.waitForTimeout(2000)
  const stored = await of.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0)
  return {
    ...{ minute, ...(await memoryOfPage(of)) },
    all: await memoryOf(browser, of),
    workers: of.workers().length,
    stored: stored / 1e6,
  }
}

await page.goto(`${own.origin}#/explore`)
const begun = Date.now()
const rounds: Held[] = []
do {
  for (const act of ACTS) await act()
  rounds.push(await held(page, (Date.now() - begun) / MINUTE_MS))
  const { minute, ...figures } = rounds.at(-1)!
  console.log(`${minute.toFixed(1)} min`, JSON.stringify(figures))
} while ((Date.now() - begun) / MINUTE_MS < Number(given.minutes))
await browser.close()
await own.close()

const shown = rounds.filter((_, i) => i === 0 || i === rounds.length - 1 || i % Math.ceil(rounds.length / 8) === 0)
const lines = [
  `Rounds of a day's work in one page: filters, cards, table and panels of the desk, a file taken over and taken back, all scenes of the meeting, the field. ${rounds.length} rounds in ${rounds.at(-1)!.minute.toFixed(0)} minutes, without the pauses of a person; ${cpus().length} processors. Errors and requests outside: ${faults.length}.`,
  '',
  '| minute | page and workers, MB | heap of the page, MB | DOM nodes | listeners | workers | stored, MB |',
  '| --- | --- | --- | --- | --- | --- | --- |',
  ...shown.map(
    ({ minute, all, heap, nodes, listeners, workers, stored }) =>
      `| ${minute.toFixed(0)} | ${all.toFixed(1)} | ${heap.toFixed(1)} | ${nodes} | ${listeners} | ${workers} | ${stored.toFixed(1)} |`,
  ),
  '',
  `Load of the machine at the end: ${loadavg()[1]!.toFixed(0)} on ${cpus().length} processors.`,
]
if (given.write) writeSection('## Hours of work in one page (`npm run soak`)', lines)
else console.log(lines.join('\n'))
for (const fault of faults) console.log(fault)
