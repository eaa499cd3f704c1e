import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { expose } from 'comlink'
import ExifReader from 'exifreader'
import { MARK_PAINT, type Mark, markPath, markWidths } from '@/domain/field/mark'
import type { Position } from '@/domain/geodesy/position'
import { pulse } from './pulse'

/** Longer side of the small copy, in pixels. */
const SHOWN_PIXELS = 1600
const QUALITY = 0.82

/** Time and place of a photo from its camera; null if it has neither. */
function takenOf(bytes: ArrayBuffer): { at: string; position: Position | null } | null {
  try {
    const { exif, gps } = ExifReader.load(bytes, { expanded: true })
    const at = String(exif?.DateTimeOriginal?.description ?? '')
    const { Longitude: lon, Latitude: lat } = gps ?? {}
    const position: Position | null = lon === undefined || lat === undefined ? null : [lon, lat]
    return at === '' && !position ? null : { at, position }
  } catch {
    // A picture without Exif data, or with broken data, is still usable.
    return null
  }
}

/** Decodes a photo upright, rotated as its Exif data says. */
async function upright(photo: Blob): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(photo, { imageOrientation: 'from-image' })
  } catch (error) {
    // Chromium before 112 rejects this option, but rotates pictures by itself.
    if (error instanceof TypeError) return createImageBitmap(photo)
    throw error
  }
}

/** Makes a smaller copy of a photo with lines of text on it; the original stays unchanged. */
async function makeShownCopy(original: Blob, lines: readonly string[]) {
  const bytes = await original.arrayBuffer()
  const hash = bytesToHex(sha256(new Uint8Array(bytes)))
  const image = await upright(original)
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
  return { hash, taken: takenOf(bytes), shown: await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY }) }
}

/** A copy of a picture, in its size, with marks drawn on it. */
async function drawMarks(picture: Blob, marks: readonly Mark[]) {
  const image = await upright(picture)
  const { width, height } = image
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')!
  context.drawImage(image, 0, 0)
  image.close()
  context.lineCap = 'round'
  context.lineJoin = 'round'
  const widths = markWidths(width, height)
  for (const each of marks) {
    const path = new Path2D(markPath(each, widths.line))
    const paint = MARK_PAINT[each.colour]
    for (const part of ['contour', 'line'] as const) {
      context.strokeStyle = paint[part]
      context.lineWidth = widths[part]
      context.stroke(path)
    }
  }
  const copy = await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY })
  return { hash: bytesToHex(sha256(new Uint8Array(await copy.arrayBuffer()))), copy }
}

const api = { ...pulse, makeShownCopy, drawMarks }
export type PhotoApi = typeof api
expose(api)
