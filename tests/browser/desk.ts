import type { Page } from 'playwright-core'
import type { appPages } from './app-pages'
import type { PageOptions } from './chromium'

type Act = (page: Page) => Promise<void>

/** Opens the data screen of an office that has not imported anything yet. */
export function deskOf({ visit, inOnePage }: Pick<ReturnType<typeof appPages>, 'visit' | 'inOnePage'>) {
  /** Opens the data screen, and runs an action. */
  const atDesk = (act: Act) =>
    visit('#/data', async (page) => {
      await page.getByRole('heading', { name: '导入数据' }).waitFor()
      await act(page)
    })

  /** The same for tests that import nothing: in one page, from which dropped files are removed again. */
  function deskThatStays(options: PageOptions = {}): (act: Act) => Promise<void> {
    const inPage = inOnePage(options)
    return (act) =>
      inPage('#/data', async (page) => {
        await page.getByRole('heading', { name: '导入数据' }).waitFor()
        await act(page)
        const remove = page.getByRole('region', { name: '待导入的文件' }).getByRole('button', { name: /^移除/ })
        for (let left = await remove.count(); left > 0; left--) await remove.first().click()
      })
  }
  return { atDesk, deskThatStays }
}
