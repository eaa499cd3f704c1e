import { readFileSync } from 'node:fs'
import { Document, Packer, Paragraph } from 'docx'
import { unzipSync } from 'fflate'
import Papa from 'papaparse'
import type { Locator } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { inTown } from './app'
import { download, openTab, PHOTO, TABLET } from './field-work'

const { openApp, origin } = inTown
const CODE = 'GD2022-0002'
const rows = Papa.parse<Record<string, string>>(readFileSync('data/construction-site.csv', 'utf8'), {
  header: true,
}).data
const site = rows.find((row) => row.编号 === CODE)!
const MAX_PRESSES = 20

describe('a check of a building site', () => {
  it('with two unmet items takes few presses and no typing, all within reach of a thumb', async () => {
    const { context, page, faults } = await openApp({
      ...TABLET,
      geolocation: { longitude: Number(site.经度), latitude: Number(site.纬度), accuracy: 8 },
    })
    // The tablet is set up: it has a person and a position.
    await page.goto(`${origin}#/field`)
    await openTab(page, '交内勤')
    await page.getByRole('textbox', { name: '记录人' }).fill('王建国')
    await openTab(page, '附近')
    await page.getByRole('button', { name: '使用当前位置' }).click()
    await page.getByRole('button', { name: '我的位置 ±8 米' }).waitFor()
    await page.goto(`${origin}#/field?source=construction-site/${CODE}`)
    const check = page.getByRole('region', { name: /^检查 / })
    await check.getByText('定位 ±8 米').waitFor()
    await check.getByRole('link', { name: `☎ ${site.联系电话}` }).waitFor()
    await check.getByText(/^距我 \d 米$/).waitFor()

    let presses = 0
    const press = async (button: Locator) => {
      // Elements higher up are scrolled down with the same thumb first.
      await button.evaluate((element) => element.scrollIntoView({ block: 'center' }))
      const box = (await button.boundingBox())!
      expect(box.y + box.height / 2).toBeGreaterThan(TABLET.viewport.height / 3)
      expect(box.height).toBeGreaterThanOrEqual(56)
      await button.click()
      presses++
    }
    const items = check.locator('li[data-item]')
    await expect.poll(() => items.count()).toBe(13)
    for (const [title, word] of [
      ['物料覆盖', '裸土未覆盖'],
      ['湿法作业', '雾炮未开'],
    ] as const) {
      const item = items.filter({ has: page.getByRole('group', { name: new RegExp(title) }) })
      await press(item.getByRole('button', { name: '不符合', exact: true }))
      await press(item.getByRole('button', { name: word }))
      await press(item.getByRole('button', { name: '3 天' }))
      await press(item.getByRole('button', { name: site.联系人!, exact: true }))
      // The camera’s own two presses: taking the picture, and accepting it.
      const chooser = page.waitForEvent('filechooser')
      await press(item.getByRole('button', { name: '拍照' }))
      presses += 2
      const buffer = Buffer.concat([PHOTO, Buffer.from(title)])
      await (await chooser).setFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer })
      await item.getByRole('img', { name: /^照片/ }).waitFor()
    }
    await press(check.getByRole('button', { name: '其余符合' }))
    // Items not met last time are answered one by one.
    const left = check.locator('[data-item][data-answered="false"]')
    for (let open = await left.count(); open > 0; open--)
      await press(left.first().getByRole('button', { name: '符合', exact: true }))
    await press(check.getByRole('button', { name: '保存记录（13 / 13）' }))
    const summary = page.getByRole('dialog', { name: '保存前请核对' })
    await summary.getByText('符合 11 项 · 不符合 2 项').waitFor()
    await summary.getByText(/^照片 2 张\s· 整改期限 \d{4}-\d\d-\d\d\s· 定位 ±8 米，距污染源 \d 米$/).waitFor()
    await press(summary.getByRole('button', { name: '保存', exact: true }))
    await check.getByText(/已保存到本机/).waitFor()
    expect(presses).toBeLessThanOrEqual(MAX_PRESSES)
    const history = page.getByRole('region', { name: '历次检查' })
    await history.getByText(/王建国 · 不符合：物料覆盖、湿法作业 · 符合 11 项 · 2 张照片/).waitFor()

    // The operator of the site signs the record, and gets a copy.
    await check.getByRole('button', { name: '请受检方签字' }).click()
    const dialog = page.getByRole('dialog', { name: '请受检方签字' })
    // The signer first reads everything, down to the hash, in letters that are large enough.
    const read = dialog.getByRole('region', { name: '请受检方核对的现场检查记录' })
    await read.getByText('雾炮未开').waitFor()
    await expect.poll(() => read.getByRole('img').count()).toBe(2)
    const small = await read.evaluate((pane) =>
      [...pane.querySelectorAll('*')]
        .filter((each) => Number.parseFloat(getComputedStyle(each).fontSize) < 18)
        .map(String),
    )
    expect(small).toEqual([])
    const more = dialog.getByRole('button', { name: /下面还有内容/ })
    await more.click()
    await read.getByText(/^记录编号/).evaluate((line) => line.scrollIntoView())
    await more.waitFor({ state: 'hidden' })
    const saving = (await dialog.getByRole('button', { name: '保存签字' }).boundingBox())!
    expect(saving.y).toBeGreaterThan(TABLET.viewport.height / 2)
    await dialog.getByRole('button', { name: site.联系人!, exact: true }).click()
    const pad = (await dialog.getByRole('img', { name: /^签字板/ }).boundingBox())!
    await page.mouse.move(pad.x + 60, pad.y + 80)
    await page.mouse.down()
    for (const [dx, dy] of [
      [160, 160],
      [260, 60],
      [400, 170],
    ] as const)
      await page.mouse.move(pad.x + dx, pad.y + dy, { steps: 4 })
    await page.mouse.up()
    await dialog.getByRole('button', { name: '保存签字' }).click()
    await check.getByText(`${site.联系人} 已签字`).waitFor()
    await check.getByRole('button', { name: '现场检查记录', exact: true }).click()
    const paper = page.getByRole('dialog', { name: '现场检查记录' })
    await paper.getByRole('img', { name: /二维码$/ }).waitFor()
    const code = await paper.locator('[data-part]').getAttribute('data-part')
    for (const word of [site.名称, '湿法作业 不符合', '雾炮未开', `受检方签字：${site.联系人}`])
      expect(code).toContain(word)
    const path = await download(page, () => paper.getByRole('button', { name: '存为 Word' }).click())
    const parts = unzipSync(new Uint8Array(readFileSync(path)))
    expect(Buffer.from(parts['word/document.xml']!).toString()).toContain('裸土未覆盖')
    expect(Object.keys(parts).some((name) => /^word\/media\/.*png$/.test(name))).toBe(true)
    // The drawn line and the photos of the two items.
    expect(
      Buffer.from(parts['word/document.xml']!)
        .toString()
        .match(/<w:drawing>/g),
    ).toHaveLength(3)

    // The office’s own form: a wrong field is reported with its place; a correct form is filled, with photos.
    await paper.getByText('Word 版式：通用版式').click()
    const form = async (...lines: string[]) => {
      const chooser = page.waitForEvent('filechooser')
      await paper.getByRole('button', { name: '选择 .docx 版式' }).click()
      const sections = [{ children: lines.map((line) => new Paragraph(line)) }]
      const buffer = await Packer.toBuffer(new Document({ sections }))
      await (await chooser).setFiles({ name: '本局格式.docx', mimeType: 'application/octet-stream', buffer })
    }
    await form('现场检查记录', '业主：{业主}')
    await paper.getByText('正文第 2 段“业主：{业主}”：没有名为“业主”的字段，请改正后重新选择').waitFor()
    await form('{检查对象}：{#问题}{项目}{情况}；{/问题}{签字图}', '{#照片}{图}{项目}{/照片}')
    await paper.getByText('Word 版式：本局格式.docx').waitFor()
    const own = await download(page, () => paper.getByRole('button', { name: '存为 Word' }).click())
    const filled = Buffer.from(unzipSync(new Uint8Array(readFileSync(own)))['word/document.xml']!).toString()
    expect(filled.replace(/<[^>]*>/g, '')).toBe(
      `${site.名称}：物料覆盖裸土未覆盖；已告知 ${site.联系人}；湿法作业雾炮未开；已告知 ${site.联系人}；物料覆盖湿法作业`,
    )
    expect(filled.match(/<w:drawing>/g)).toHaveLength(3)
    await paper.getByRole('button', { name: '关闭' }).click()

    // It is corrected like a new check, and the first text stays readable.
    await history.getByRole('button', { name: /^更正 / }).click()
    await check.getByText(/正在更正 .* 的记录/).waitFor()
    // A check started by mistake can be discarded, so that the next one is not taken for its correction.
    await check.getByRole('button', { name: '放弃更正' }).click()
    await check.getByText('保存记录（0 / 13）').waitFor()
    await check.getByRole('button', { name: '撤销' }).click()
    await check.getByText(/正在更正 .* 的记录/).waitFor()
    const wet = items.filter({ has: page.getByRole('group', { name: /湿法作业/ }) })
    // The photos of the first record are shown, and not required again.
    await wet.getByRole('img', { name: /^原记录照片/ }).waitFor()
    expect(await wet.getByRole('button', { name: '雾炮未开' }).getAttribute('aria-pressed')).toBe('true')
    await wet.getByRole('button', { name: '符合', exact: true }).click()
    await check.getByRole('button', { name: '保存记录（13 / 13）' }).click()
    await summary.getByRole('button', { name: /保存$/ }).click()
    await check.getByText(/已保存到本机/).waitFor()
    await history.getByText(/不符合：物料覆盖 · 符合 12 项/).waitFor()
    await history.getByText('已更正').waitFor()
    expect(faults).toEqual([])
    await context.close()
  })
})
