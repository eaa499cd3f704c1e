import { spawnSync } from 'node:child_process'
import { cpSync, createReadStream, createWriteStream, existsSync, mkdirSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { launch, mapDrawn, OFFICE_DRAWING, serve } from '../browser/chromium'
import { memoryOf } from './memory'
import { writeSection } from './section'

// npm run bench:peer [ROWS …]: Chentu and kepler.gl 3.2.6 on the same seeded file, in the same browser, one after the other.
const FOLDER = resolve('node_modules/.cache/peer')
const COUNTY = '秦都区'
/** Minimum size of a screenshot that shows dots. */
const DRAWN_BYTES = 20_000
const sizes = process.argv.slice(2).map(Number)
if (sizes.length === 0) sizes.push(10_000, 100_000, 1_000_000)

/** A file with twelve columns of made-up sites around Xianyang, identical in every run. */
async function makeCsv(rows: number): Promise<string> {
  const path = join(FOLDER, `rows-${rows}.csv`)
  if (existsSync(path)) return path
  let seed = 2022
  const random = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return seed / 2 ** 32
  }
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const out = createWriteStream(path)
  out.write('编号,工地名称,区县,经度(WGS84),纬度(WGS84),围挡,车辆冲洗,施工阶段,检查日期,占地,负责人,PM10\n')
  for (let i = 0; i < rows; i++) {
    const day = new Date(Date.UTC(2022, 0, 1 + Math.floor(random() * 300))).toISOString().slice(0, 10)
    const place = [(107.6 + random() * 1.6).toFixed(6), (34.2 + random() * 1.3).toFixed(6)]
    const cells = [
      `GD-${i}`,
      `项目${i}`,
      pick([COUNTY, '渭城区', '兴平市', '三原县', '泾阳县', '乾县', '礼泉县']),
      ...place,
      pick(['是', '否']),
    ]
    const rest = [
      pick(['是', '否']),
      pick(['基础', '主体', '装饰']),
      day,
      Math.floor(random() * 9000),
      `员${Math.floor(random() * 500)}`,
      (random() * 300).toFixed(1),
    ]
    if (!out.write(`${[...cells, ...rest].join(',')}\n`))
      await new Promise<void>((done) => out.once('drain', () => done()))
  }
  await new Promise<void>((done) => out.end(done))
  return path
}

interface Measured {
  /** Until the page accepts a file: its code has run and two frames are drawn. */
  readonly start: number
  /** Until the app's own package is on the map; kepler.gl has none. */
  readonly drawn: number
  readonly load: number
  readonly filter: number
  /** JavaScript heaps and array buffers of the page and its workers, after collecting garbage, MB. */
  readonly memory: number
  readonly longest: number
  /** From a press until the result is in the page, in ms. */
  readonly answers: Readonly<Record<string, number>>
}

const rail = (name: string) => `//nav[@aria-label="面板"]//button[normalize-space()="${name}"]`

/** What is pressed, as XPath, and the selector of the result. */
const PRESSES = [
  ['board of all requirements', rail('问题'), '[data-panel="board"] ul li'],
  [
    'choose the worst line of the board',
    '//*[@data-panel="board"]//ul//button[@aria-pressed="false"]',
    '[data-panel="board"] ul [aria-pressed="true"]',
  ],
  ['list', rail('问题'), '#list li'],
  ['select the worst source', '//*[@id="list"]//li//button', 'article'],
  ['table', rail('数据表'), 'td[data-type]:not(:empty)'],
  ['sort the table by name, in pinyin', '//thead//th//button', 'th[aria-sort="ascending"]'],
] as const

/**
 * Installed in both pages: waits for two frames, then until all canvases are painted. A frame is handed over before
 * software rendering has painted it; reading a pixel waits for that.
 */
function tellFinishedPictures(): void {
  const read = (canvas: HTMLCanvasElement) => {
    const gl = canvas.getContext('webgl2')
    if (gl) gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4))
    else canvas.getContext('2d')?.getImageData(0, 0, 1, 1)
  }
  const pictureFinished = async () => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    for (const canvas of document.querySelectorAll('canvas')) if (canvas.width > 0 && canvas.height > 0) read(canvas)
  }
  Object.assign(window, { pictureFinished })
}

declare global {
  interface Window {
    pictureFinished(): Promise<void>
  }
}

/** Milliseconds from opening a page until `ready` returns true in it and two frames are drawn. */
async function startOf(page: Page, origin: string, ready: () => boolean): Promise<number> {
  const begun = performance.now()
  await page.goto(origin, { waitUntil: 'commit' })
  await page.waitForFunction(ready, null, { timeout: 120_000 })
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')
  return performance.now() - begun
}

/**
 * Runs in the page, because Playwright polls only twice a second: presses each button as soon as possible; `loaded`
 * resolves to the milliseconds from the file's arrival until the map was drawn.
 */
function takeOverWhenReady(): void {
  const when = <T>(find: () => T | null | undefined | false) =>
    new Promise<T>((done) => {
      const look = () => {
        const found = find()
        if (!found) return
        observer.disconnect()
        done(found)
      }
      const observer = new MutationObserver(look)
      observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
      look()
    })
  const button = (text: string) =>
    [...document.querySelectorAll('button')].find((each) => each.textContent?.trim() === text && !each.disabled)
  const drawn = () =>
    document.querySelector('[data-testid="map"][data-drawn="true"][data-symbols]') &&
    !document.querySelector('[data-testid="county-drawing"]')
  const run = async () => {
    await new Promise((done) => document.addEventListener('change', done, { once: true, capture: true }))
    const from = performance.now()
    const confirm = await when(() => button('确认导入 1 个文件'))
    confirm.click()
    await when(() => document.body.textContent?.includes('已导入 1 个文件'))
    button('一张图')!.click()
    await when(drawn)
    await window.pictureFinished()
    return performance.now() - from
  }
  Object.assign(window, { loaded: run() })
}

async function measureChentu(browser: Browser, origin: string, csv: string): Promise<Measured> {
  // No request handler, as for the peer's page: it would be measured too.
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  await context.addInitScript(tellFinishedPictures)
  await context.addInitScript(() => {
    const tasks: { startTime: number; duration: number }[] = []
    Object.assign(window, { tasks })
    new PerformanceObserver((list) =>
      tasks.push(...list.getEntries().map(({ startTime, duration }) => ({ startTime, duration }))),
    ).observe({ type: 'longtask' })
  })
  const begun = performance.now()
  const start = await startOf(page, origin, () => document.querySelector('header nav button') !== null)
  await mapDrawn(page)
  const drawn = performance.now() - begun
  await page.getByRole('button', { name: '数据', exact: true }).click()
  await page.getByRole('heading', { name: '导入数据' }).waitFor()
  // Excludes the installation of the service worker, which happens once per app version, and the removal of the
  // previous screen.
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  const from = await page.evaluate('performance.now()')
  await page.evaluate(takeOverWhenReady)
  await page.getByTestId('files').setInputFiles(csv)
  const load = (await page.evaluate('loaded')) as number
  const longest = (await page.evaluate(
    `Math.max(0, ...tasks.filter(({ startTime }) => startTime > ${from}).map(({ duration }) => duration))`,
  )) as number
  await page.getByRole('navigation', { name: '面板' }).getByRole('button', { name: '条件', exact: true }).click()
  await page.getByRole('group', { name: '区县' }).waitFor()
  await page.waitForLoadState('networkidle')
  const filter = (await page.evaluate((county) => {
    const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.startsWith(county))!
    performance.clearMarks('sources-drawn')
    const from = performance.now()
    button.click()
    return new Promise((done) => {
      const look = () => {
        if (performance.getEntriesByName('sources-drawn').length === 0) setTimeout(look, 1)
        else window.pictureFinished().then(() => done(performance.now() - from))
      }
      look()
    })
  }, COUNTY)) as number
  const memory = await memoryOf(browser, page)
  const answers: Record<string, number> = {}
  for (const [what, button, answer] of PRESSES) {
    await page.locator(`xpath=${button}`).first().waitFor()
    // A pause, as a person looks before pressing again.
    await page.waitForTimeout(1500)
    answers[what] = (await page.evaluate(
      ([pressed, awaited]) => {
        const found = document.evaluate(pressed!, document, null, XPathResult.FIRST_ORDERED_NODE_TYPE).singleNodeValue
        const from = performance.now()
        ;(found as HTMLElement).click()
        return new Promise((done) => {
          const look = () =>
            document.querySelector(awaited!) ? done(performance.now() - from) : requestAnimationFrame(look)
          look()
        })
      },
      [button, answer],
    )) as number
  }
  await context.close()
  return { start, drawn, load, filter, memory, longest, answers }
}

async function measureKepler(browser: Browser, origin: string, rows: number): Promise<Measured> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await page.addInitScript(tellFinishedPictures)
  const start = await startOf(page, origin, () => 'peer' in window)
  const load = (await page.evaluate(`peer.load('rows-${rows}.csv')`)) as number
  const filter = (await page.evaluate(`peer.filter('${COUNTY}')`)) as number
  const [left, layers] = (await page.evaluate('[peer.left(), peer.layers()]')) as [number, number]
  if (left >= rows || layers !== 1) throw new Error(`kepler.gl drew ${layers} layers and left ${left} of ${rows} rows`)
  // An empty map compresses to a few kilobytes: without WebGL kepler.gl draws nothing, in no time.
  const { length } = await page.screenshot()
  if (length < DRAWN_BYTES) throw new Error(`kepler.gl drew nothing: its picture has ${length} bytes`)
  const memory = await memoryOf(browser, page)
  await page.close()
  return { start, drawn: Number.NaN, load, filter, memory, longest: Number.NaN, answers: {} }
}

/** A new browser for each measurement: the second page in one browser would find warm caches. */
async function inBrowser<T>(measure: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await launch(OFFICE_DRAWING)
  try {
    return await measure(browser)
  } finally {
    await browser.close()
  }
}

mkdirSync(FOLDER, { recursive: true })
cpSync('tests/bench/peer', FOLDER, { recursive: true })
if (!existsSync(join(FOLDER, 'node_modules')))
  spawnSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: FOLDER, stdio: 'inherit' })
const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.csv': 'text/csv',
}
const peer = createServer((request, response) => {
  const path = decodeURIComponent(new URL(request.url ?? '/', 'http://peer').pathname)
  const file = join(FOLDER, path === '/' ? 'index.html' : path)
  if (!file.startsWith(FOLDER) || !existsSync(file)) {
    response.writeHead(404).end()
    return
  }
  response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' })
  createReadStream(file).pipe(response)
})
await new Promise<void>((done) => peer.listen(0, '127.0.0.1', done))
const address = peer.address()
if (address === null || typeof address === 'string') throw new Error('no port')
const own = await serve()
const lines = [
  'Start: until the page takes a file. Load: file dropped, once the copy for offline use is made → read, checked, taken over, kept in the browser and drawn, each button pressed as soon as it can be; kepler.gl reads and draws. Both until the picture is painted, not only handed on. Answers: from a press until its answer stands in the page, a second and a half after the one before. Memory: heaps and array buffers of the page and its workers.',
  '',
  "Of a load of a million rows about two thirds go into reading and checking every row (place, county, river, code, name, types), a fifth into writing, hashing and keeping the package, the rest into evaluating the rules and drawing. Where few rows are filtered, the time is the page's own: panels that render anew, and the picture of the dots.",
  '',
  '| rows | what | Chentu | kepler.gl | times |',
  '| --- | --- | --- | --- | --- |',
]
for (const rows of sizes) {
  const csv = await makeCsv(rows)
  const chentu = await inBrowser((browser) => measureChentu(browser, own.origin, csv))
  const kepler = await inBrowser((browser) => measureKepler(browser, `http://127.0.0.1:${address.port}/`, rows))
  for (const what of ['start', 'load', 'filter', 'memory'] as const) {
    const unit = what === 'memory' ? 'MB' : 'ms'
    lines.push(
      `| ${rows.toLocaleString('en')} | ${what} | ${chentu[what].toFixed(0)} ${unit} | ${kepler[what].toFixed(0)} ${unit} | ${(kepler[what] / chentu[what]).toFixed(1)} |`,
    )
  }
  lines.push(
    `| ${rows.toLocaleString('en')} | start, with the sources of the package that comes with the app | ${chentu.drawn.toFixed(0)} ms | | |`,
    `| ${rows.toLocaleString('en')} | longest task of the page while the file is read and taken over | ${chentu.longest.toFixed(0)} ms | | |`,
  )
  for (const [what, ms] of Object.entries(chentu.answers))
    lines.push(`| ${rows.toLocaleString('en')} | answer: ${what} | ${ms.toFixed(0)} ms | | |`)
  console.log(lines.slice(-12).join('\n'))
}
await own.close()
peer.close()
writeSection('## Beside kepler.gl 3.2.6, same file, same browser, one run (`npm run bench:peer`)', lines)
