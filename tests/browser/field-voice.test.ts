import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { inTown } from './app'
import { download, openCheck, openTab, recordCheck, saveCheck, startBrowser } from './field-work'

const { openEmptied, origin } = inTown

/** A microphone that beeps, and a user who allows it. */
const MICROPHONE = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']

describe('after the browser was killed', () => {
  it('every record shown as saved is complete; an interrupted spoken note is restored, saved, handed over, and played at the desk', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'chentu-voice-'))
    const first = await startBrowser(folder, MICROPHONE)
    await openCheck(first.page, origin)
    await recordCheck(first.page, '断电前写的')
    await first.page.getByRole('button', { name: '再查一次' }).click()
    const spoken = first.page.getByRole('region', { name: /^检查 / })
    // Held by a finger: it records while the finger is down.
    const record = spoken.getByRole('button', { name: '录语音' }).last()
    await record.scrollIntoViewIfNeeded()
    await record.hover()
    await first.page.mouse.down()
    await spoken.getByText('松开结束').waitFor()
    await spoken
      .getByRole('timer')
      .getByText(/0:0[2-9] \/ 2:00/)
      .waitFor()
    await expect
      .poll(() => spoken.locator('meter').evaluate((meter: HTMLMeterElement) => meter.value))
      .toBeGreaterThan(0)
    // As with a dead battery: nothing is closed.
    await first.kill()

    const { page, kill } = await startBrowser(folder, MICROPHONE)
    const name = await openCheck(page, origin)
    const history = page.getByRole('region', { name: '历次检查' })
    await history.getByText('断电前写的').waitFor()
    const check = page.getByRole('region', { name: /^检查 / })
    await check.getByText('上次没有录完的语音已找回 1 段，请听一遍再保存。').waitFor()
    const place = check.locator('[data-voices=""]')
    await place.getByRole('button', { name: /^播放语音 0:0[1-9]/ }).click()
    await place.getByRole('button', { name: /^暂停语音/ }).waitFor()

    // Started and stopped by a press, for an unmet item; removed, and restored.
    const item = check.locator('[data-item]').first()
    await item.getByRole('button', { name: '不符合', exact: true }).click()
    await item.getByRole('button', { name: '录语音' }).click()
    await check.getByText('再按一次结束').waitFor()
    await check
      .getByRole('timer')
      .getByText(/0:0[1-9]/)
      .waitFor()
    await item.getByRole('button', { name: '停止录音' }).click()
    const own = item.getByRole('button', { name: /^播放语音/ })
    await own.waitFor()
    await item.getByRole('button', { name: /^删除语音/ }).click()
    await own.waitFor({ state: 'detached' })
    await check.getByRole('button', { name: '撤销' }).click()
    await own.waitFor()
    await saveCheck(page)
    await history.getByText(/语音 2 段/).waitFor()
    await page.getByRole('button', { name: '返回', exact: true }).click()
    await openTab(page, '交内勤')
    const given = page.waitForEvent('download')
    await page.getByRole('button', { name: '生成巡查包（.zip）' }).click()
    const bundle = join(folder, 'bundle.zip')
    await (await given).saveAs(bundle)
    const files = unzipSync(new Uint8Array(readFileSync(bundle)))
    expect(Object.keys(files).filter((path) => path.startsWith('voices/'))).toHaveLength(2)
    await kill()

    const { page: desk, faults } = await openEmptied()
    await desk.goto(`${origin}#/data`)
    await download(desk, () => desk.getByTestId('bundles').setInputFiles(bundle))
    await desk.getByText(/新增 2 条（.+），新增照片 1 张，语音 2 段/).waitFor()
    const { target } = JSON.parse(Buffer.from(files['events.ndjson']!).toString().trim().split('\n').at(-1)!).body
    expect(target.name).toBe(name)
    await desk.goto(`${origin}#/explore?panel=visits`)
    await desk.getByRole('button', { name: /^逐条审核/ }).click()
    const review = desk.getByRole('dialog', { name: '审核巡查记录' })
    const player = review.locator('audio').first()
    await player.waitFor()
    // Its length is known and it plays, even if the recorder left the length out of the file’s header.
    await expect.poll(() => player.evaluate((audio: HTMLAudioElement) => Number.isFinite(audio.duration))).toBe(true)
    await player.evaluate((audio: HTMLAudioElement) => {
      audio.muted = true
      return audio.play()
    })
    await expect.poll(() => player.evaluate((audio: HTMLAudioElement) => audio.currentTime)).toBeGreaterThan(0.2)
    expect(faults).toEqual([])
  })
})
