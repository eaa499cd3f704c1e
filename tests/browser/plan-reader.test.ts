import { Document, Packer, Paragraph } from 'docx'
import { expect, it } from 'vitest'
import { PLAN_2022 } from '../fixtures/read-plans'
import { delivered } from './app'
import { accessibilityFaults } from './chromium'
import { deskOf } from './desk'

const { atDesk } = deskOf(delivered)

/** Made up: the plan of 2022 a year later, whose sixth task requires more. */
const NEXT = PLAN_2022.replaceAll('2023年', '2024年')
  .replaceAll('2022', '2023')
  .replace('降尘监测考核', '降尘监测和考核')
  .replace('清扫率达到90%以上', '清扫率达到93%以上')

const asDocx = (text: string) =>
  Packer.toBuffer(new Document({ sections: [{ children: text.split('\n').map((line) => new Paragraph(line)) }] }))

it('next year’s plan is read from a dropped document, and its clauses appear in the board', async () => {
  const bytes = [...(await asDocx(NEXT))]
  await atDesk(async (page) => {
    const transfer = await page.evaluateHandle((content) => {
      const data = new DataTransfer()
      data.items.add(new File([Uint8Array.from(content)], '2023年工作方案.docx'))
      return data
    }, bytes)
    await page.getByTestId('plan-drop').dispatchEvent('drop', { dataTransfer: transfer })
    const review = page.getByRole('article', { name: '核对读入的工作方案' })
    await review.getByRole('textbox', { name: '方案名称' }).waitFor()
    expect(await review.getByRole('textbox', { name: '方案名称' }).inputValue()).toBe('咸阳市蓝天保卫战2023年工作方案')
    expect(await review.locator('li[data-clause]').count()).toBe(45)
    expect(await review.locator('mark').count()).toBeGreaterThan(250)

    // Uncertain proposals are decided by keys alone.
    const next = review.getByRole('button', { name: '下一处待确认（N）' })
    await next.focus()
    await page.keyboard.press('Enter')
    await page.locator('[data-field-head]:focus').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    while (await next.isVisible()) {
      const key = (await page.locator('[data-field-head]:focus').textContent())?.includes('启动改造')
        ? 'Delete'
        : 'Enter'
      await page.keyboard.press(key)
      await page.keyboard.press('n')
    }
    await review.getByText(/已全部确认/).waitFor()
    await review.getByRole('textbox', { name: '理由' }).fill('年度方案印发')
    await review.getByRole('textbox', { name: '经办人' }).fill('张三')
    await review.getByRole('button', { name: '确认生效' }).click()
    await page.getByText(/“咸阳市蓝天保卫战2023年工作方案”已生效/).waitFor()
    await page
      .getByRole('region', { name: '历史版本' })
      .getByText('读入工作方案：咸阳市蓝天保卫战2023年工作方案（张三：年度方案印发）')
      .waitFor()

    await page.goto(`${page.url().split('#')[0]}#/explore?panel=board`)
    await page.getByText('强化道路扬尘管控').first().waitFor()
    await page.getByRole('button', { name: '工作方案', exact: true }).click()
    await page.getByText('第22条 严格降尘监测和考核').waitFor()
    // Last year’s plan stays readable beside it.
    await page.getByRole('button', { name: /方案年度/ }).click()
    await page.getByRole('option', { name: '2022年', exact: true }).click()
    await page.getByText(/已不再执行，仅供查阅/).waitFor()
  })
})
