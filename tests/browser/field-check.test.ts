import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { inTown } from './app'
import { accessibilityFaults } from './chromium'
import { download, draftStored, openCheck as openCheckAt, openTab, recordCheck, saveCheck, TABLET } from './field-work'

const { openEmptied, origin } = inTown

const openCheck = (page: Page) => openCheckAt(page, origin)

describe('a check in the field', () => {
  it('keeps unsaved input after a reload', async () => {
    const { page } = await openEmptied(TABLET)
    await openCheck(page)
    const region = page.getByRole('region', { name: /^检查 / })
    await region.getByRole('button', { name: '符合', exact: true }).first().click()
    await region.getByLabel('情况说明').fill('正在写')
    await draftStored(page, '正在写')
    await page.goto(`${origin}#/field`)
    await page.reload()
    const unfinished = page.getByRole('region', { name: '没写完的记录' })
    await unfinished.getByRole('button', { name: '渭阳路改造二标', exact: true }).click()
    await region.getByLabel('情况说明').waitFor()
    expect(await region.getByLabel('情况说明').inputValue()).toBe('正在写')
    expect(await region.getByRole('button', { name: '符合', exact: true }).first().getAttribute('aria-pressed')).toBe(
      'true',
    )
  })

  it('continues a check of a source that is no longer in the data', async () => {
    const { page, faults } = await openEmptied(TABLET)
    await page.goto(`${origin}#/field?source=construction-site/GD-0001`)
    await page
      .getByRole('region', { name: '检查 GD-0001' })
      .getByText(/当前数据中没有建筑工地 GD-0001/)
      .waitFor()
    await recordCheck(page, '已搬走的工地')
    await page
      .getByRole('region', { name: '历次检查' })
      .getByText(/已搬走的工地/)
      .waitFor()
    await page.getByRole('button', { name: '返回', exact: true }).click()
    await page.getByText(/本机写下 1 条记录/).waitFor()
    expect(await page.getByRole('region', { name: '没写完的记录' }).count()).toBe(0)
    await page.goto(`${origin}#/explore?source=construction-site/GD-0001`)
    const said = page.getByRole('alert').filter({ hasText: '当前数据中没有建筑工地 GD-0001' })
    await said.getByRole('button', { name: '知道了' }).click()
    await said.waitFor({ state: 'detached' })
    expect(faults).toEqual([])
  })

  it('resolves a finding by its answers once the as-of date reaches it, and fills the report of the day', async () => {
    const { page } = await openEmptied(TABLET)
    const name = await openCheck(page)
    const region = page.getByRole('region', { name: /^检查 / })
    await region.getByRole('button', { name: '其余符合' }).click()
    await region.getByText(/；此前不符合的 \d+ 项请逐项答/).waitFor()
    const left = region.locator('[data-item][data-answered="false"]')
    for (let open = await left.count(); open > 0; open--)
      await left.first().getByRole('button', { name: '符合', exact: true }).click()
    await saveCheck(page)
    await region.getByText('已保存到本机').waitFor()
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.goto(`${origin}#/explore?panel=visits`)
    const panel = page.getByRole('region', { name: '巡查情况', exact: true })
    await panel.getByRole('button', { name, exact: true }).click()
    const card = page.getByRole('article')
    await card
      .getByText(/逾期|不符合|缺数据/)
      .first()
      .waitFor()
    await panel.getByRole('button', { name: /^截至日期改为/ }).click()
    // All its items are met.
    await card.getByText(/^\d+ 项：\d+ 符合$/).waitFor()
    const path = await download(page, () => panel.getByRole('button', { name: '巡查日报 .xlsx' }).click())
    const sheet = Buffer.from(unzipSync(new Uint8Array(readFileSync(path)))['xl/sharedStrings.xml'] ?? []).toString()
    const inline = Buffer.from(unzipSync(new Uint8Array(readFileSync(path)))['xl/worksheets/sheet1.xml']!).toString()
    expect(sheet + inline).toContain(name)
  })

  it('has no accessibility violation found by axe, in the normal and the sun theme', async () => {
    const { page } = await openEmptied(TABLET)
    await page.goto(`${origin}#/field`)
    for (const sun of [false, true]) {
      if (sun) {
        await page.getByRole('button', { name: '返回', exact: true }).click()
        await openTab(page, '附近')
        await page.getByRole('button', { name: '强光模式' }).click()
      }
      await page.getByRole('button', { name: '登记新污染源' }).click()
      expect(await accessibilityFaults(page)).toEqual([])
      await openCheck(page)
      await page.getByRole('button', { name: '不符合', exact: true }).first().click()
      expect(await accessibilityFaults(page)).toEqual([])
      const sizes = await page
        .locator('main button:visible')
        .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().height))
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(56)
    }
  })
})

describe('on a phone', () => {
  it('no bar of the field is wider than the screen, and no word of its buttons is cut, in both languages', async () => {
    const { page } = await openEmptied({ ...TABLET, viewport: { width: 360, height: 740 } })
    /** What reaches over the screen's edge, and buttons whose words leave them. */
    const cut = () =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('button, nav, header, section')]
          .filter((each) => {
            const { left, right, width } = each.getBoundingClientRect()
            const isCut = each.matches('button') && getComputedStyle(each).overflowX === 'visible'
            return (
              width > 0 && (left < -1 || right > innerWidth + 1 || (isCut && each.scrollWidth > each.clientWidth + 1))
            )
          })
          .map((each) => each.getAttribute('aria-label') ?? each.textContent),
      )
    const found: Record<string, readonly (string | null)[]> = {}
    async function look(screen: string): Promise<void> {
      const all = await cut()
      if (all.length > 0) found[screen] = all
    }
    await openCheck(page)
    await page.getByRole('button', { name: '符合', exact: true }).first().click()
    await page
      .getByRole('region', { name: /^检查 / })
      .getByLabel('情况说明')
      .fill('正在写')
    await draftStored(page, '正在写')
    await look('check')
    await page.goto(`${origin}#/field`)
    await page.evaluate(() => {
      const kept = JSON.parse(localStorage.getItem('chentu-preferences') ?? '{}')
      localStorage.setItem('chentu-preferences', JSON.stringify({ ...kept, state: { ...kept.state, language: 'en' } }))
    })
    await look('near')
    await page.reload()
    const unfinished = page.getByRole('region', { name: 'Unfinished records' })
    await unfinished.waitFor()
    await look('near, in English')
    await unfinished.getByRole('button').first().click()
    await page.getByRole('button', { name: /^Save the record/ }).waitFor()
    await look('check, in English')
    expect(found).toEqual({})
  })
})
