import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { origin as app, browser, ENGINES, REDUCED_MOTION } from './app'
import { mapDrawn, openPage } from './chromium'
import { chooseOption } from './controls'

/** One blue pixel. */
const TILE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPj/HwADBwIAMCbHYQAAAABJRU5ErkJggg==',
  'base64',
)
const POLL = { timeout: 60_000 }
let tiles: Server
const requestedUrls: string[] = []
let origin = ''
// One page for all tests of an engine, because a map takes longest to start: each test adds a basemap, and the last one
// checks which are stored.
let page: Page

beforeAll(async () => {
  tiles = createServer((request, response) => {
    requestedUrls.push(request.url ?? '')
    const found = request.url?.startsWith('/good/')
    response.writeHead(found ? 200 : 500, { 'access-control-allow-origin': '*', 'content-type': 'image/png' })
    response.end(found ? TILE : '')
  })
  await new Promise<void>((done) => tiles.listen(0, '127.0.0.1', done))
  origin = `http://127.0.0.1:${(tiles.address() as AddressInfo).port}`
})
afterAll(() => tiles.close())

async function addTiles(name: string, url: string, datum?: string): Promise<void> {
  await page.getByRole('button', { name: '添加底图' }).click()
  const dialog = page.getByRole('dialog', { name: '添加底图' })
  await dialog.getByLabel('名称').fill(name)
  await dialog.getByLabel(/^地址/).fill(url)
  if (datum) await chooseOption(dialog.getByLabel('底图的坐标系'), datum)
  await dialog.getByRole('button', { name: '添加', exact: true }).click()
}

const askedOf = (address: RegExp) => requestedUrls.filter((path) => address.test(path)).length
const dead = () => page.getByText('底图“坏服务器”无法打开')

describe.each(ENGINES)("the office's own basemaps that $name draws", ({ webgl }) => {
  beforeAll(async () => {
    requestedUrls.length = 0
    const opened = await openPage(browser, app, { ...REDUCED_MOTION, webgl, viewport: { width: 1100, height: 640 } })
    page = opened.page
    await page.goto(`${app}#/explore?panel=layers`)
    await mapDrawn(page)
  })
  afterAll(() => page?.context().close())

  it('may be requested only once it was added', async () => {
    const ask = (url: string) => page.evaluate((url) => fetch(url).then(({ status }) => status, String), url)
    expect(await ask(`${origin}/good/1/1/1`)).toMatch(/TypeError/)
    expect(requestedUrls).toEqual([])
    await addTiles('内网影像', `${origin}/good/{TileMatrix}/{TileRow}/{TileCol}`)
    await expect.poll(() => askedOf(/^\/good\/\d+\/\d+\/\d+$/), POLL).toBeGreaterThan(3)
    await mapDrawn(page)
    expect(await ask('http://127.0.0.1:9/')).toMatch(/TypeError/)
  })

  it('explain what is wrong with an address, and also request neighbouring tiles if the GCJ-02 shift crosses a tile edge', async () => {
    await addTiles('高德', 'tiles.example/{z}')
    await page.getByRole('alert').filter({ hasText: 'http://' }).waitFor()
    await page.keyboard.press('Escape')
    await addTiles('高德', `${origin}/good/gcj02/{z}/{x}/{y}`, 'gcj02')
    await expect.poll(() => askedOf(/^\/good\/gcj02\//), POLL).toBeGreaterThan(8)
  })

  it('are reported if their server does not answer, and the map still works', async () => {
    await addTiles('坏服务器', `${origin}/dead/{z}/{x}/{y}`)
    await page.getByRole('status').filter({ hasText: '底图“坏服务器”无法打开' }).waitFor()
    await mapDrawn(page)
  })

  it('can be a file of this device; all are stored and can be removed', async () => {
    await page.getByRole('button', { name: '添加底图' }).click()
    const dialog = page.getByRole('dialog', { name: '添加底图' })
    await chooseOption(dialog.getByLabel('类型'), 'geojson')
    const line = {
      type: 'LineString',
      coordinates: [
        [108.6, 34.3],
        [108.9, 34.5],
      ],
    }
    const collection = { type: 'FeatureCollection', features: [{ type: 'Feature', properties: {}, geometry: line }] }
    await dialog.getByLabel(/^本机文件/).setInputFiles({
      name: '地铁.geojson',
      mimeType: 'application/geo+json',
      buffer: Buffer.from(JSON.stringify(collection)),
    })
    await dialog.getByRole('button', { name: '添加', exact: true }).click()
    await page.getByRole('switch', { name: '地铁' }).waitFor()
    // Stored data does not depend on the engine.
    if (!webgl) await page.reload()
    await mapDrawn(page)
    await page.getByRole('button', { name: '删除底图坏服务器' }).click()
    for (const name of ['内网影像', '高德', '地铁']) await page.getByRole('switch', { name }).waitFor()
    await dead().waitFor({ state: 'detached' })
    expect(await page.getByText(/无法打开/).count()).toBe(0)
  })
})
