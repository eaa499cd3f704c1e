import { createHash } from 'node:crypto'
import type { ShippedPart } from './parts'

/** The address of a package as package-url writes it. */
const purlOf = ({ name, version }: ShippedPart) => `pkg:npm/${name.replace('@', '%40')}@${version}`

/** Licences by their names in SPDX. What a package says of itself may be another word, or a misspelt one. */
const NAMES = new Set([
  ...['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'MPL-2.0', 'OFL-1.1', 'Unlicense', 'Zlib'],
  ...['CC0-1.0', 'GPL-3.0-or-later', 'EPL-1.0', 'BlueOak-1.0.0', 'Python-2.0'],
])

function licencesOf({ licence }: ShippedPart) {
  const names = licence.replace(/^\((.*)\)$/, '$1')
  if (!names.split(/ (?:AND|OR) /).every((name) => NAMES.has(name))) return [{ license: { name: licence } }]
  return NAMES.has(names) ? [{ license: { id: names } }] : [{ expression: names }]
}

/** The serial number of a bill, made of what it lists: the same parts have the same, which a random one would not. */
function serialOf(text: string): string {
  const hash = createHash('sha256').update(text).digest('hex')
  const parts = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ]
  return `urn:uuid:${parts.join('-')}`
}

/** What is in the built app as a bill of materials (CycloneDX 1.6), without a day: it is that of the release. */
export function billOfMaterials(version: string, parts: readonly ShippedPart[]): string {
  const root = `pkg:npm/chentu@${version}`
  const components = parts.map((part) => ({
    type: 'library',
    'bom-ref': purlOf(part),
    name: part.name,
    version: part.version,
    scope: 'required',
    licenses: licencesOf(part),
    purl: purlOf(part),
    ...(part.sha512 && { hashes: [{ alg: 'SHA-512', content: Buffer.from(part.sha512, 'base64').toString('hex') }] }),
    ...(part.homepage && { externalReferences: [{ type: 'website', url: part.homepage }] }),
  }))
  const bill = {
    metadata: {
      component: {
        type: 'application',
        'bom-ref': root,
        name: 'chentu',
        version,
        licenses: [{ license: { id: 'MIT' } }],
        purl: root,
      },
    },
    components,
    dependencies: [
      { ref: root, dependsOn: parts.map(purlOf) },
      ...parts.map((part) => ({ ref: purlOf(part), dependsOn: [] })),
    ],
  }
  const head = { bomFormat: 'CycloneDX', specVersion: '1.6', serialNumber: serialOf(JSON.stringify(bill)), version: 1 }
  return `${JSON.stringify({ $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json', ...head, ...bill }, null, 2)}\n`
}
