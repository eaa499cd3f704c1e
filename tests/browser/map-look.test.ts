import { describe, expect, it } from 'vitest'
import { ENGINES } from './app'
import { mapDrawn } from './chromium'
import { chooseOption } from './controls'

describe.each(ENGINES)('the look of the map that $name draws', ({ onMap }) => {
  it('requests no animation frame while nothing changes, and resumes at the first touch', async () => {
    await onMap('#/explore', async (page) => {
      await mapDrawn(page)
      /** Until no frame was requested for two seconds. */
      const still = () =>
        page.evaluate(
          () =>
            new Promise<void>((done) => {
              const { requestAnimationFrame: ask } = window
              let timer: ReturnType<typeof setTimeout>
              const again = () => {
                clearTimeout(timer)
                timer = setTimeout(() => {
                  window.requestAnimationFrame = ask
                  done()
                }, 2000)
              }
              window.requestAnimationFrame = (act) => {
                again()
                return ask.call(window, act)
              }
              again()
            }),
        )
      await still()
      const overlay = page.locator('[data-testid="map"] canvas').last()
      const before = await overlay.screenshot()
      const map = (await page.getByTestId('map').boundingBox())!
      await page.mouse.move(map.x + 300, map.y + 300)
      await page.mouse.down()
      await page.mouse.move(map.x + 200, map.y + 220, { steps: 4 })
      await page.mouse.up()
      await still()
      expect((await overlay.screenshot()).equals(before)).toBe(false)
    })
  })

  it('shows two months on two linked maps with both dates, and lists the differences', async () => {
    await onMap('#/explore?panel=upwind', async (page) => {
      await mapDrawn(page)
      await chooseOption(page.getByLabel('与另一月对比'), '2022-09')
      const second = page.getByTestId('other-month')
      await page.locator('[data-testid="other-month"][data-drawn="true"][data-symbols]').waitFor()
      const panes = page.getByRole('group', { name: /^2022年\d+月$/ })
      expect(await panes.evaluateAll((all) => all.map((each) => each.dataset.place)).then((all) => all.sort())).toEqual(
        ['earlier', 'later'],
      )
      const symbols = (id: string) => page.getByTestId(id).getAttribute('data-symbols')
      await expect.poll(async () => (await symbols('other-month')) === (await symbols('map'))).toBe(true)
      const bar = page.getByRole('region', { name: '两月对比' })
      expect(await bar.locator('p').textContent()).toBe(
        '降尘：2022年9月与2022年10月两图的污染源相同，均截至2022年10月31日',
      )
      expect(await page.getByRole('radio', { name: /对比月份$/ }).getAttribute('data-month')).toBe('2022-09')

      // The second map is moved by hand; the first follows, and the link has their place.
      const at = (await second.boundingBox())!
      await page.mouse.move(at.x + 200, at.y + 200)
      await page.mouse.down()
      await page.mouse.move(at.x + 120, at.y + 150, { steps: 4 })
      await page.mouse.up()
      await page.waitForURL(/at=/)
      const [first, other] = [(await page.getByTestId('map').boundingBox())!, (await second.boundingBox())!]
      expect([first.width, first.height]).toEqual([other.width, other.height])
      const readout = page.locator('output').first()
      /** Degrees in the readout for a place, once they differ from the earlier ones. */
      const under = async (x: number, y: number) => {
        const before = await readout.textContent()
        await page.mouse.move(x, y)
        const now = readout.filter({ hasText: /\d, .*\d/ }).filter({ hasNotText: before || 'nothing' })
        return (await now.textContent())!.split(', ').map(Number)
      }
      const there = await under(other.x + 100, other.y + 100)
      // At another place, because both show the same.
      await under(first.x + 200, first.y + 200)
      const here = await under(first.x + 100, first.y + 100)
      expect(there[0]).toBeCloseTo(here[0]!, 3)
      expect(there[1]).toBeCloseTo(here[1]!, 3)

      const table = page.getByRole('region', { name: '降尘排名' }).getByRole('table')
      expect(await table.getByRole('columnheader').allTextContents()).toEqual(['区县', '22年9月', '22年10月', '差 ▼'])
      const rows = await table
        .getByRole('row')
        .evaluateAll((all) =>
          all.slice(2).map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent!.replace('−', '-'))),
        )
      const apart = rows.map(([from, to, by]) => {
        const said = Number(by!.replace(/[↑↓+ ]/g, ''))
        expect(said).toBeCloseTo(Number(to) - Number(from), 6)
        expect(by!.startsWith(said > 0 ? '↑' : said < 0 ? '↓' : ' ')).toBe(true)
        return said
      })
      expect(apart).toHaveLength(13)
      expect(apart).toEqual([...apart].sort((a, b) => b - a))
      await table.getByRole('button', { name: '按2022年9月排序' }).click()
      expect(await table.getByRole('columnheader').nth(1).getAttribute('aria-sort')).toBe('descending')
      expect(page.url()).toContain('rise=-earlier')

      await page.getByText('比 2022-09 降尘升高的监测点位').click()
      await page
        .getByText(/不符合 \d+，逾期 \d+，其间新增问题 \d+ 处/)
        .first()
        .waitFor()
      expect(page.url()).toContain('beside=2022-09')
      await page.locator('#map').focus()
      await page.keyboard.press('Escape')
      await second.waitFor({ state: 'detached' })
      expect(page.url()).not.toContain('beside=')
      await page.goBack()
      await page.locator('[data-testid="other-month"][data-drawn="true"]').waitFor()
      await bar.getByRole('button', { name: '结束对比' }).click()
      await second.waitFor({ state: 'detached' })
    })
  })

  it('colours one kind by a column with a legend that counts every source, and keeps it in the link', async () => {
    await onMap('#/explore?panel=layers', async (page) => {
      await mapDrawn(page)
      await page.getByText('样式：按数据上色、定大小、热力').click()
      const editor = page.getByRole('region', { name: '样式：按数据上色、定大小、热力' })
      await chooseOption(editor.getByLabel('类别'), 'enterprise')
      await chooseOption(editor.getByLabel('颜色按'), 'grade')
      const counts = editor.locator('li b')
      await counts.first().waitFor()
      const all = async () => (await counts.allTextContents()).reduce((sum, each) => sum + Number(each), 0)
      await expect.poll(all).toBe(498)
      await chooseOption(editor.getByLabel('疏密'), 'heat')
      await page.waitForFunction(() => location.hash.includes('many=heat'))
      expect(decodeURIComponent(page.url())).toContain('"colour":"grade"')
    })
  })
})
