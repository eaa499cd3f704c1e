import { MODULE_PREFIX } from './archive'
import type { Folder } from './folder'

const IMPORTS = new RegExp(`(["'\`])${MODULE_PREFIX}([^"'\`]+)\\1`, 'g')

/**
 * The modules and style sheets of a folder as blobs, created on demand. A module's imports are created before it, so
 * cycles are not supported; the build has none.
 */
export class Modules {
  private readonly addresses = new Map<string, Promise<string>>()
  private readonly sheets = new Map<string, Promise<void>>()

  constructor(private readonly folder: Folder) {}

  /** Replaces `import()`. Style sheets requested just before are loaded first. */
  async load(path: string): Promise<unknown> {
    const [address] = await Promise.all([this.address(path), ...this.sheets.values()])
    return import(/* @vite-ignore */ address)
  }

  /** Object URL of a module's blob. */
  address(path: string): Promise<string> {
    const address = this.addresses.get(path) ?? this.make(path)
    this.addresses.set(path, address)
    return address
  }

  /** Adds style sheets to the page, each once. */
  dress(paths: readonly string[]): void {
    for (const path of paths) if (!this.sheets.has(path)) this.sheets.set(path, this.addSheet(path))
  }

  private async make(path: string): Promise<string> {
    const text = await (await this.folder.read(path)).text()
    const imported = [...new Set(Array.from(text.matchAll(IMPORTS), ([, , each]) => each!))]
    const addresses = new Map(
      await Promise.all(imported.map(async (each) => [each, await this.address(each)] as const)),
    )
    const module = text.replace(IMPORTS, (_, quote, each) => quote + addresses.get(each) + quote)
    return URL.createObjectURL(new Blob([module], { type: 'text/javascript' }))
  }

  private async addSheet(path: string): Promise<void> {
    const link = document.createElement('link')
    // Appended at once, so that sheets keep the order in which they were requested.
    document.head.append(link)
    const text = await (await this.folder.read(path)).text()
    const sheet = text.replace(/url\(\.\/([^)]+)\)/g, (_, name) => `url(${this.folder.addressOf(`assets/${name}`)})`)
    await new Promise((done, fail) => {
      link.onload = done
      link.onerror = fail
      link.rel = 'stylesheet'
      link.href = URL.createObjectURL(new Blob([sheet], { type: 'text/css' }))
    })
  }
}
