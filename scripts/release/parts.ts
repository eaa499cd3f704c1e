import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A package whose code is in the built app. */
export interface ShippedPart {
  readonly name: string
  readonly version: string
  /** SPDX identifier, or the package's own wording if it is none. */
  readonly licence: string
  readonly homepage: string | null
  /** SHA-512 of the package as it was installed, in base64; null where the lock file has none. */
  readonly sha512: string | null
  /** Texts of its licence and notices. */
  readonly texts: readonly string[]
}

interface Manifest {
  readonly name: string
  readonly version: string
  readonly license?: string | { readonly type: string }
  readonly licenses?: readonly { readonly type: string }[]
  readonly homepage?: string
  readonly repository?: string | { readonly url: string }
}

const LICENCE_FILE = /^(?:licen[cs]e|copying|notice|ofl)(?:[-.].*)?$/i

/** Misspelt licence identifiers, corrected after the licence text in the package. */
const MISSPELT: Readonly<Record<string, string>> = { 'BDS-3-Clause': 'BSD-3-Clause' }

function licenceOf({ license, licenses }: Manifest): string {
  const name = typeof license === 'string' ? license : license?.type
  const said = name ?? licenses?.map(({ type }) => type).join(' OR ') ?? 'unknown'
  return MISSPELT[said] ?? said
}

function homepageOf({ homepage, repository }: Manifest): string | null {
  const url = homepage ?? (typeof repository === 'string' ? repository : repository?.url)
  return url?.replace(/^git\+/, '').replace(/\.git$/, '') ?? null
}

/** The service worker's library is bundled in a separate step: its parts are named in the built file. */
function partsOfServiceWorker(folder: string): string[] {
  const name = readdirSync(folder).find((each) => /^workbox-[^/]*\.js$/.test(each))
  if (!name) throw new Error(`${folder} has no service worker`)
  const named = readFileSync(join(folder, name), 'utf8').matchAll(/workbox:([a-z-]+):/g)
  return [...new Set(Array.from(named, ([, part]) => `node_modules/workbox-${part}`))]
}

/**
 * The packages of a build, by name and version; `folders` are those recorded by {@link file://./../shipped-parts.ts}.
 */
export function shippedPackages(built: string, folders: readonly string[]): ShippedPart[] {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    readonly packages: Readonly<Record<string, { readonly integrity?: string }>>
  }
  const all = new Set([...folders, ...partsOfServiceWorker(built)])
  const parts = [...all].map((folder): ShippedPart => {
    const manifest: Manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const files = readdirSync(folder).filter((name) => LICENCE_FILE.test(name))
    return {
      name: manifest.name,
      version: manifest.version,
      licence: licenceOf(manifest),
      homepage: homepageOf(manifest),
      sha512: packages[folder]?.integrity?.replace('sha512-', '') ?? null,
      texts: files.sort().map((name) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim()),
    }
  })
  const key = ({ name, version }: ShippedPart) => `${name}@${version}`
  // Two copies of one version count as one part.
  const known = new Map(parts.map((part) => [key(part), part]))
  return [...known.values()].sort((a, b) => (key(a) < key(b) ? -1 : 1))
}
