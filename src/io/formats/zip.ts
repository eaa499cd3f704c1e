import { zipSync } from 'fflate'
import { EncryptedFileError, TooLargeError } from './file-errors'

/**
 * Limits against zip bombs: no office's archive unpacks to more bytes, has more members or a higher compression ratio.
 */
export interface ArchiveLimits {
  readonly bytes: number
  readonly members: number
  /** Largest ratio of unpacked to packed bytes, applied once `freeBytes` have been unpacked. */
  readonly ratio: number
  readonly freeBytes: number
}

const LIMITS: ArchiveLimits = { bytes: 512 << 20, members: 10_000, ratio: 300, freeBytes: 32 << 20 }

/** Members that no reader needs: folders, macOS metadata, and names that lead outside the archive. */
const isUseless = (name: string) =>
  name.endsWith('/') || name.startsWith('__MACOSX/') || /^\/|^[a-z]:|(?:^|\/)\.\.(?:\/|$)|\0/i.test(name)

/** Names are UTF-8, or in the encoding of a Chinese Windows. */
function nameOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** Files as an archive without compression. */
export const storedArchive = (files: ReadonlyMap<string, Uint8Array>): Uint8Array =>
  zipSync(Object.fromEntries(files), { level: 0 })

/**
 * The only code that opens archives: .xlsx, .ods, .docx, .kmz, zipped Shapefiles and packages. Sizes stated by the
 * archive are not trusted: unpacked bytes are counted, over all members and all reads, and each member's checksum must
 * match. Nested archives are not unpacked.
 */
export class Archive {
  private unpacked = 0

  private constructor(
    private readonly members: readonly Member[],
    private readonly limits: ArchiveLimits,
  ) {}

  /** @throws TooLargeError by the stated sizes, or an error if it is not an archive. */
  static async open(file: Blob, limits = LIMITS): Promise<Archive> {
    const { BlobReader, ZipReader } = await import('@zip.js/zip.js')
    const reader = new ZipReader(new BlobReader(file), {
      decodeText: nameOf,
      normalizeFilename: (name) => name.replaceAll('\\', '/'),
      filenameValidation: 'tolerant',
      useWebWorkers: false,
      checkCrc32: true,
    })
    const members: Member[] = []
    let [stated, count] = [0, 0]
    for await (const entry of reader.getEntriesGenerator()) {
      count++
      stated += entry.uncompressedSize
      if (count > limits.members || stated > limits.bytes) throw new TooLargeError(stated)
      if (!entry.directory && !isUseless(entry.filename)) members.push(entry)
    }
    return new Archive(members, limits)
  }

  get names(): readonly string[] {
    return this.members.map(({ filename }) => filename)
  }

  /**
   * Unpacks the members for which `wanted` returns true.
   * @throws TooLargeError as soon as too much was unpacked, EncryptedFileError, or an error if a member is damaged or
   * duplicated.
   */
  async read(wanted: (name: string) => boolean, signal?: AbortSignal): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
    const files = new Map<string, Uint8Array<ArrayBuffer>>()
    for (const member of this.members) {
      if (!wanted(member.filename)) continue
      if (files.has(member.filename)) throw new Error(`${member.filename} stands twice in the archive`)
      if (member.encrypted) throw new EncryptedFileError()
      files.set(member.filename, await this.unpack(member, signal))
    }
    return files
  }

  /** The same members as an uncompressed archive, for libraries that take archives. */
  async stored(wanted: (name: string) => boolean, signal?: AbortSignal): Promise<Uint8Array> {
    return storedArchive(await this.read(wanted, signal))
  }

  private async unpack(member: Member, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
    const pieces: Uint8Array[] = []
    let length = 0
    await member.getData(
      new WritableStream<Uint8Array>({
        write: (piece) => {
          length += piece.length
          this.unpacked += piece.length
          const grown = length > this.limits.freeBytes && length > member.compressedSize * this.limits.ratio
          if (grown || this.unpacked > this.limits.bytes) throw new TooLargeError(this.unpacked)
          pieces.push(piece)
        },
      }),
      { useWebWorkers: false, checkCrc32: true, ...(signal ? { signal } : {}) },
    )
    const whole = new Uint8Array(length)
    let at = 0
    for (const piece of pieces) {
      whole.set(piece, at)
      at += piece.length
    }
    return whole
  }
}

type Member = import('@zip.js/zip.js').FileEntry
