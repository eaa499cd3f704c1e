import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { startI18n } from '@/i18n'
import CodeCamera from '@/ui/CodeCamera'

/** Pictures taken of the screen, and those released. */
let picturesTaken = 0
let picturesReleased = 0

beforeEach(async () => {
  await startI18n('zh-CN')
  picturesTaken = picturesReleased = 0
  vi.stubGlobal('createImageBitmap', async () => {
    picturesTaken++
    return { close: () => picturesReleased++ }
  })
  const getUserMedia = async () => ({ getTracks: () => [] })
  vi.stubGlobal('navigator', { mediaDevices: { getUserMedia } })
  vi.spyOn(HTMLMediaElement.prototype, 'play').mockResolvedValue()
  vi.spyOn(HTMLMediaElement.prototype, 'srcObject', 'set').mockImplementation(() => undefined)
  vi.spyOn(HTMLMediaElement.prototype, 'readyState', 'get').mockReturnValue(4)
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const show = (read: () => Promise<string | null>, onText = () => true) =>
  render(<CodeCamera read={read} onText={onText} said="" onClose={() => undefined} />)

it('releases every picture, with or without a code in it', async () => {
  const onText = vi.fn(() => true)
  show(async () => (picturesTaken < 5 ? null : 'code'), onText)
  await waitFor(() => expect(onText).toHaveBeenCalledTimes(1))
  expect([picturesTaken, picturesReleased]).toEqual([5, 5])
})

it('releases a picture if reading it fails', async () => {
  show(() => Promise.reject(new Error('the worker is gone')))
  await screen.findByRole('alert')
  expect([picturesTaken, picturesReleased]).toEqual([1, 1])
})
