import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { checkPackage } from '@/io/package/check-package'
import { heldFiles } from '@/io/package/package-files'
import { dustfallOf, madeUpCity, outlinesOf } from '../fixtures/new-city'
import { browser } from './app'
import { accessibilityFaults, openPage, serve } from './chromium'
import { download, pressOnBar } from './pages'

/** An app whose folder of data is missing. */
let site: Awaited<ReturnType<typeof serve>>
beforeAll(async () => {
  site = await serve('dist', ({ url = '' }, response, next) => {
    if (!url.startsWith('/data/')) return next()
    response.writeHead(404)
    response.end()
  })
})
afterAll(() => site?.close())

interface City {
  readonly name: string
  readonly outlines: string
  /** Answers what the coordinates are, if asked. */
  readonly say: (page: Page, press: (what: Locator) => Promise<void>) => Promise<void>
  readonly code?: string
  readonly without?: string
  /** The page is closed meanwhile. */
  readonly isLeft?: true
  readonly table: { readonly name: string; readonly text: string }
  readonly limit: readonly [value: string, source: string]
}

const MAX_PRESSES = 40

/** The stored city that is being set up. */
const onDisk = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<unknown>((done, failed) => {
        const opening = indexedDB.open('chentu-city-draft')
        opening.onerror = () => failed(opening.error)
        opening.onsuccess = () => {
          const asked = opening.result.transaction('drafts').objectStore('drafts').get('city')
          asked.onsuccess = () => {
            opening.result.close()
            done(asked.result?.draft)
          }
        }
      }),
  )

/** From an empty start to the bulletin as a Word document; returns its text and the number of presses and fields. */
async function setUp(city: City): Promise<{ text: string; acts: number; zip: Buffer }> {
  const { page, context, faults } = await openPage(browser, site.origin, { webgl: false })
  let acts = 0
  const press = async (what: Locator) => {
    acts++
    await what.click()
  }
  const write = async (where: Locator, text: string) => {
    acts++
    await where.fill(text)
  }
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const choose = async (opener: Locator, name: string, text: string) => {
    const chooser = page.waitForEvent('filechooser')
    await press(opener)
    await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) })
  }
  try {
    await page.goto(site.origin)
    await press(button('新建城市'))
    await choose(button('选择轮廓文件'), 'outlines.geojson', city.outlines)
    await city.say(page, press)
    await page.getByText('未发现自相交、重叠和空隙').waitFor()
    expect(await accessibilityFaults(page, 'light')).toEqual([])
    await press(button('下一步'))
    await write(page.getByLabel('城市名称'), city.name)
    if (city.code) await write(page.getByLabel('城市代码'), city.code)
    if (city.without) await write(page.getByLabel(/^没有轮廓的区县/), city.without)
    expect(await accessibilityFaults(page, 'light')).toEqual([])
    if (city.isLeft) {
      // Entries are there after the page was closed, once they are on the disk.
      await vi.waitFor(async () => expect(await onDisk(page)).toMatchObject({ zh: city.name, step: 'names' }))
      await page.reload()
      await press(button(`继续新建${city.name}`))
    }
    await press(button('下一步'))
    await press(button('下一步'))
    await press(button('下一步'))
    await write(page.getByLabel('降尘限值'), city.limit[0])
    await write(page.getByLabel('限值依据'), city.limit[1])
    await press(button('建立并启用'))
    await page.getByText('第 6 步，共 8 步').waitFor()
    await press(button('下一步'))
    await choose(button('选择文件'), city.table.name, city.table.text)
    await press(button('确认导入 1 个文件'))
    await page
      .getByText(/^已导入 1 个文件/)
      .first()
      .waitFor()
    await press(button('下一步'))
    await page.getByText('检查完成，没有需要改正的问题').waitFor()
    const saved = page.waitForEvent('download')
    const zip = await download(page, () => press(button('保存数据包（.zip）')))
    expect((await saved).suggestedFilename()).toMatch(new RegExp(`^${city.name}_数据包_\\d{4}-\\d\\d-\\d\\d\\.zip$`))
    await press(button('到月度调度编写通报'))
    acts++
    await pressOnBar(page, '会议材料')
    const dialog = page.getByRole('dialog', { name: '会议材料' })
    const word = await download(page, () => press(dialog.getByRole('button', { name: '通报 Word' })))
    const text = Buffer.from(unzipSync(new Uint8Array(word))['word/document.xml']!)
      .toString()
      .replace(/<[^>]+>/g, '')
    expect(faults.filter((fault) => !/status of 404/.test(fault))).toEqual([])
    return { text, acts, zip }
  } finally {
    await context.close()
  }
}

describe('a new city, from an app without data to a bulletin', () => {
  it('Changzhi, from its outlines and the table published by its bureau', async () => {
    const { text, acts, zip } = await setUp({
      name: '长治市',
      outlines: readFileSync('data/changzhi/county-outlines.geojson', 'utf8'),
      say: (page, press) => press(page.getByLabel('CGCS2000（与 WGS-84 一致）')),
      table: {
        name: '长治市各县区2021年10月份降尘监测结果.csv',
        text: readFileSync('tests/fixtures/changzhi-2021-10.csv', 'utf8'),
      },
      limit: ['9', '国发〔2018〕22号'],
    })
    expect(text).toContain('长治市')
    expect(text).toContain('2021年10月')
    expect(text).toContain('长子县')
    const files = Object.entries(unzipSync(new Uint8Array(zip))).map(
      ([path, bytes]) => [path, new Blob([bytes])] as const,
    )
    expect(await checkPackage(heldFiles(new Map(files)))).toEqual([])
    expect(acts).toBeLessThanOrEqual(MAX_PRESSES)
  })

  it('thirty counties in two projection zones, three without outlines, in metres of a zone that the user gives', async () => {
    const counties = madeUpCity()
    const { text, acts } = await setUp({
      name: '示例市',
      outlines: JSON.stringify(outlinesOf(counties, { number: 39, prefixed: false })),
      async say(page, press) {
        await press(page.getByRole('button', { name: /^3° 带/ }))
        await press(page.getByRole('option', { name: /第 39 带/ }))
      },
      isLeft: true,
      without: counties
        .filter(({ ring }) => !ring)
        .map(({ code, name }) => `${name} ${code}`)
        .join('\n'),
      table: { name: '降尘2026年6月.csv', text: dustfallOf(counties, '2026-06') },
      limit: ['8', '示例文件'],
    })
    for (const { name } of counties) expect(text).toContain(name)
    expect(acts).toBeLessThanOrEqual(MAX_PRESSES)
  })
})
