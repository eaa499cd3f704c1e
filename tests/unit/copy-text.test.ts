import { afterEach, expect, it, vi } from 'vitest'
import { copyText } from '@/ui/copy-text'

class Item {
  constructor(readonly parts: Record<string, Promise<Blob>>) {}
}

afterEach(() => vi.unstubAllGlobals())

it('asks for the clipboard during the press itself, before the text is ready', async () => {
  const write = vi.fn(async ([item]: Item[]) => void (await item!.parts['text/plain']))
  vi.stubGlobal('navigator', { clipboard: { write } })
  vi.stubGlobal('ClipboardItem', Item)
  let made = (_: string) => {}
  const copied = copyText(
    new Promise((done) => {
      made = done
    }),
  )
  expect(write).toHaveBeenCalledTimes(1)
  made('编号\t名称')
  await copied
  const blob = await write.mock.calls[0]![0][0]!.parts['text/plain']!
  expect([blob.type, await blob.text()]).toEqual(['text/plain', '编号\t名称'])
})

it('rejects if there is no clipboard or the text fails', async () => {
  vi.stubGlobal('navigator', {})
  await expect(copyText(Promise.resolve('x'))).rejects.toThrow()
  await expect(copyText(Promise.reject(new Error('no rows')))).rejects.toThrow()
})
