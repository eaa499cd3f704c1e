import type { CheckPictures } from '@/io/papers/check-text'
import type { PaperPicture } from '@/io/papers/papers'
import type { PhotoRef } from '@/ledger/event'
import type { SignatureEvent } from '@/ledger/fold'
import { ledger } from '@/store/ledger'

/** Longer side of a photo on paper, in pixels: 300 to the inch where two stand in a row. */
const PRINTED_PIXELS = 900
const QUALITY = 0.82

/** The pictures of a record's paper, from their small copies, one after the other: a tablet's memory holds no thirty at once. */
export async function paperPictures(
  photos: readonly PhotoRef[],
  signature: SignatureEvent | null,
): Promise<CheckPictures> {
  const printed = new Map<string, PaperPicture>()
  for (const { hash } of photos) {
    // One that can't be read is named on the paper; the others are shown.
    const picture = await printedPhoto(hash, PRINTED_PIXELS).catch(() => null)
    if (picture) printed.set(hash, picture)
  }
  return { drawn: await drawnLine(signature).catch(() => null), photos: printed }
}

/** The small copy of a photo as a JPEG whose longer side has at most so many pixels; null where it is not here. A copy that no browser can read throws. */
export async function printedPhoto(hash: string, most: number): Promise<PaperPicture | null> {
  const kept = await ledger().photo(hash)
  if (!kept) return null
  const image = await createImageBitmap(kept.shown)
  try {
    const scale = Math.min(1, most / Math.max(image.width, image.height))
    const [width, height] = [image.width, image.height].map((side) => Math.max(1, Math.round(side * scale))) as [
      number,
      number,
    ]
    const canvas = Object.assign(document.createElement('canvas'), { width, height })
    canvas.getContext('2d')!.drawImage(image, 0, 0, width, height)
    const small = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY))
    return small && { bytes: new Uint8Array(await small.arrayBuffer()), format: 'jpg', width, height }
  } finally {
    image.close()
  }
}

/** The drawn line of a signature as it was kept: its hash is that of these bytes. */
async function drawnLine(signature: SignatureEvent | null): Promise<PaperPicture | null> {
  const hash = signature?.body.photos[0]?.hash
  const kept = hash ? await ledger().photo(hash) : null
  if (!kept) return null
  const image = await createImageBitmap(kept.shown)
  const { width, height } = image
  image.close()
  return { bytes: new Uint8Array(await kept.shown.arrayBuffer()), width, height }
}
