import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { look, onMap, origin, REDUCED_MOTION, visit } from './app'
import { mapDrawn } from './chromium'
import { chooseOption } from './controls'
import { sourceList } from './pages'

describe('a desk officer', () => {
  it('chooses a month, filters to a county, opens the worst site and its clause, and the copied link restores the view', async () => {
    let link = ''
    const readsOn = async (page: Page) => {
      await mapDrawn(page)
      await page.getByRole('radio', { name: /2022年9月/ }).click()
      await page
        .getByRole('region', { name: '降尘排名' })
        .getByText(/^2022年9月/)
        .waitFor()
      await page.getByRole('button', { name: '条件', exact: true }).first().click()
      const county = page.getByRole('group', { name: '区县' }).getByRole('button', { name: /^渭城区/ })
      const promised = Number((await county.textContent())!.match(/\d+/)![0])
      await county.click()
      await page.getByText(`符合条件 ${promised - 4} 处污染源、4 台监测设备`).waitFor()
      const worst = sourceList(page).getByRole('listitem').first()
      const name = (await worst.locator('b').textContent())!
      await worst.getByRole('button').click()
      const card = page.getByRole('article', { name: '详情' })
      await card.getByRole('heading', { name }).waitFor()
      expect(await card.getByText('示例', { exact: true }).count()).toBe(1)
      await card
        .getByRole('button', { name: /^第\d+条$/ })
        .first()
        .click()
      const clause = page.locator('details[data-clause][open]')
      await clause.waitFor()
      expect(await clause.getAttribute('data-clause')).toBe((await card.textContent())!.match(/第(\d+)条/)![1])
      // The map has moved to it by then.
      await page.waitForURL(/at=/)
      link = page.url()
      await page.goBack()
      await page.getByRole('region', { name: '条件', exact: true }).waitFor()
    }
    await visit('', readsOn, REDUCED_MOTION)
    const opensTheSame = async (page: Page) => {
      await page.getByRole('article', { name: '详情' }).waitFor()
      await page.getByRole('radio', { name: /2022年9月/, checked: true }).waitFor()
      await page.locator('details[data-clause][open]').waitFor()
      expect(page.url()).toBe(link)
    }
    await visit(link.replace(origin, ''), opensTheSame, REDUCED_MOTION)
  })

  it('sees the plan’s 328 firms in the ring, and another count for a ring around the city centre', async () => {
    await look('#/explore?panel=layers', async (page) => {
      const count = page.getByTestId('ring-count')
      await count.getByText('范围内工业企业 328 家 / 工作方案所列 328 家').waitFor()
      await chooseOption(page.getByLabel('起算方式'), 'centre')
      await page.getByText(/范围内工业企业 (?!328)\d+ 家/).waitFor()
    })
  })

  it('opens “Why” at a figure and sees points, formula and rounding', async () => {
    await look('#/explore', async (page) => {
      await page.getByRole('button', { name: /淳化县.*计算依据/ }).click()
      const dialog = page.getByRole('dialog')
      await dialog
        .getByText(/HJ 1221-2021/)
        .first()
        .waitFor()
      await dialog
        .getByText(/GB\/T 8170/)
        .first()
        .waitFor()
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'hidden' })
    })
  })

  it('gets the focus back after a dialog: on Escape, by its button, and on a press outside', async () => {
    await look('#/explore', async (page) => {
      const opener = page.getByRole('button', { name: /淳化县.*计算依据/ })
      const dialog = page.getByRole('dialog', { name: /^淳化县 2022年10月/ })
      const ways = [
        () => page.keyboard.press('Escape'),
        () => dialog.getByRole('button', { name: '关闭' }).click(),
        () => page.mouse.click(10, 400),
      ]
      for (const close of ways) {
        await opener.click()
        await dialog.waitFor()
        await expect.poll(() => dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true)
        await close()
        await dialog.waitFor({ state: 'detached' })
        await expect.poll(() => opener.evaluate((element) => element === document.activeElement)).toBe(true)
      }
    })
  })

  it('finds a source by pinyin initials with the keyboard', async () => {
    await look('#/explore', async (page) => {
      await page.getByRole('combobox', { name: '搜索' }).fill('xpl')
      await page.getByRole('option', { name: /^咸平路/ }).waitFor()
      await page.keyboard.press('Enter')
      await page.getByRole('article', { name: '详情' }).getByRole('heading', { name: '咸平路' }).waitFor()
      await page.locator('#detail:focus').waitFor()
    })
  })

  it('selects a source on the map', async () => {
    // A site that stands alone, in the middle of the map.
    const middle = async (page: Page) => {
      await mapDrawn(page)
      await page.getByTestId('map').click()
      await page.getByRole('article', { name: '详情' }).getByRole('heading', { name: '渭阳路改造二标' }).waitFor()
    }
    await onMap('#/explore?at=108.69328,34.34832,15.00', middle)
  })

  it('drops the published text of the plan, and sees it beside the summary', async () => {
    await visit('#/explore?panel=plan&read=2', async (page) => {
      await page.getByLabel(/放入工作方案原文/).setInputFiles('tests/fixtures/plan.docx')
      await page.getByText('已载入 2 条原文').waitFor()
      await page.locator('details[data-clause="2"]').getByText('第二条的原文。').waitFor()
      await page.reload()
      await page.locator('details[data-clause="2"]').getByText('第二条的原文。').waitFor()
    })
  })

  it('sees the subject of a task apart from its target, and hints of the app apart from findings', async () => {
    await look('#/explore?panel=plan&read=24&source=road/DL-005', async (page) => {
      const clause = page.locator('details[data-clause="24"]')
      await clause.getByText('适用条件', { exact: true }).waitFor()
      await clause.getByText('裸置时间超过3个月').waitFor()
      expect(await clause.getByText('指标', { exact: true }).count()).toBe(0)
      const hint = page.getByRole('article', { name: '详情' }).locator('[data-status="hint"]')
      await hint.getByText('内部提示，非方案要求 · 积尘调查距今不超过30天').waitFor()
      expect(await hint.getByText(/第\d+条|牵头部门|责任部门|逾期/).count()).toBe(0)
    })
  })
})
