import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { inTown } from './app'
import { download, openCheck as openCheckAt, openTab, saveCheck, TABLET } from './field-work'

const { openEmptied, origin } = inTown

const openCheck = (page: Page) => openCheckAt(page, origin)

/** A grey photo of a camera of 12 megapixels, as a JPEG. */
async function largePhoto(page: Page): Promise<Buffer> {
  const bytes = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(4000, 3000)
    const context = canvas.getContext('2d')!
    context.fillStyle = '#777'
    context.fillRect(0, 0, 4000, 3000)
    return [...new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg' })).arrayBuffer())]
  })
  return Buffer.from(bytes)
}

/** Draws from one corner region to the other with the mouse, which the page treats like a pen. */
async function drawOver(page: Page, sheet: Locator) {
  const box = (await sheet.boundingBox())!
  await page.mouse.move(box.x + box.width * 0.2, box.y + box.height * 0.2)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.4, { steps: 4 })
  await page.mouse.move(box.x + box.width * 0.8, box.y + box.height * 0.5, { steps: 4 })
  await page.mouse.up()
}

/** The colour in the middle of a picture, and its size. */
const middleOf = (picture: Locator) =>
  picture.evaluate(async (image: HTMLImageElement) => {
    await image.decode()
    const { naturalWidth: width, naturalHeight: height } = image
    const canvas = new OffscreenCanvas(width, height)
    const context = canvas.getContext('2d')!
    context.drawImage(image, 0, 0)
    // On the line of an arrow from (0.2, 0.2) to (0.8, 0.5).
    const [red, green, blue] = context.getImageData(width * 0.5, height * 0.35, 1, 1).data
    return { width, height, colour: [red!, green!, blue!] }
  })

describe('several people on a tablet, and a drawing on a photo', () => {
  it('the original is kept beside the drawn copy, in the record, in the bundle and at the desk', async () => {
    const { page, faults } = await openEmptied(TABLET)
    await openCheck(page)
    const check = page.getByRole('region', { name: /^检查 / })
    await check.getByRole('button', { name: '不符合', exact: true }).first().click()
    const camera = check.locator('[data-camera]').first()
    // One press away, and not covered by the bar: nothing has to be scrolled.
    const bar = (await page.getByRole('button', { name: /^保存记录/ }).boundingBox())!
    const box = (await camera.boundingBox())!
    expect(box.y + box.height).toBeLessThanOrEqual(bar.y)
    expect(box.y).toBeGreaterThan(0)
    const photo = await largePhoto(page)
    const chooser = page.waitForEvent('filechooser')
    await camera.click()
    await (await chooser).setFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: photo })
    await check
      .getByRole('button')
      .filter({ has: page.getByRole('img', { name: /^照片/ }) })
      .click()
    await page.getByRole('button', { name: '标注', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: '在照片上标注（原图不变）' })
    await drawOver(page, dialog.getByRole('img', { name: '已标注 0 处' }))
    for (const button of await dialog.getByRole('button').all())
      expect((await button.boundingBox())!.height).toBeGreaterThanOrEqual(56)
    await dialog.getByRole('button', { name: '保存标注' }).click()
    await dialog.waitFor({ state: 'detached' })
    const shown = check.getByRole('img', { name: /^照片/ })
    const redness = async () => {
      const [red, green, blue] = (await middleOf(shown)).colour as [number, number, number]
      return red - Math.max(green, blue)
    }
    // The original is shown until the copy is ready.
    await expect.poll(redness).toBeGreaterThan(100)
    expect(await shown.count()).toBe(1)
    const { width, height } = await middleOf(shown)
    expect([width, height]).toEqual([1600, 1200])

    await saveCheck(page)
    await check.getByText('已保存到本机').waitFor()
    await page.getByRole('button', { name: '返回', exact: true }).click()
    await openTab(page, '交内勤')
    const path = await download(page, () => page.getByRole('button', { name: '生成巡查包' }).click())
    const files = unzipSync(new Uint8Array(readFileSync(path)))
    const [event] = Buffer.from(files['events.ndjson']!).toString().trim().split('\n')
    const { photos } = JSON.parse(event!).body as { photos: { hash: string; bytes: number; markOf?: string }[] }
    expect(photos).toHaveLength(2)
    expect(photos[1]!.markOf).toBe(photos[0]!.hash)
    expect(Buffer.from(files[`photos/${photos[0]!.hash}`]!).equals(photo)).toBe(true)
    expect(files[`photos/${photos[1]!.hash}`]!.length).toBe(photos[1]!.bytes)

    const office = await openEmptied()
    await office.page.goto(`${origin}#/data`)
    await office.page.getByRole('region', { name: '接收巡查记录' }).locator('input[type=file]').setInputFiles(path)
    await office.page.getByText(/新增 1 条（检查 1 条），新增照片 1 张/).waitFor()
    expect(faults).toEqual([])
    expect(office.faults).toEqual([])
  })

  it('the tablet asks who continues a draft that another person started, and records who was present', async () => {
    const { page } = await openEmptied(TABLET)
    await page.goto(`${origin}#/field`)
    const named = async (name: string, how: string) => {
      await page.getByRole('button', { name: /^(未填记录人|记录人：)/ }).click()
      await page.getByLabel('其他姓名').fill(name)
      await page.getByRole('button', { name: how }).click()
    }
    await named('张三', '设为记录人')
    await named('王五', '加为同行')
    await page.getByRole('button', { name: '关闭' }).click()
    await page.getByRole('button', { name: '记录人：张三，同行：王五' }).waitFor()
    await openCheck(page)
    const check = page.getByRole('region', { name: /^检查 / })
    await check.getByRole('button', { name: '其余符合' }).click()
    await check.getByRole('button', { name: '返回', exact: true }).click()
    await named('李四', '设为记录人')
    await openCheck(page)
    await check.getByText(/^这份草稿由张三于/).waitFor()
    expect(await page.getByRole('button', { name: /^保存记录/ }).count()).toBe(0)
    await check.getByRole('button', { name: '由李四接着填写' }).click()
    await page.getByRole('button', { name: /^保存记录/ }).click()
    await page.getByRole('button', { name: '仍然保存' }).click()
    await page
      .getByRole('region', { name: '历次检查' })
      .getByText(/李四（同行：王五） · 由张三起草/)
      .waitFor()
  })
})
