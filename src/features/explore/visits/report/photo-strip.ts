import type { PaperPicture } from '@/io/papers/papers'
import type { PhotoRef } from '@/ledger/event'
import { ledger } from '@/store/ledger'

/** A report shows so many photos of a visit. */
export const MOST_PHOTOS = 2
const SLOT = { width: 620, height: 465 }
const GAP = 12
const QUALITY = 0.8

/** Those that a report shows: of items that are not met first, as they say most. */
export const photosToShow = (photos: readonly PhotoRef[], failing: ReadonlySet<string>): readonly PhotoRef[] =>
  [...photos]
    .sort((a, b) => Number(failing.has(b.item ?? '')) - Number(failing.has(a.item ?? '')))
    .slice(0, MOST_PHOTOS)

/** Small copies side by side on white, and the photos that they are of, from the left. */
interface Strip {
  readonly picture: PaperPicture
  readonly photos: readonly PhotoRef[]
}

/** Some photos in one picture; null where none is here. A report stays small whatever the cameras are. */
export async function photoStrip(photos: readonly PhotoRef[]): Promise<Strip | null> {
  const kept = await Promise.all(
    photos.map(async (photo) => ({ photo, shown: (await ledger().photo(photo.hash))?.shown })),
  )
  const here = kept.flatMap(({ photo, shown }) => (shown ? [{ photo, shown }] : []))
  if (here.length === 0) return null
  const width = SLOT.width * MOST_PHOTOS + GAP
  const canvas = Object.assign(document.createElement('canvas'), { width, height: SLOT.height })
  const context = canvas.getContext('2d')
  if (!context) return null
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, SLOT.height)
  for (const [i, { shown }] of here.entries()) {
    // One that the browser can't read is left out; the others are shown.
    const image = await createImageBitmap(shown).catch(() => null)
    if (!image) continue
    const scale = Math.min(SLOT.width / image.width, SLOT.height / image.height)
    const [w, h] = [image.width * scale, image.height * scale]
    const left = i * (SLOT.width + GAP)
    context.drawImage(image, left + (SLOT.width - w) / 2, (SLOT.height - h) / 2, w, h)
    image.close()
  }
  const strip = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY))
  if (!strip) return null
  const bytes = new Uint8Array(await strip.arrayBuffer())
  return { picture: { bytes, format: 'jpg', width, height: SLOT.height }, photos: here.map(({ photo }) => photo) }
}
