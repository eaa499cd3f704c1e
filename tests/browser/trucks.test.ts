import { describe, expect, it } from 'vitest'
import { look } from './app'

describe('muck trucks', () => {
  it('are listed and played on a map, and an unlisted place opens a case', async () => {
    await look('#/trucks', async (page) => {
      await page.getByText('24 辆车，7 天有轨迹').waitFor()
      await page.locator('[data-testid="truck-map"][data-drawn="true"]').waitFor()
      const clock = page.getByRole('slider', { name: '时刻' })
      const before = await clock.inputValue()
      await page.getByRole('button', { name: '播放', exact: true }).click()
      await expect.poll(() => clock.inputValue()).not.toBe(before)
      await page.getByRole('button', { name: '暂停', exact: true }).click()

      await page.getByRole('button', { name: /^白天不足 3/ }).click()
      await page.getByRole('button', { name: /^示D00006 白天 0.0%/ }).click()
      await page.getByRole('region', { name: '示D00006 2022-10' }).getByText('行程', { exact: true }).waitFor()
      expect(page.url()).toContain('truck=truck/%E7%A4%BAD00006')

      // From a suspected violation to its place and time on the map by keyboard, and back to the whole city.
      await page.getByRole('button', { name: /^疑似违规 \d+/ }).click()
      await page.locator('#trucks').getByRole('button', { name: /^示D/ }).first().click()
      const breach = page.getByRole('button', { name: /^在图上看 示D.* \d\d:\d\d / }).first()
      const [, time] = / (\d\d:\d\d) /.exec((await breach.getAttribute('aria-label'))!)!
      await breach.press('Enter')
      await page.getByRole('figure', { name: new RegExp(`^渣土车轨迹图，2022-10-\\d\\d ${time}$`) }).waitFor()
      await page.getByText(/^已选：示D/).waitFor()
      await page.getByRole('button', { name: '显示全市' }).press('Enter')

      await page.getByRole('radio', { name: '台账外地点' }).check({ force: true })
      await page
        .locator('#trucks')
        .getByRole('button', { name: /^疑似非法倾倒点/ })
        .first()
        .click()
      const card = page.getByRole('region', { name: '疑似非法倾倒点' })
      await card.getByText(/重车进、空车出 \d+ 次/).waitFor()
      await card.getByRole('button', { name: '转异常处置' }).click()
      const panel = page.getByRole('region', { name: '异常处置', exact: true })
      await panel.getByRole('heading', { name: /疑似非法倾倒点/ }).waitFor()
    })
  })
})
