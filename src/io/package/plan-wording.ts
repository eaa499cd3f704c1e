import { splitWording } from '@/domain/plan/wording'
import { docxText } from '@/io/formats/docx'
import { Archive } from '@/io/formats/zip'

/** Text of a .txt: UTF-16 by its mark, UTF-8 where it is valid, else GB18030. */
function decodeText(bytes: Uint8Array): string {
  const mark = (bytes[0]! << 8) | bytes[1]!
  if (mark === 0xfffe) return new TextDecoder('utf-16le').decode(bytes)
  if (mark === 0xfeff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** A .docx is a zip, and a zip begins so. */
const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b

/**
 * The wording of each clause from the published text of a plan (.txt or .docx), by clause number.
 * Empty where no numbered clause was found, or where the file is neither.
 */
export async function readPlanWording(file: Blob): Promise<Map<number, string>> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (!isZip(bytes)) return splitWording(decodeText(bytes))
  try {
    return splitWording(await docxText(await Archive.open(file)))
  } catch {
    return new Map()
  }
}
