import type { Index, Place } from './archive'

/** The content of the single file, as the files of a folder at an address that no server has. */
export class Folder {
  constructor(
    /** Address of the folder; it ends with `/`. */
    readonly base: string,
    readonly index: Index,
    /** The bytes of all files, concatenated. */
    readonly bytes: Blob,
  ) {}

  /** Path in this folder of an address; null for any other address. */
  pathOf(address: string): string | null {
    return address.startsWith(this.base) ? decodeURI(address.slice(this.base.length).replace(/[?#].*$/s, '')) : null
  }

  /** @throws if there is no such file, or its bytes are damaged */
  async read(path: string): Promise<Blob> {
    const place = this.index[path]
    if (!place) throw new Error(`the file of the app holds no ${path}`)
    const [, , packed, type] = place
    const raw = this.raw(place)
    if (!packed) return raw
    const unpacked = new Response(raw.stream().pipeThrough(new DecompressionStream('gzip')))
    return new Blob([await unpacked.arrayBuffer()], { type })
  }

  /** Object URL of a file that is stored uncompressed, valid until the page is closed. */
  addressOf(path: string): string {
    const place = this.index[path]
    if (!place || place[2]) throw new Error(`the file of the app holds no ${path} as it is`)
    return URL.createObjectURL(this.raw(place))
  }

  /** Answers like a server that supports range requests. */
  async answer(path: string, headers: Headers): Promise<Response> {
    const place = this.index[path]
    if (!place) return new Response(null, { status: 404 })
    const file = await this.read(path)
    const [, from, until] = /^bytes=(\d+)-(\d+)$/.exec(headers.get('range') ?? '') ?? []
    if (!from) return new Response(file)
    const end = Math.min(Number(until) + 1, file.size)
    if (Number(from) >= end) return new Response(null, { status: 416 })
    return new Response(file.slice(Number(from), end, file.type), {
      status: 206,
      headers: { 'content-range': `bytes ${from}-${end - 1}/${file.size}` },
    })
  }

  private raw([from, bytes, , type]: Place): Blob {
    return this.bytes.slice(from, from + bytes, type)
  }
}
