import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { SharedLink } from '@/app/SharedLink'
import { startI18n } from '@/i18n'
import { useChentu } from '@/store/chentu'
import { shareLink, useSharedLink } from '@/store/page/shared-link'

await startI18n('zh-CN')
const copied: string[] = []
const clipboard = { writeText: async (text: string) => void copied.push(text) }
beforeEach(() => copied.splice(0))
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  useSharedLink.getState().close()
})

const at = (href: string) => {
  const { protocol, hash } = new URL(href)
  vi.stubGlobal('location', { href, protocol, hash })
}

it('copies the whole address if a server serves the app', async () => {
  vi.stubGlobal('navigator', { clipboard })
  at('https://eco.example/t/#/explore?county=610402')
  await shareLink()
  expect(copied).toEqual(['https://eco.example/t/#/explore?county=610402'])
  expect(useSharedLink.getState().outcome).toBe('copied')
})

it('copies the useful part of a file’s address, and explains how to use it', async () => {
  vi.stubGlobal('navigator', { clipboard })
  at('file:///D:/%E5%B0%98%E5%9B%BE/chentu.html#/explore?county=610402')
  await shareLink()
  expect(copied).toEqual(['#/explore?county=610402'])
  render(<SharedLink />)
  expect(screen.getByRole('dialog').textContent).toMatch(/发给别人没有用.*粘贴到地址栏的地址后面/)
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: /^已复制/ }).value).toBe('#/explore?county=610402')
})

it('lets the user copy it by hand if the browser can’t', async () => {
  vi.stubGlobal('navigator', {
    clipboard: { writeText: () => Promise.reject(new DOMException('', 'NotAllowedError')) },
  })
  at('file:///D:/chentu.html#/explore')
  await shareLink()
  render(<SharedLink />)
  screen.getByRole('textbox', { name: /^浏览器不允许写入剪贴板/ })
})

it('says that data changed on this device is not sent with the link', async () => {
  vi.stubGlobal('navigator', { clipboard })
  at('https://eco.example/t/#/explore?county=610402')
  const ofData = { settings: { asOf: '2022-10-31', year: 2022 }, earlierPlans: [] }
  for (const isKept of [false, true]) {
    useChentu.setState({ opened: { dataset: { ...ofData, isKept }, evaluation: { asOf: '2022-10-31' } } as never })
    await shareLink()
    render(<SharedLink />)
    expect(screen.getByRole('status').textContent?.includes('不随链接发送')).toBe(isKept)
    cleanup()
  }
})
