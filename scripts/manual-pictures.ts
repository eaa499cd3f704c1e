import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { windowOf } from '@/features/manual/picture-size'
import { en } from '@/i18n/en'
import { zh } from '@/i18n/zh-CN'
import { launch, mapDrawn, openPage, serve } from '../tests/browser/chromium'
import { officeFiles } from '../tests/fixtures/office-files'
import { PLAN_2022 } from '../tests/fixtures/read-plans'
import { IN_THIS_THREAD } from './province/judges'
import { writeMadeUpProvince } from './province/made-up'
import { makeProvince } from './province/make-province'

// npm run pictures: the manual's pictures, from the built app, in both languages.
const FOLDER = 'docs/manual/images'
/** Maximum size of a picture, as the tests require. */
const MAX_BYTES = 80 * 1024
/** The date of the default data. */
const NOW = '2022-10-31T02:00:00Z'
const PLACED = {
  geolocation: { longitude: 108.7089, latitude: 34.3296, accuracy: 12 },
  permissions: ['geolocation'],
}
const LANGUAGES = { 'zh-CN': zh, en } as const
type Texts = (typeof LANGUAGES)['en']

interface Picture {
  readonly name: string
  /** Address relative to the app. */
  readonly at: string
  /** Whether the app is to be stored for offline use first, because the screen shows that. */
  readonly isKeptOffline?: true
  /** Brings the screen into the pictured state. */
  prepare(page: Page, texts: Texts): Promise<void>
  /** Final action, after nothing moves any more. */
  show?(page: Page, texts: Texts): Promise<void>
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

async function near(page: Page, { near: words, tablet }: Texts): Promise<void> {
  await page.getByRole('navigation', { name: tablet.tabs }).getByRole('button').nth(1).click()
  await button(page, words.locate).click()
  await page.getByText('±12').first().waitFor()
  await button(page, words.within.replace('{{km}}', '3')).click()
  await page.getByRole('listitem').getByRole('button').first().waitFor()
}

const PICTURES: readonly Picture[] = [
  { name: 'explore', at: '#/explore', prepare: mapDrawn },
  {
    name: 'board',
    at: '#/explore?table=1&kind=construction-site&source=construction-site/GD2022-0173',
    async prepare(page) {
      await mapDrawn(page)
      await page.locator('[data-panel="table"], #table').first().waitFor()
    },
  },
  {
    name: 'cases',
    at: '#/explore?panel=cases',
    async prepare(page, { cases }) {
      await mapDrawn(page)
      const panel = page.locator('#panel')
      for (const nth of [0, 1]) {
        await panel
          .getByRole('button', { name: new RegExp(`\\d.*${cases.openOf.replace('{{name}}', '')}$`) })
          .nth(nth)
          .click()
        const form = panel.getByRole('form')
        const now = button(page, cases.form.now)
        if (await now.isVisible()) await now.click()
        await form.getByLabel(cases.form.by).fill('—')
        await form.getByRole('button', { name: cases.form.save, exact: true }).click()
        await button(page, cases.back).click()
      }
    },
  },
  {
    name: 'warnings',
    at: '#/explore?panel=warnings',
    async prepare(page, { warning }) {
      await mapDrawn(page)
      await page
        .getByText(new RegExp(warning.asked.replace('{{count}}', '\\d+')))
        .first()
        .waitFor()
    },
  },
  {
    name: 'monitoring',
    at: '#/monitoring',
    async prepare(page) {
      await page.locator('#monitors li').first().waitFor()
      await page.locator('#series svg').first().waitFor()
    },
  },
  {
    name: 'trucks',
    at: '#/trucks',
    async prepare(page) {
      await page.locator('#trucks li').first().waitFor()
      await page.locator('[data-testid="truck-map"][data-drawn="true"]').waitFor()
    },
  },
  {
    name: 'province',
    at: '?province=data/sample',
    isKeptOffline: true,
    async prepare(page, { province }) {
      await page.locator('[data-testid=province-map][data-seen=dots]').waitFor()
      await page.getByText(province.offline.kept).waitFor()
    },
  },
  {
    name: 'meeting',
    at: '#/meeting',
    prepare: (page) => page.locator('section[data-scene]').first().waitFor(),
  },
  {
    name: 'plan',
    at: '#/data',
    async prepare(page) {
      const next = PLAN_2022.replaceAll('2023年', '2024年').replaceAll('2022', '2023')
      const transfer = await page.evaluateHandle((text) => {
        const data = new DataTransfer()
        data.items.add(new File([text], '2023年工作方案.txt'))
        return data
      }, next)
      await page.getByTestId('plan-drop').dispatchEvent('drop', { dataTransfer: transfer })
      await page.locator('li[data-clause]').first().waitFor()
    },
  },
  {
    name: 'data',
    at: '#/data',
    async prepare(page, { data }) {
      const dirty = (await officeFiles()).filter(({ name }) => name === '工地 问题很多.csv')
      await page
        .getByTestId('files')
        .setInputFiles(dirty.map(({ name, bytes }) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(bytes) })))
      await page.getByRole('heading', { name: data.report }).waitFor()
    },
    show: (page, { data }) =>
      page
        .getByRole('heading', { name: data.report })
        .evaluate((report) => report.scrollIntoView({ block: 'start', inline: 'nearest' })),
  },
  { name: 'field', at: '#/field', prepare: near },
  {
    name: 'check',
    at: '#/field',
    async prepare(page, texts) {
      await near(page, texts)
      await page.getByRole('listitem').getByRole('button').first().click()
      await button(page, texts.check.answer.yes).first().waitFor()
      await button(page, texts.check.answer.yes).first().click()
      await button(page, texts.check.answer.no).nth(1).click()
    },
  },
]

/** Same scale as the screen: a manual page is narrower, but clicking the picture shows it in full size. */
const SCALE = 1

/** A picture of the page in the best quality that fits the size limit. */
async function picture(page: Page): Promise<Buffer> {
  const clip = { x: 0, y: 0, ...page.viewportSize()!, scale: SCALE }
  const session = await page.context().newCDPSession(page)
  for (let quality = 80; quality > 20; quality -= 6) {
    const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality, clip })
    const bytes = Buffer.from(data, 'base64')
    if (bytes.length < MAX_BYTES) return bytes
  }
  throw new Error(`no picture of ${page.url()} is smaller than ${MAX_BYTES} bytes`)
}

rmSync(FOLDER, { recursive: true, force: true })
mkdirSync(FOLDER, { recursive: true })
// The app with a made-up province beside its data.
const site = mkdtempSync(join(tmpdir(), 'chentu-pictures-'))
cpSync('dist', site, { recursive: true })
const province = join(site, 'data', 'sample')
writeMadeUpProvince(province, { cities: 4, counties: 30, months: 3, sources: 200, seed: 5 })
await makeProvince(province, IN_THIS_THREAD, '2022-11-02')
const server = await serve(site)
const browser = await launch()
for (const [language, texts] of Object.entries(LANGUAGES)) {
  for (const { name, at, isKeptOffline, prepare, show } of PICTURES) {
    const { context, page, faults } = await openPage(browser, server.origin, {
      ...PLACED,
      viewport: windowOf(name),
      ...(isKeptOffline && { serviceWorkers: 'allow' as const }),
      preferences: { language, theme: 'light', toured: true },
    })
    await page.clock.setFixedTime(NOW)
    await page.goto(`${server.origin}${at}`)
    await prepare(page, texts)
    await page.waitForLoadState('networkidle')
    // Wait for symbols and pictures that fade in.
    await page.waitForTimeout(1500)
    await show?.(page, texts)
    writeFileSync(`${FOLDER}/${name}.${language}.webp`, await picture(page))
    if (faults.length > 0) throw new Error(`${name} ${language}: ${faults.join('; ')}`)
    await context.close()
  }
}
await browser.close()
await server.close()
rmSync(site, { recursive: true })
