import type { CheckPictures } from '@/io/papers/check-text'
import type { PaperPicture } from '@/io/papers/papers'
import type { SignatureEvent } from '@/ledger/fold'
import type { PhotoRef } from '@/ledger/references'
import { ledger } from '@/store/ledger'

/** Longer side of a printed photo in pixels: 300 per inch with two photos in a row. */
const PRINTED_PIXELS = 900
const QUALITY = 0.82

/**
 * The pictures of a record's paper, from the small copies, one after the other: a tablet cannot hold thirty in memory.
 */
export async function paperPictures(
  photos: readonly PhotoRef[],
  signature: SignatureEvent | null,
): Promise<CheckPictures> {
  const pictures = new Map<string, PaperPicture>()
  for (const { hash } of photos) {
    // An unreadable photo is named on the paper; the others are shown.
    const picture = await printed(hash, within(PRINTED_PIXELS)).catch(() => null)
    if (picture) pictures.set(hash, picture)
  }
  return { drawn: await drawnLine(signature).catch(() => null), photos: pictures }
}

/** Size of a picture in pixels, and the photo's place in it. */
interface Placed {
  readonly width: number
  readonly height: number
  readonly image: readonly [left: number, top: number, width: number, height: number]
}

/** The photo itself, scaled down to a maximum for its longer side. */
function within(most: number): (image: ImageBitmap) => Placed {
  return (image) => {
    const scale = Math.min(1, most / Math.max(image.width, image.height))
    const sides = [image.width, image.height].map((side) => Math.max(1, Math.round(side * scale)))
    const [width, height] = sides as [number, number]
    return { width, height, image: [0, 0, width, height] }
  }
}

/** The photo centred in a white frame. */
function inFrame(width: number, height: number): (image: ImageBitmap) => Placed {
  return (image) => {
    const scale = Math.min(width / image.width, height / image.height)
    const [w, h] = [image.width * scale, image.height * scale]
    return { width, height, image: [(width - w) / 2, (height - h) / 2, w, h] }
  }
}

/**
 * The small copy of a photo in a white frame of fixed size, as JPEG, so that all are alike. Null if it is missing or
 * unreadable.
 */
export const framedPhoto = (hash: string, width: number, height: number): Promise<PaperPicture | null> =>
  printed(hash, inFrame(width, height)).catch(() => null)

async function printed(hash: string, place: (image: ImageBitmap) => Placed): Promise<PaperPicture | null> {
  const kept = await ledger().photo(hash)
  if (!kept) return null
  const image = await createImageBitmap(kept.shown)
  try {
    const { width, height, image: at } = place(image)
    const canvas = Object.assign(document.createElement('canvas'), { width, height })
    const context = canvas.getContext('2d')!
    context.fillStyle = '#fff'
    context.fillRect(0, 0, width, height)
    context.drawImage(image, ...at)
    const small = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY))
    return small && { bytes: new Uint8Array(await small.arrayBuffer()), format: 'jpg', width, height }
  } finally {
    image.close()
  }
}

/** The drawn signature exactly as stored: its hash is that of these bytes. */
async function drawnLine(signature: SignatureEvent | null): Promise<PaperPicture | null> {
  const hash = signature?.body.photos[0]?.hash
  const kept = hash ? await ledger().photo(hash) : null
  if (!kept) return null
  const image = await createImageBitmap(kept.shown)
  const { width, height } = image
  image.close()
  return { bytes: new Uint8Array(await kept.shown.arrayBuffer()), width, height }
}
