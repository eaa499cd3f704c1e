import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import { afterEach, describe, expect, it } from 'vitest'
import { licencesText } from '../../../scripts/release/licences'
import type { ShippedPart } from '../../../scripts/release/parts'
import { billOfMaterials } from '../../../scripts/release/sbom'
import { zipFolder } from '../../../scripts/release/zip'
import { PAGE_POLICY, WORKER_POLICY } from '../../../scripts/served-headers'
import { packageFolder } from '../../../scripts/shipped-parts'

const part: ShippedPart = {
  name: '@scope/part',
  version: '1.2.3',
  licence: '(MIT AND Zlib)',
  homepage: 'https://part.example',
  sha512: Buffer.from('sum').toString('base64'),
  texts: ['Permission is granted …'],
}

describe('the archive of a release', () => {
  const zone = process.env.TZ
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
  })
  const files = [
    ['b.txt', Buffer.from('乙')],
    ['a/甲.csv', Buffer.from('1,2')],
  ] as const

  it('is the same, byte for byte, in every time zone and for any order of files', () => {
    process.env.TZ = 'Asia/Shanghai'
    const here = zipFolder('chentu', new Map(files))
    process.env.TZ = 'America/New_York'
    const there = zipFolder('chentu', new Map([...files].reverse()))
    expect(Buffer.from(there).equals(Buffer.from(here))).toBe(true)
    expect(Object.keys(unzipSync(here))).toEqual(['chentu/a/甲.csv', 'chentu/b.txt'])
  })

  it('has the time of its commit, so that servers distinguish its files from the previous release', () => {
    const time = new Date(Date.UTC(2026, 10, 28, 12, 30, 2))
    process.env.TZ = 'Asia/Shanghai'
    const here = zipFolder('chentu', new Map(files), time)
    process.env.TZ = 'America/New_York'
    expect(Buffer.from(zipFolder('chentu', new Map(files), time)).equals(Buffer.from(here))).toBe(true)
    // Time and date of the first entry in the archive's format.
    const [clock, day] = [here[10]! | (here[11]! << 8), here[12]! | (here[13]! << 8)]
    expect([clock >> 11, (clock >> 5) & 63, (clock & 31) * 2]).toEqual([12, 30, 2])
    expect([(day >> 9) + 1980, (day >> 5) & 15, day & 31]).toEqual([2026, 11, 28])
  })

  it('is the same even for an hour that does not exist in some time zones', () => {
    const time = new Date(Date.UTC(2026, 2, 8, 2, 30))
    process.env.TZ = 'Asia/Shanghai'
    const here = zipFolder('chentu', new Map(files), time)
    process.env.TZ = 'America/New_York'
    expect(Buffer.from(zipFolder('chentu', new Map(files), time)).equals(Buffer.from(here))).toBe(true)
    expect(process.env.TZ).toBe('America/New_York')
  })
})

describe('the package of a module', () => {
  const there = new Set(['node_modules/a', 'node_modules/a/node_modules/@b/c', 'node_modules/d', 'node_modules/@b/e'])
  const of = (module: string) =>
    packageFolder(module, '/x', (manifest) => there.has(manifest.replace('/package.json', '')))

  it('is the innermost folder with a manifest', () => {
    expect(of('/x/node_modules/a/lib/index.js?v=1')).toBe('node_modules/a')
    expect(of('\0/x/node_modules/a/node_modules/@b/c/index.js')).toBe('node_modules/a/node_modules/@b/c')
  })
  it('is the installed package for a copy without a manifest, otherwise the one that contains the copy', () => {
    expect(of('/x/node_modules/a/dist/node_modules/@b/e/index.js')).toBe('node_modules/@b/e')
    expect(of('/x/node_modules/a/dist/node_modules/gone/index.js')).toBe('node_modules/a')
  })
  it('is null for the app’s own modules', () => {
    expect(of('/x/src/app/main.tsx')).toBe(null)
  })
})

describe('the bill of materials', () => {
  const AT = new Date('2026-11-28T05:06:07.000Z')
  const text = JSON.stringify({
    name: 'city-dust',
    version: '2.0.0',
    title: '某市扬尘',
    resources: [
      { name: 'a', licenses: [{ name: 'LGPL-3.0-or-later' }] },
      { name: 'b', licenses: [{ title: 'Facts of a notice' }, { name: 'LGPL-3.0-or-later' }] },
    ],
  })
  const data = [{ path: 'data/datapackage.json', text, descriptor: JSON.parse(text) }]
  const made = (parts: readonly ShippedPart[], at: Date | undefined = AT) => billOfMaterials('0.1.0', parts, data, at)
  const bill = JSON.parse(made([part]))

  it('is the same for the same parts, and different for others', () => {
    expect(made([part])).toBe(made([part]))
    const later = JSON.parse(made([{ ...part, version: '1.2.4' }]))
    expect(bill.serialNumber).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(later.serialNumber).not.toBe(bill.serialNumber)
  })
  it('accepts only valid SPDX licences', () => {
    const licences = (licence: string) => JSON.parse(made([{ ...part, licence }])).components[0].licenses
    expect(licences('MIT')).toEqual([{ license: { id: 'MIT' } }])
    expect(licences('BDS-3-Clause')).toEqual([{ license: { name: 'BDS-3-Clause' } }])
  })
  it('has the time of its commit and the tool that wrote it, or no time if unknown', () => {
    expect(bill.metadata.timestamp).toBe('2026-11-28T05:06:07Z')
    expect(bill.metadata.tools.components).toMatchObject([{ name: 'chentu-release', version: '0.1.0' }])
    expect(JSON.parse(billOfMaterials('0.1.0', [part], data, undefined)).metadata.timestamp).toBeUndefined()
  })
  it('includes the data package, with the licences of its files', () => {
    const component = bill.components.at(-1)
    expect(component).toMatchObject({
      type: 'data',
      name: 'city-dust',
      version: '2.0.0',
      licenses: [{ license: { name: 'Facts of a notice' } }, { license: { id: 'LGPL-3.0-or-later' } }],
    })
    expect(bill.dependencies[0].dependsOn).toContain(component['bom-ref'])
  })
  it('has each part with version, licence and checksum', () => {
    expect(bill.components.slice(0, 1)).toEqual([
      expect.objectContaining({
        purl: 'pkg:npm/%40scope/part@1.2.3',
        licenses: [{ expression: 'MIT AND Zlib' }],
        hashes: [{ alg: 'SHA-512', content: Buffer.from('sum').toString('hex') }],
      }),
    ])
  })
})

describe('the licence texts', () => {
  it('cover all parts, and contain the licence notes of the data', () => {
    const data = readFileSync('data/datapackage.json', 'utf8')
    const text = licencesText('MIT License', [part, { ...part, name: 'bare', texts: [] }], [JSON.parse(data)])
    expect(text).toContain('@scope/part 1.2.3 ((MIT AND Zlib))\nhttps://part.example\n\nPermission is granted')
    expect(text).toContain('The package has no file with the text of its licence.')
    expect(text).toContain('LGPL-3.0-or-later: GNU 宽通用公共许可证 3.0 或更新版本（GSHHG）')
    // Anything under the Lesser licence needs its text and that of the General Public License.
    expect(text).toContain('GNU LESSER GENERAL PUBLIC LICENSE\n')
    expect(text).toContain('END OF TERMS AND CONDITIONS')
  })
  it('leave out the Lesser licence if nothing is under it, or only by choice', () => {
    const others = [part, { ...part, name: 'either', licence: '(MIT OR LGPL-3.0-only)' }]
    expect(licencesText('MIT License', others, [])).not.toContain('LESSER GENERAL')
  })
})

describe('the readme for offices', () => {
  it('explains in Chinese how to begin and whom to ask', () => {
    const text = readFileSync('docs/release/README.txt', 'utf8')
    expect(text).toMatch(/chentu\.html[\s\S]*serving\.zh-CN\.md[\s\S]*诊断[\s\S]*本单位管理员（发放前填写）/)
  })
  it.each(['nginx.conf', 'Caddyfile', 'web.config'])('has steps in Chinese for %s', (name) => {
    expect(readFileSync('docs/serving.zh-CN.md', 'utf8')).toMatch(
      new RegExp(`serving[/\\\\]${name.replace('.', '\\.')}`),
    )
  })
})

describe('the server configurations', () => {
  it.each(['nginx.conf', 'Caddyfile', 'web.config'])('send the page’s policy: %s', (name) => {
    expect(readFileSync(`docs/serving/${name}`, 'utf8')).toContain(`"${PAGE_POLICY}; frame-ancestors 'none'"`)
  })
  it.each(['nginx.conf', 'Caddyfile'])('send the workers’ policy: %s', (name) => {
    expect(readFileSync(`docs/serving/${name}`, 'utf8')).toContain(`"${WORKER_POLICY}"`)
  })
})
