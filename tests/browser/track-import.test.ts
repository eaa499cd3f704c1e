import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { Position } from '@/domain/geodesy/position'
import { trackCsv } from '../fixtures/track-export'
import { delivered } from './app'
import { deskOf } from './desk'

const { atDesk } = deskOf(delivered)

/** A site without others nearby. */
function siteOf(code: string): Position {
  const line = readFileSync('data/construction-site.csv', 'utf8')
    .split('\n')
    .find((each) => each.startsWith(`${code},`))!
  const cells = line.split(',')
  return [Number(cells[3]), Number(cells[4])]
}

const NIGHT = [22 * 60, 23 * 60 + 10]
const nights = (days: readonly number[]) =>
  days.flatMap((day) => NIGHT.map((leaves) => ({ day: `2022-10-${day}`, leaves })))

it('a dropped export of a truck is stored over a reload, its trips are drawn and judged by clause 16, and next week’s file is added', async () => {
  await atDesk(async (page) => {
    const bring = (name: string, text: string) =>
      page.getByTestId('files').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
    const site = siteOf('GD2022-0013')
    const review = page.getByRole('article', { name: '渣土车轨迹' })
    const kept = page.getByRole('region', { name: '已导入的渣土车轨迹' })

    const week = trackCsv('陕D88001', site, nights([17, 18, 19]))
    // The last line again, one with an impossible position, and a jump of the receiver.
    const jump = '陕D88001,2022-10-17 21:52:15,110.5,35.5,0,0,空车,密闭,未举升'
    await bring('第一周.csv', [week, week.split('\r\n').at(-1), '陕D88001,不是时间,108,34,0,0,,,', jump].join('\r\n'))
    await review.getByText(/^1 个文件，1 辆车，3 天，\d+ 条定位/).waitFor()
    await review.getByText('WGS-84 / CGCS2000：1 辆车').waitFor()
    await review.getByText('同车同秒重复 1 条，以后出现的为准').waitFor()
    await review.getByText('漂移 1 条，不采用').waitFor()
    // It came late too, but counts once.
    expect(await review.getByText(/^补传/).count()).toBe(0)
    await review.getByText(/^截至 2022-10-31，\d+ 个区县的白天运输比例依据示例轨迹判定/).waitFor()
    await review.getByText('车牌号←“车牌号”').waitFor()
    await review.getByText('时间不能识别，整行未读取').waitFor()
    await page.getByRole('button', { name: /^导入 1 辆车/ }).click()
    await kept.getByText(/^1 辆车 ·/).waitFor()

    await page.reload()
    await kept.getByText(/^1 辆车 ·/).waitFor()
    await bring('第二周.csv', trackCsv('陕D88001', site, [...nights([24]), { day: '2022-10-25', leaves: 9 * 60 }]))
    await review.getByText(/^截至 2022-10-31，\d+ 个区县的白天运输比例没有依据示例轨迹/).waitFor()
    await page.getByRole('button', { name: /^导入 1 辆车/ }).click()
    await page.getByText(/^已导入 1 辆车/).waitFor()
    await page.getByRole('button', { name: '在“渣土车”中查看' }).click()

    // The made-up trucks of the month are gone: 6 hauls in the first week, and 3 in the second.
    await page.getByText('2022-10：1 辆车，5 天有轨迹，运输 9 趟').waitFor()
    await page.getByText('其中 1 辆为本机导入的轨迹').waitFor()
    expect(await page.getByText('示例数据，不是真实轨迹').count()).toBe(0)
    await page.locator('[data-testid="truck-map"][data-drawn="true"]').waitFor()
    await page.getByRole('button', { name: /^陕D88001/ }).click()
    await page.getByRole('region', { name: '陕D88001 2022-10' }).getByText('行程', { exact: true }).waitFor()

    // Nine hauls are too few to decide: the county’s own figures do, which fail clause 16.
    const card = page.getByRole('article', { name: '详情' })
    const finding = card.locator('[data-status="failing"]').filter({ hasText: '渣土车白天运输不低于80%' })
    const toCounty = async () => {
      await page.goto(page.url().replace(/#.*$/, '#/explore?source=muck-trucks/ZT-610402'))
      await page.reload()
    }
    await toCounty()
    const few = '车辆轨迹只有 5 天、9 趟、1 辆（2022-10-17 至 2022-10-25），白天 1 趟，占 11.1%'
    const stated = '按区县填报：5,142 趟，白天 3,908 趟，占 76%'
    await finding.getByText(`${few}；轨迹太少，不据以判定（须满 5 天且满 30 趟），${stated}`).waitFor()

    // With three days more they decide: 22 hauls of 30 by day. The county’s own figures fail too; otherwise a person
    // would have to check, because the daytime hours are unconfirmed.
    await page.goto(page.url().replace(/#.*$/, '#/data'))
    const more = [26, 27, 28].flatMap((day) =>
      Array.from({ length: 7 }, (_, nth) => ({ day: `2022-10-${day}`, leaves: 7 * 60 + nth * 100 })),
    )
    await bring('第三周.csv', trackCsv('陕D88001', site, more))
    await page.getByRole('button', { name: /^导入 1 辆车/ }).click()
    await page.getByText(/^已导入 1 辆车/).waitFor()
    await toCounty()
    const figures =
      '据车辆轨迹（8 天、30 趟、1 辆）：2022-10-17 至 2022-10-28 从本区县出发运输 30 趟，白天 22 趟，占 73.3%'
    await finding.getByText(`${figures}（白天时段未经核实），低于 80%`).waitFor()

    await page.goto(page.url().replace(/#.*$/, '#/data'))
    await kept.getByRole('button', { name: /^删除/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: '删除', exact: true }).click()
    await kept.waitFor({ state: 'detached' })
  })
})
