import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { type PreviewServer, preview } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch, openPage, serve } from './chromium'

let browser: Browser
/** Another site, which lets everybody read its data. */
let other: Awaited<ReturnType<typeof serve>>
let server: PreviewServer
let origin: string
const folder = mkdtempSync(join(tmpdir(), 'chentu-site-'))
let asked: string[] = []

beforeAll(async () => {
  cpSync('dist', folder, { recursive: true })
  ;[browser, other] = await Promise.all([launch(), serve()])
  server = await preview({
    configFile: false,
    build: { outDir: folder },
    preview: { port: 0, host: '127.0.0.1' },
    logLevel: 'silent',
    plugins: [
      {
        name: 'moved',
        configurePreviewServer({ middlewares }) {
          middlewares.use((request, response, next) => {
            const url = request.url ?? ''
            asked.push(url)
            if (!url.startsWith('/moved/')) return next()
            response.writeHead(302, { location: `${other.origin}data/${url.slice('/moved/'.length)}` })
            response.end()
          })
        },
      },
    ],
  })
  origin = `http://127.0.0.1:${(server.httpServer.address() as AddressInfo).port}/`
})
afterAll(async () => {
  await browser?.close()
  await other?.close()
  await server?.close()
  rmSync(folder, { recursive: true })
})

/** Opens an address that must not be read, and wants it said without a word to another site. */
async function refused(address: string, act: (page: Page) => Promise<void>): Promise<void> {
  const { context, page, faults } = await openPage(browser, origin)
  try {
    asked = []
    await page.goto(`${origin}?data=${address}`)
    await page.getByRole('heading', { name: '打不开数据包' }).waitFor()
    await act(page)
    // A file that is not there is logged by the browser itself.
    expect(faults.filter((fault) => !/status of (?:404|302)/.test(fault))).toEqual([])
    expect(await page.evaluate(async () => (await indexedDB.databases()).length >= 0)).toBe(true)
  } finally {
    await context.close()
  }
}

describe('?data=', () => {
  it.each([
    ['another site', () => `${other.origin}data/`],
    ['another site without a scheme', () => other.origin.replace('http:', '')],
    ['another site in percent signs', () => encodeURIComponent(`${other.origin}data/datapackage.json`)],
    ['another site behind two slashes', () => `${origin}/${other.origin.replace('http:', '')}data/`],
  ])('reads nothing of %s', async (what, address) => {
    await refused(address(), async (page) => {
      if (!what.endsWith('slashes')) await page.getByText(/数据包不在本网站内/).waitFor()
    })
  })

  it('follows no server that sends to another site', async () => {
    await refused('moved/', async (page) => {
      await page.getByText(/服务器把文件转到了别处/).waitFor()
    })
  })

  it('says so where it is no address', async () => {
    await refused('%25E0', (page) => page.getByText('%E0').first().waitFor())
    await refused('http%3A%2F%2F', (page) => page.getByText('http://').first().waitFor())
  })

  it.each(['%2e%2e/secret.csv', '.\t./secret.csv', '..\\secret.csv', '//evil.example/a.csv'])(
    'reads nothing that a package names outside its folder: %j',
    async (path) => {
      cpSync(join(folder, 'data'), join(folder, 'bad'), { recursive: true })
      writeFileSync(join(folder, 'secret.csv'), 'secret')
      const file = join(folder, 'bad/datapackage.json')
      const descriptor = JSON.parse(readFileSync(file, 'utf8'))
      descriptor.resources[0].path = path
      writeFileSync(file, JSON.stringify(descriptor))
      await refused('bad/', async (page) => {
        await page.getByText(/must be a path inside the package/).waitFor()
        expect(asked.filter((url) => url.includes('secret'))).toEqual([])
      })
    },
  )

  it('opens a package beside the default one', async () => {
    const { context, page, faults } = await openPage(browser, origin)
    await page.goto(`${origin}?data=data/changzhi#/data`)
    await page.getByRole('heading', { name: '导入数据' }).waitFor()
    expect(faults).toEqual([])
    await context.close()
  })
})
