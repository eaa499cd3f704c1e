import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { serve } from '../browser/chromium'
import { encodeGb18030 } from '../fixtures/encode-gb18030'
import { oldWorkbook } from '../fixtures/old-workbooks'
import { said, words } from '../fuzz/said'
import { startChromium, startChromium109 } from './chromium'
import type { Engine } from './engine'
import { startFirefox } from './firefox'
import { Visitor } from './visitor'
import { startWebKit } from './webkit'

/** A pattern of one of the app's texts. */
const text = (template: string, values: Readonly<Record<string, string | number>> = {}) => said(template, values).source
const whole = (template: string) => `^${text(template)}$`
const HISTORY = `[aria-label="${words.check.history}"]`

/** More than 4,096 distinct texts: beyond these a column of the table is kept in another way. */
const SITES = 4200
const KEY = 'chentu-preferences'
const preferences = JSON.stringify({ state: { toured: true }, version: 0 })

const folder = mkdtempSync(join(tmpdir(), 'chentu-engines-'))
const csv = join(folder, '在建工地.csv')
const workbook = join(folder, '企业绩效分级.xlsx')
const oldBook = join(folder, '拆迁工地.xls')
/** A photo that says by its Exif that it was taken upright: 320 by 160 as stored, red half on top as seen. */
const photo = resolve('tests/fixtures/turned.jpg')

beforeAll(async () => {
  const rows = Array.from({ length: SITES }, (_, i) => {
    const [lon, lat] = [108.6 + (i % 60) / 300, 34.3 + Math.floor(i / 60) / 700]
    return `XM-${i},${i}号工地,秦都区,${lon.toFixed(5)},${lat.toFixed(5)},是,是`
  })
  writeFileSync(
    csv,
    encodeGb18030(`编号,工地名称,区县,经度(WGS84),纬度(WGS84),围挡,车辆冲洗\r\n${rows.join('\r\n')}\r\n`),
  )
  const sheet = [
    ['企业名称', '统一社会信用代码', '所属行业', '绩效等级', '县（市、区）', '经度(WGS84)', '纬度(WGS84)'],
    ['甲铸造厂', '91610400MAEX00001C', '铸造', 'B级', '泾阳县', 108.88, 34.53],
    ['乙水泥厂', '91610400MAEX00002X', '水泥', 'C', '乾县', 108.31, 34.53],
  ]
  writeFileSync(workbook, await writeXlsx({ sheets: [{ name: '企业', rows: sheet }] }))
  const demolition = [
    ['编号', '名称', '区县', '经度(WGS84)', '纬度(WGS84)', '湿法作业', '完全拆除', '遮盖'],
    ['CQ-1', '一号拆迁', '秦都区', 108.7, 34.335, '是', '是', '是'],
    ['CQ-2', '二号拆迁', '秦都区', 108.71, 34.335, '是', '否', '是'],
    ['CQ-3', '三号拆迁', '渭城区', 108.72, 34.345, '否', '否', '否'],
  ]
  writeFileSync(oldBook, oldWorkbook(demolition, 'biff8'))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe.each([
  ['Chromium of today', startChromium],
  ['Chromium 109', startChromium109],
  ['Firefox ESR', startFirefox],
  ['WebKitGTK', startWebKit],
])('in %s an officer', (name, start) => {
  let server: Awaited<ReturnType<typeof serve>>
  let engine: Engine
  let visitor: Visitor
  let broken = ''

  beforeAll(async () => {
    server = await serve()
    engine = await start(join(folder, name))
    visitor = new Visitor(engine, server.origin)
    console.log(engine.name)
  })
  afterAll(async () => {
    await engine?.close()
    await server?.close()
  })
  // Each step goes on from the one before.
  beforeEach(({ task, onTestFailed }) => {
    if (broken) throw new Error(`not reached: “${broken}” failed`)
    onTestFailed(() => {
      broken = task.name
    })
  })

  const filtered = async () => Number((await visitor.see(words.filters.left.replace('{{count}}', '(\\d+)')))[1])
  const left = (count: number) => visitor.see(text(words.filters.left, { count }))
  const county = (of: string) => visitor.press(`^${of}`, 'fieldset button')
  const onMap = () =>
    visitor.until('document.querySelector(`[data-testid="map"][data-drawn="true"][data-symbols]`) !== null')
  const sites = async () => Number((await visitor.see('建筑工地\\s+(?:\\d+\\s+)?(\\d+)\\s', 'main'))[1])

  it('sees the map and the ranking of thirteen counties', async () => {
    await visitor.open('#/explore?panel=layers')
    // A page that is left while it still loads complains of what it did not get, here and below.
    await onMap()
    await engine.ask(`localStorage.setItem(${JSON.stringify(KEY)}, ${JSON.stringify(preferences)})`)
    await engine.reload()
    await onMap()
    await visitor.see('1\\s+旬邑县\\s+2\\.8', 'main')
    await visitor.see('13\\s+淳化县\\s+9\\.0', 'main')
    await visitor.see(text(words.ring.inside, { count: 328 }))
  })

  it('filters to a county, and gets the same count each time', async () => {
    await visitor.press(whole(words.filters.title))
    expect(await filtered()).toBe(1581)
    // Answers of a worker that stands twice come in any order.
    for (const [of, count] of [
      ['渭城区', 294],
      ['秦都区', 303],
      ['渭城区', 294],
      ['淳化县', 59],
    ] as const) {
      await county(of)
      await left(count)
      await visitor.press(whole(words.filters.clear))
      await left(1581)
    }
    await county('渭城区')
    await left(294)
  })

  it('sorts the table up and down', async () => {
    await visitor.press(whole(words.table.open))
    await visitor.see(text(words.table.rows, { count: 294 }), `[aria-label="${words.table.title}"]`)
    const first = () => visitor.text('tbody tr[aria-rowindex="2"]')
    await visitor.press('^名称', 'th button')
    await visitor.until(`document.querySelector('th[aria-sort="ascending"]') !== null`)
    const up = await first()
    await visitor.press('^名称', 'th button')
    await visitor.until(`document.querySelector('th[aria-sort="descending"]') !== null`)
    await visitor.until(`document.querySelector('tbody tr[aria-rowindex="2"]')?.innerText !== ${JSON.stringify(up)}`)
    expect([up, await first()].map((row) => row.split(/\s/)[0])).toEqual(['安村北煤场', '注泗耐火材料示例企业115'])
  })

  it('takes a large CSV in GB18030, a workbook and an old one over', async () => {
    await visitor.open('#/data?panel=layers')
    await visitor.see(words.data.title)
    await engine.choose('[data-testid="files"]', [csv, workbook, oldBook])
    await visitor.press(`^${text(words.data.takeOver, { count: 3 })}`)
    await visitor.see(text(words.data.taken, { count: 3 }))
    await visitor.press(whole(words.mode.explore))
    expect(await sites()).toBe(SITES)
  })

  it('finds what was taken over after a reload', async () => {
    await engine.reload()
    await onMap()
    expect(await sites()).toBe(SITES)
    await visitor.press(whole(words.filters.title))
    expect(await filtered()).toBe(1581 - 420 - 498 - 90 + SITES + 2 + 3)
  })

  it('records a check with a photo, upright as it was taken', async () => {
    await visitor.open('#/field')
    await visitor.fill(whole(words.near.coordinates), '108.7089，34.3296')
    await visitor.press(whole(words.near.go))
    await visitor.press(`^${text(words.near.within, { km: 3 })}$`)
    await visitor.press('阳洪东物流园', 'li button')
    await visitor.see('阳洪东物流园[^]*地面硬化', 'main')
    await visitor.press(whole(words.check.answer.no))
    await engine.choose('[data-testid="photos"]', [photo])
    const image = `document.querySelector('figure img')`
    await visitor.until(`${image}?.naturalWidth > 0`)
    const seen = await engine.ask<number[]>(`(() => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 160, height: 320 })
      const context = canvas.getContext('2d')
      context.drawImage(${image}, 0, 0)
      const [red, , blue] = context.getImageData(80, 40, 1, 1).data
      return [${image}.naturalWidth, ${image}.naturalHeight, red > 200, blue < 60]
    })()`)
    expect(seen).toEqual([160, 320, true, true])
    await visitor.fill(`^${words.check.note}`, '裸土未覆盖')
    await visitor.press(`^${text(words.check.save)}`)
    // Most of it is unanswered, and nobody gave a name.
    await visitor.press(whole(words.check.saveAnyway), 'dialog button')
    await visitor.see(words.check.saved)
    await visitor.see('裸土未覆盖', HISTORY)
  })

  it('reads it in the history after a reload, at the desk too', async () => {
    await engine.reload()
    await visitor.see('裸土未覆盖', HISTORY)
    const source = (await engine.ask<string>('location.hash')).match(/source=([^&]+)/)![1]
    await visitor.open(`#/explore?source=${source}`)
    await visitor.see('裸土未覆盖', HISTORY)
    await visitor.until(`document.querySelector('${HISTORY} img')?.naturalHeight === 320`)
    await onMap()
  })

  it('hands it over, and lets the original go after a receipt that is signed', async () => {
    await visitor.open('#/field')
    await visitor.press(whole(words.tablet.tab.office))
    await visitor.keepSaved()
    await visitor.press(whole(words.check.bundle))
    const bundle = await visitor.saved(folder)
    await visitor.open('#/data')
    const code = () => visitor.see('(?:\\d{4} ){4}\\d{4}', `[aria-label="${words.desk.key}"]`)
    const [before] = await code()
    await engine.choose('[data-testid="bundles"]', [bundle])
    const { signed, receipt } = words.check.receivedSaid
    await visitor.see(`${signed}，${receipt}`)
    const answer = await visitor.saved(folder)
    // Desk and tablet keep their keys, which no script can read, in IndexedDB.
    await engine.reload()
    expect(await code()).toEqual([before])
    await visitor.open('#/field')
    await visitor.fill(whole(words.desk.pinType), before!)
    await visitor.press(whole(words.desk.pinKeep))
    await visitor.see(text(words.desk.pinned, { code: before! }))
    await engine.choose('[data-testid="receipt"]', [answer])
    await visitor.see(text(words.check.confirmed, { events: 1, photos: 1 }))
    await visitor.press(whole(words.check.release))
    await visitor.press(`^${text(words.brought.releaseNow, { count: 1 })}$`)
    await visitor.see(text(words.check.released, { count: 1 }))
  })

  it('types addresses of a basemap and of the office’s folder', async () => {
    await visitor.open('#/explore?panel=layers')
    await onMap()
    await visitor.press(whole(words.basemap.add))
    // A list that opens in a modal dialog.
    await visitor.pick(words.basemap.kindLabel, words.basemap.kind.wms)
    await visitor.see(words.basemap.layers, 'dialog form')
    await visitor.pick(words.basemap.kindLabel, words.basemap.kind.tiles)
    await visitor.fill(whole(words.basemap.name), '本局底图', 'dialog input')
    await visitor.fill(`^${words.basemap.url}`, 'http://[', 'dialog input')
    await visitor.press(whole(words.basemap.save), 'dialog button')
    await visitor.until(`document.querySelector('dialog [role="alert"]')?.innerText`)
    await visitor.open('#/field')
    await visitor.press('', 'details:has(input[type="url"]) summary')
    await visitor.fill('.', 'https://[', 'input[type="url"]')
    await visitor.fill('.', 'https://files.office.example/dust/', 'input[type="url"]')
    // The page is loaded anew, as it may then speak to that host.
    await engine.ask('window.isBefore = true')
    await visitor.press('.', 'details:has(input[type="url"]) button')
    await visitor.until(`!window.isBefore && document.querySelector('input[type="url"]')?.value.includes('office')`)
    await visitor.see(words.tablet.tab.near)
  })

  it('meets no error on the way', () => {
    expect(engine.faults()).toEqual([])
  })

  it('starts without the server after that', async () => {
    await visitor.keptForOffline()
    await visitor.see(words.check.startsOffline.kept)
    await server.close()
    await visitor.open('#/explore?panel=layers')
    await onMap()
    await engine.reload()
    await onMap()
    expect(await sites()).toBe(SITES)
    await visitor.see('1\\s+旬邑县\\s+2\\.8', 'main')
    // That the server can't be reached, and what a page that is left breaks off, is said by the browser itself; that all files
    // of the app are kept is held by tests/browser/built.test.ts.
    const own =
      /Failed to load resource|NetworkError|net::ERR|ServiceWorker intercepted the request|error loading dynamically imported module/
    expect(engine.faults().filter((fault) => !own.test(fault))).toEqual([])
  })
})
