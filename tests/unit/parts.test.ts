import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

interface Part {
  readonly resolved?: string
  readonly integrity?: string
  readonly hasInstallScript?: boolean
}

const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
const parts = Object.entries<Part>(JSON.parse(readFileSync('package-lock.json', 'utf8')).packages).filter(
  // Without a path it is the app itself.
  ([path]) => path !== '',
)

describe('third-party packages', () => {
  it('have exact versions', () => {
    const versions = Object.entries<string>({ ...dependencies, ...devDependencies })
    expect(versions.filter(([, version]) => !/^(npm:.+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])
  })

  it('are verified by checksums, wherever they come from', () => {
    expect(parts.length).toBeGreaterThan(100)
    expect(parts.filter(([, { integrity, resolved }]) => !integrity?.startsWith('sha512-') || resolved)).toEqual([])
  })

  it('run no scripts on installation', () => {
    expect(readFileSync('.npmrc', 'utf8')).toMatch(/^ignore-scripts=true$/m)
    const names = parts.filter(([, part]) => part.hasInstallScript).map(([path]) => path.replace('node_modules/', ''))
    for (const name of names) expect(readFileSync('docs/security.md', 'utf8')).toContain(`\`${name}\``)
  })
})
