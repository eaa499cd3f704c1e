import type { Result } from '@/domain/problem'
import { readText } from '@/io/formats/encoding'
import type { ResourceDescriptor } from '@/io/package/descriptor'
import { parseJson } from '@/io/package/json'
import { jsonText } from '@/io/package/write-package'
import type { PackageDraft } from './package-draft'

/** Parsed JSON, unchecked. */
export type Json = Readonly<Record<string, unknown>>
export const isObject = (value: unknown): value is Json =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

/** A JSON file of the package that contains a list. */
export interface JsonFile {
  readonly resource: ResourceDescriptor
  readonly list: readonly unknown[]
}

/** The raw lists of all files of a role, so that properties written by later versions are kept. */
export async function jsonOf(
  { descriptor, files }: PackageDraft,
  role: string,
  listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []),
): Promise<Result<readonly JsonFile[]>> {
  const found: JsonFile[] = []
  for (const resource of descriptor.resources.filter(({ chentu }) => chentu.role === role)) {
    const blob = files.get(resource.path)
    if (!blob) return { value: null, problems: [{ code: 'package-file-missing', file: resource.path }] }
    const parsed = parseJson(resource.path, await readText(blob))
    if ('problem' in parsed) return { value: null, problems: [parsed.problem] }
    found.push({ resource, list: listOf(parsed.value) })
  }
  return { value: found, problems: [] }
}

/**
 * Rewrites a resource's file and drops its size and hash from the descriptor, which were those of the old file.
 * `sources`: its new origin.
 */
export function putJson(
  next: PackageDraft,
  path: string,
  value: unknown,
  sources?: ResourceDescriptor['sources'],
): void {
  next.files.set(path, new Blob([jsonText(value)], { type: 'application/json' }))
  next.descriptor = {
    ...next.descriptor,
    resources: next.descriptor.resources.map((each) => {
      if (each.path !== path) return each
      const { bytes: _, hash: __, ...said } = each
      return sources ? { ...said, sources } : said
    }),
  }
}

/** A path not used by any file of the package. */
function freePath({ files }: PackageDraft, name: string): string {
  for (let i = 1; ; i++) {
    const path = i === 1 ? `${name}.json` : `${name}-${i}.json`
    if (!files.has(path)) return path
  }
}

/**
 * Adds a JSON resource of a role to the descriptor and returns its unused path; the caller has to {@link putJson} the
 * file.
 */
export function withJsonResource(
  next: PackageDraft,
  name: string,
  role: string,
  like: ResourceDescriptor | undefined,
): string {
  const path = freePath(next, name)
  const resource: ResourceDescriptor = {
    name: path.replace(/\.json$/, ''),
    path,
    format: 'json',
    mediatype: 'application/json',
    chentu: { role, class: like?.chentu.class ?? 'real' },
  }
  next.descriptor = { ...next.descriptor, resources: [...next.descriptor.resources, resource] }
  return path
}
