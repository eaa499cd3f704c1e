import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { browser } from './app'
import { openPage, serve } from './chromium'
import { writeTown } from './town'

type Site = Awaited<ReturnType<typeof serve>>
let site: Site
/** Another site, which lets every page on this machine read its data. */
let other: Site
let opened: Awaited<ReturnType<typeof openPage>>
const folder = mkdtempSync(join(tmpdir(), 'chentu-site-'))
let requestedPaths: string[] = []
let askedElsewhere: string[] = []

beforeAll(async () => {
  cpSync('dist', folder, { recursive: true })
  writeTown(folder)
  // A second package beside the first.
  cpSync('data/changzhi', join(folder, 'data/changzhi'), { recursive: true })
  other = await serve('dist', ({ url = '' }, _, next) => {
    askedElsewhere.push(url)
    next()
  })
  site = await serve(folder, ({ url = '' }, response, next) => {
    requestedPaths.push(url)
    if (!url.startsWith('/moved/')) return next()
    response.writeHead(302, { location: `${other.origin}data/${url.slice('/moved/'.length)}` })
    response.end()
  })
  opened = await openPage(browser, site.origin, { webgl: false })
})
afterAll(async () => {
  await opened?.context.close()
  await other?.close()
  await site?.close()
  rmSync(folder, { recursive: true })
})

/** Opens an address that must not be read, and expects an error without a request to another site. */
async function refused(address: string, act: (page: Page) => Promise<void>): Promise<void> {
  const { page, faults } = opened
  requestedPaths = []
  askedElsewhere = []
  faults.length = 0
  await page.goto(`${site.origin}?data=${address}`)
  await page.getByRole('heading', { name: '数据包无法打开' }).waitFor()
  await act(page)
  expect(askedElsewhere).toEqual([])
  // The browser itself logs a missing file; a redirect to the other site that it does not follow still counts as
  // requested.
  const own = faults.filter((fault) => !/status of (?:404|302)/.test(fault))
  expect(own.filter((fault) => !fault.startsWith(`request to ${other.origin}`))).toEqual([])
  expect(await page.evaluate(async () => (await indexedDB.databases()).length >= 0)).toBe(true)
}

// tests/unit/app/package-url.test.ts tests what counts as another site, and as a path outside a package.
describe('?data=', () => {
  it('reads nothing from another site, even if that site allows it', async () => {
    await refused(encodeURIComponent(`${other.origin}data/datapackage.json`), async (page) => {
      await page.getByText(/数据包不在本网站内/).waitFor()
    })
  })

  it('follows no redirect to another site', async () => {
    await refused('moved/', async (page) => {
      await page.getByText(/服务器把文件转到了别处/).waitFor()
    })
  })

  it('reports a value that is not an address', async () => {
    await refused('%25E0', (page) => page.getByText('%E0').first().waitFor())
    await refused('http%3A%2F%2F', (page) => page.getByText('http://').first().waitFor())
  })

  it('reads no file outside the package’s folder, even if the package names it', async () => {
    cpSync(join(folder, 'data'), join(folder, 'bad'), { recursive: true })
    writeFileSync(join(folder, 'secret.csv'), 'secret')
    const file = join(folder, 'bad/datapackage.json')
    const descriptor = JSON.parse(readFileSync(file, 'utf8'))
    descriptor.resources[0].path = '%2e%2e/secret.csv'
    writeFileSync(file, JSON.stringify(descriptor))
    await refused('bad/', async (page) => {
      await page.getByText(/must be a path inside the package/).waitFor()
      expect(requestedPaths.filter((url) => url.includes('secret'))).toEqual([])
    })
  })

  it('opens a package beside the default one', async () => {
    const { page, faults } = opened
    faults.length = 0
    await page.goto(`${site.origin}?data=data/changzhi#/data`)
    await page.getByRole('heading', { name: '导入数据' }).waitFor()
    expect(faults).toEqual([])
  })
})
