import type { Page } from 'playwright-core'
import { inOnePage, visit } from './app'
import type { PageOptions } from './chromium'

type Act = (page: Page) => Promise<void>

/** Opens the data screen of an office that has taken nothing over yet, and does something. */
export const atDesk = (act: Act) =>
  visit('#/data', async (page) => {
    await page.getByRole('heading', { name: '导入数据' }).waitFor()
    await act(page)
  })

/** The same for what takes nothing over: in one page, from which the files that were dropped are taken away again. */
export function deskThatStays(options: PageOptions = {}): (act: Act) => Promise<void> {
  const inPage = inOnePage(options)
  return (act) =>
    inPage('#/data', async (page) => {
      await page.getByRole('heading', { name: '导入数据' }).waitFor()
      await act(page)
      const remove = page.getByRole('region', { name: '待导入的文件' }).getByRole('button', { name: /^移除/ })
      for (let left = await remove.count(); left > 0; left--) await remove.first().click()
    })
}
