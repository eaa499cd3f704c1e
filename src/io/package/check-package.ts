import type { OutlineFault } from '@/domain/geodesy/fault-of-outline'
import { outlineFaults } from '@/domain/geodesy/outline-faults'
import type { Problem } from '@/domain/problem'
import { type DataPackage, openPackage } from './open-package'
import { DESCRIPTOR, type PackageFiles } from './package-files'

const CODES = { open: 'ring-open', crossing: 'ring-crosses', overlap: 'outlines-overlap', gap: 'outlines-gap' } as const

/**
 * All problems of a package before it is published: those found when opening it, and those that matter only to its
 * maker: the outlines against each other and against the table of counties. A county may lack an outline.
 */
export async function checkPackage(files: PackageFiles): Promise<readonly Problem[]> {
  const { value, problems } = await openPackage(files, DESCRIPTOR)
  return value ? [...problems, ...outlineProblems(value)] : problems
}

/** Problems with the outlines of an opened package, against each other and against the table of counties. */
export function outlineProblems({
  counties,
  outlines,
  provenance,
}: Pick<DataPackage, 'counties' | 'outlines' | 'provenance'>): Problem[] {
  const { features } = outlines
  const files = provenance.filter(({ role }) => role === 'county-outlines').map(({ path }) => path)
  const file = files.join('、')
  const names = new Map(counties.map(({ code, name }) => [code, name]))
  const nameOf = (member: number) => {
    const code = String(features[member]?.id ?? '')
    return names.get(code) ?? code
  }
  /** Feature numbers are per file, so they are given only if there is one file. */
  const rowOf = (member: number) => (files.length === 1 ? { row: member + 1 } : {})
  const unknown = features.flatMap(({ id }, i): Problem[] =>
    names.has(String(id ?? ''))
      ? []
      : [{ code: 'outline-unknown', file, ...rowOf(i), column: 'id', seen: String(id ?? '') }],
  )
  const drawn = new Set(features.map(({ id }) => String(id ?? '')))
  const isWhole = counties.every(({ code }) => drawn.has(code))
  const faults = outlineFaults(features.map(({ geometry }) => geometry))
  return [
    ...unknown,
    ...faults.map((fault) => ({
      code: CODES[fault.kind],
      file,
      ...(fault.members.length > 0 ? rowOf(fault.members[0]!) : {}),
      seen: seenOf(fault, nameOf),
      // The gap may be a county that has no outline.
      ...(fault.kind === 'gap' && !isWhole ? { action: 'kept' as const } : {}),
    })),
  ]
}

function seenOf(fault: OutlineFault, nameOf: (member: number) => string): string {
  const who = fault.members.map(nameOf).join('、')
  if (fault.kind === 'open') return who
  if (fault.kind === 'crossing') return `${who} (${fault.at.map((degrees) => degrees.toFixed(5)).join(', ')})`
  return `${who} ${areaText(fault.squareMetres)}`
}

const areaText = (squareMetres: number) =>
  squareMetres < 100_000 ? `${Math.round(squareMetres)} m²` : `${(squareMetres / 1e6).toFixed(2)} km²`
