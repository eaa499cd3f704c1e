import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Browser, chromium, type Page } from 'playwright-core'
import encodeQR from 'qr'
import { vi } from 'vitest'
import { executable, FLAGS, launch } from './chromium'

/** A tablet in a field north of the river. */
export const TABLET = {
  viewport: { width: 800, height: 1280 },
  hasTouch: true,
  geolocation: { longitude: 108.7089, latitude: 34.3296, accuracy: 12 },
  permissions: ['geolocation'],
}
/** A small JPEG. */
export const PHOTO = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AVN//2Q==',
  'base64',
)

/** A part of the field screen: 路线, 附近, 地图, 交内勤. */
export async function openTab(page: Page, name: string): Promise<void> {
  await page
    .getByRole('navigation', { name: '巡查界面' })
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .click()
}

export async function openCheck(page: Page, origin: string): Promise<string> {
  await page.goto(`${origin}#/field`)
  await openTab(page, '附近')
  // It starts by itself if the tablet was followed before, a moment after its button appears.
  const follows = await page.evaluate(() => localStorage.getItem('chentu-fix')?.includes('"follows":true'))
  const [ask, here] = ['使用当前位置', '我的位置 ±12 米'].map((name) => page.getByRole('button', { name }))
  if (!follows) await ask!.or(here!).first().waitFor()
  if (!follows && (await ask!.isVisible())) await ask!.click()
  await here!.waitFor()
  await page.getByRole('button', { name: '3 公里' }).click()
  // By name: the list of the smaller range stays until the larger one has loaded.
  const name = '渭阳路改造二标'
  await page
    .getByRole('listitem')
    .getByRole('button', { name: new RegExp(name) })
    .click()
  await page.getByRole('heading', { level: 2, name }).waitFor()
  return name
}

/** Confirms the summary before saving, with the warnings it shows; says who records if no name is set. */
export async function confirmSaving(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog', { name: '保存前请核对' })
  const save = dialog.getByRole('button', { name: '仍然保存' })
  await save.waitFor()
  const name = dialog.getByLabel('记录人')
  if ((await name.isVisible()) && (await name.inputValue()) === '') {
    await name.fill('王五')
    await name.press('Enter')
  }
  await save.click()
}

/** Saves a check of which most items are unanswered. */
export async function saveCheck(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^保存记录/ }).click()
  await confirmSaving(page)
}

export async function recordCheck(page: Page, note: string): Promise<void> {
  const region = page.getByRole('region', { name: /^检查 / })
  const again = region.getByRole('button', { name: '再查一次' })
  if (await again.isVisible()) await again.click()
  await region.getByRole('button', { name: '不符合', exact: true }).first().click()
  await page.getByTestId('photos').setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: PHOTO })
  // By its time of day only: earlier records are below with their date.
  await region.getByRole('img', { name: /^照片 \d\d:\d\d$/ }).waitFor()
  await region.getByLabel('情况说明').fill(note)
  await saveCheck(page)
  await region.getByText('已保存到本机').waitFor()
}

/** Waits until a draft with this text is on the disk: reloading a page drops what it has not written yet. */
export const draftStored = (page: Page, ...words: readonly string[]): Promise<void> =>
  vi.waitFor(
    async () => {
      const drafts = await page.evaluate(
        () =>
          new Promise<string>((done, fail) => {
            const asked = indexedDB.open('chentu-ledger')
            asked.onerror = () => fail(asked.error)
            asked.onsuccess = () => {
              const all = asked.result.transaction('drafts').objectStore('drafts').getAll()
              all.onsuccess = () => {
                asked.result.close()
                done(JSON.stringify(all.result))
              }
            }
          }),
      )
      for (const word of words) if (!drafts.includes(word)) throw new Error(`no draft with ${word}: ${drafts}`)
    },
    { timeout: 30_000 },
  )

/**
 * A separate browser with a profile that stays; `kill` ends only its process, and resolves once it has ended. A whole
 * browser: a killed headless shell does not open its profile again.
 */
export async function startBrowser(
  folder: string,
  extra: readonly string[] = [],
): Promise<{ page: Page; kill(): Promise<void> }> {
  const child = spawn(
    await executable(),
    [...FLAGS, ...extra, '--headless=new', '--remote-debugging-port=0', `--user-data-dir=${folder}`, 'about:blank'],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const gone = new Promise<void>((done) => child.once('exit', () => done()))
  const address = await new Promise<string>((done, fail) => {
    child.once('exit', () => fail(new Error('the browser did not start')))
    createInterface({ input: child.stderr }).on('line', (line) => {
      const found = /DevTools listening on (ws:\S+)/.exec(line)
      if (found) done(found[1]!)
    })
  })
  const connected = await chromium.connectOverCDP(address)
  const context = connected.contexts()[0]!
  // Permissions that are not listed are refused from then on.
  await context.grantPermissions(['geolocation', 'microphone'])
  await context.setGeolocation(TABLET.geolocation)
  const page = context.pages()[0] ?? (await context.newPage())
  const kill = () => {
    child.kill('SIGKILL')
    return gone
  }
  return { page, kill }
}

/** QR codes in turn as the picture of a camera (YUV4MPEG2), two a second. */
export function filmOf(texts: readonly string[]): Buffer {
  const side = 720
  const frames = texts.map((text) => {
    const modules = encodeQR(text, 'raw', { ecc: 'low', encoding: 'alphanumeric', border: 4 })
    const scale = Math.floor(side / modules.length)
    const luma = Buffer.alloc(side * side, 235)
    modules.forEach((row, y) => {
      row.forEach((dark, x) => {
        for (let line = y * scale; dark && line < (y + 1) * scale; line++)
          luma.fill(16, line * side + x * scale, line * side + (x + 1) * scale)
      })
    })
    return Buffer.concat([Buffer.from('FRAME\n'), luma, Buffer.alloc((side * side) / 2, 128)])
  })
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${side} H${side} F2:1 Ip A1:1 C420jpeg\n`), ...frames])
}

/** Presses the button that stores the address of the office’s folder, and waits for the reload. */
export async function keepAddress(page: Page): Promise<void> {
  const loaded = page.waitForEvent('load')
  await page.getByRole('button', { name: '保存地址并重新打开' }).click()
  await loaded
}

/** A browser whose camera shows a film, and a user who allows it. */
export const launchWithCamera = (film: string): Promise<Browser> =>
  launch(
    [
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    ],
    'shell',
  )

export async function download(page: Page, press: () => Promise<void>): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), press()])
  const path = join(mkdtempSync(join(tmpdir(), 'chentu-')), file.suggestedFilename())
  await file.saveAs(path)
  return path
}

/** The code that the desk's screen shows. */
export async function codeOf(office: Page): Promise<string> {
  const code = office.getByRole('region', { name: '内勤核验码' }).getByText(/^(\d{4} ){4}\d{4}$/)
  return (await code.textContent())!
}

/** Sets the trusted desk of a tablet by a typed code. */
export async function pinByCode(tablet: Page, code: string): Promise<void> {
  const pin = tablet.getByRole('region', { name: '内勤核验码' })
  await pin.getByLabel('20 位数字').fill(code)
  await pin.getByRole('button', { name: '核对并保存' }).click()
  await pin.getByText(`已核对 ${code}`).waitFor()
}
