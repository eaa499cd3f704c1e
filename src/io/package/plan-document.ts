import type { ProblemCode, Result } from '@/domain/problem'
import { CONTAINER, kindOfContainer } from '@/io/formats/container-kind'
import { docxText } from '@/io/formats/docx'
import { problemOf } from '@/io/formats/file-errors'
import { kindOfName } from '@/io/formats/held-file'
import { Archive } from '@/io/formats/zip'

/** A city's plan has some tens of thousands of characters; nobody could check the proposals for a longer text. */
const MAX_SIGNS = 500_000
const MAX_BYTES = 64 << 20

const begins = (bytes: Uint8Array, ...head: number[]) => head.every((byte, i) => bytes[i] === byte)

/** Text of a .txt: UTF-16 if it has a byte order mark, UTF-8 if valid, else GB18030. */
function decodeText(bytes: Uint8Array): string {
  if (begins(bytes, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes)
  if (begins(bytes, 0xfe, 0xff)) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

const OF_CONTAINER: Readonly<Record<string, ProblemCode>> = { encrypted: 'file-encrypted', document: 'file-old-word' }

/** Text of a file whose type is detected from its first bytes, or the reason why there is none. */
async function textOf(file: Blob, bytes: Uint8Array): Promise<string | ProblemCode> {
  if (begins(bytes, 0x50, 0x4b)) {
    const archive = await Archive.open(file)
    return archive.names.includes('word/document.xml') ? docxText(archive) : 'plan-kind-unknown'
  }
  if (begins(bytes, ...CONTAINER)) return OF_CONTAINER[await kindOfContainer(file)] ?? 'plan-kind-unknown'
  if (begins(bytes, 0x25, 0x50, 0x44, 0x46)) return 'plan-pdf'
  // PNG, JPEG and TIFF: a scanned or photographed plan.
  const pictures = [
    [0x89, 0x50, 0x4e, 0x47],
    [0xff, 0xd8, 0xff],
    [0x49, 0x49, 0x2a],
    [0x4d, 0x4d, 0, 0x2a],
  ]
  if (pictures.some((head) => begins(bytes, ...head))) return 'plan-without-text'
  const text = decodeText(bytes)
  return text.includes('\0') ? 'plan-kind-unknown' : text
}

const CODES: readonly string[] = [
  ...Object.values(OF_CONTAINER),
  ...['plan-kind-unknown', 'plan-pdf', 'plan-without-text'],
]
const isCode = (said: string): said is ProblemCode => CODES.includes(said)

/**
 * The text of a published plan (.txt or .docx), or the problem of a file without text. Does not throw for faulty files.
 */
export async function readPlanText(file: File): Promise<Result<string>> {
  const { name, size } = file
  const fail = (code: ProblemCode, seen = ''): Result<string> => ({
    value: null,
    problems: [{ code, file: name, ...(seen ? { seen } : {}) }],
  })
  try {
    if (size === 0) return fail('file-empty')
    if (size > MAX_BYTES) return fail('file-too-large', `${Math.round(size / 1e6)} MB`)
    const text = await textOf(file, new Uint8Array(await file.arrayBuffer()))
    if (isCode(text)) return fail(text, text === 'plan-kind-unknown' ? kindOfName(name) : '')
    if (text.length > MAX_SIGNS) return fail('file-too-large', `${Math.round(text.length / 1e4)} 万字`)
    return text.trim() === '' ? fail('plan-without-text') : { value: text, problems: [] }
  } catch (error) {
    return { value: null, problems: [problemOf(error, name)] }
  }
}
