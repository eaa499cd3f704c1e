import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { expose } from 'comlink'

/** Longer side of the small copy, in pixels. */
const SHOWN_PIXELS = 1600
const QUALITY = 0.82

/** Shrinks a photo and writes lines into the copy; the original stays as it is. */
async function prepare(original: Blob, lines: readonly string[]) {
  const hash = bytesToHex(sha256(new Uint8Array(await original.arrayBuffer())))
  const image = await createImageBitmap(original, { imageOrientation: 'from-image' })
  const scale = Math.min(1, SHOWN_PIXELS / Math.max(image.width, image.height))
  const [width, height] = [Math.round(image.width * scale), Math.round(image.height * scale)]
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')!
  context.drawImage(image, 0, 0, width, height)
  image.close()
  const size = Math.max(14, Math.round(height / 36))
  const bar = size * 1.4 * lines.length + size
  context.fillStyle = 'rgb(0 0 0 / 60%)'
  context.fillRect(0, height - bar, width, bar)
  context.fillStyle = '#fff'
  context.font = `${size}px sans-serif`
  lines.forEach((line, i) => {
    context.fillText(line, size, height - bar + size * 1.4 * (i + 1))
  })
  return { hash, shown: await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY }) }
}

const api = { prepare }
export type PhotoApi = typeof api
expose(api)
