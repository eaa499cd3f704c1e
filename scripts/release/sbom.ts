import { createHash } from 'node:crypto'
import type { DataDescriptor } from './data-descriptor'
import type { ShippedPart } from './parts'

/** The package URL (purl) of a package. */
const purlOf = ({ name, version }: ShippedPart) => `pkg:npm/${name.replace('@', '%40')}@${version}`

/** SPDX identifiers; a package may use other or misspelt names. */
const NAMES = new Set([
  ...['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'MPL-2.0', 'OFL-1.1', 'Unlicense', 'Zlib'],
  ...['CC0-1.0', 'CC-BY-4.0', 'GPL-3.0-or-later', 'LGPL-3.0-or-later', 'EPL-1.0', 'BlueOak-1.0.0', 'Python-2.0'],
])

function licencesOf({ licence }: ShippedPart) {
  const names = licence.replace(/^\((.*)\)$/, '$1')
  if (!names.split(/ (?:AND|OR) /).every((name) => NAMES.has(name))) return [{ license: { name: licence } }]
  return NAMES.has(names) ? [{ license: { id: names } }] : [{ expression: names }]
}

/** Serial number derived from the content, so that equal bills have equal numbers, unlike a random one. */
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

/** A data package as a component, with the licences of all its files. */
function dataComponent({ path, text, descriptor }: ShippedData) {
  const { name, version = '', title, resources } = descriptor
  const licences = new Set(
    resources.flatMap(({ licenses = [] }) => licenses.flatMap((each) => each.name ?? each.title ?? [])),
  )
  return {
    type: 'data',
    'bom-ref': `data:${path}`,
    name,
    version,
    ...(title !== undefined && { description: title }),
    licenses: [...licences].sort().map((each) => ({ license: NAMES.has(each) ? { id: each } : { name: each } })),
    hashes: [{ alg: 'SHA-256', content: createHash('sha256').update(text).digest('hex') }],
    properties: [{ name: 'chentu:descriptor', value: path }],
  }
}

/** A data package in the built app. */
export interface ShippedData {
  /** Path of its descriptor in the app's folder. */
  readonly path: string
  readonly text: string
  readonly descriptor: DataDescriptor
}

/**
 * The bill of materials of the built app (CycloneDX 1.6).
 * @param at the commit's time, so that the same commit gives the same bytes; absent if unknown
 */
export function billOfMaterials(
  version: string,
  parts: readonly ShippedPart[],
  data: readonly ShippedData[],
  at: Date | undefined,
): string {
  const root = `pkg:npm/chentu@${version}`
  const packages = data.map(dataComponent)
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
      ...(at && { timestamp: at.toISOString().replace(/\.\d+Z$/, 'Z') }),
      tools: { components: [{ type: 'application', name: 'chentu-release', version, description: 'scripts/release' }] },
      component: {
        type: 'application',
        'bom-ref': root,
        name: 'chentu',
        version,
        licenses: [{ license: { id: 'MIT' } }],
        purl: root,
      },
    },
    components: [...components, ...packages],
    dependencies: [
      { ref: root, dependsOn: [...parts.map(purlOf), ...packages.map((each) => each['bom-ref'])] },
      ...[...parts.map(purlOf), ...packages.map((each) => each['bom-ref'])].map((ref) => ({ ref, dependsOn: [] })),
    ],
  }
  const head = { bomFormat: 'CycloneDX', specVersion: '1.6', serialNumber: serialOf(JSON.stringify(bill)), version: 1 }
  return `${JSON.stringify({ $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json', ...head, ...bill }, null, 2)}\n`
}
