import type { SetByHand } from '@/domain/intake/set-by-hand'
import type { Result } from '@/domain/problem'
import { readText } from '@/io/formats/encoding'
import { issuesText, z } from '@/io/zod'
import { type Descriptor, descriptorSchema, PACKAGE_SCHEMA, type ResourceDescriptor } from './descriptor'
import { parseJson } from './json'
import { DESCRIPTOR, type PackageFiles } from './package-files'

/** The schema number of a package that only a later version of the app can read; null if this version can try. */
function laterSchema(descriptor: unknown): string | null {
  const { data } = z.looseObject({ chentu: z.looseObject({ schema: z.int() }) }).safeParse(descriptor)
  return data && data.chentu.schema > PACKAGE_SCHEMA ? String(data.chentu.schema) : null
}

/** Reads and checks the descriptor at a path or URL. */
export async function readDescriptor(files: PackageFiles, path: string): Promise<Result<Descriptor>> {
  const file = path.split('/').at(-1) || DESCRIPTOR
  const got = await files.read(path)
  if ('problem' in got) return { value: null, problems: [{ ...got.problem, file }] }
  const parsed = parseJson(file, await readText(got.blob))
  if ('problem' in parsed) return { value: null, problems: [parsed.problem] }
  const later = laterSchema(parsed.value)
  if (later !== null) return { value: null, problems: [{ code: 'package-later', file, seen: later }] }
  const checked = descriptorSchema.safeParse(parsed.value)
  if (checked.success) return { value: parsed.value as Descriptor, problems: [] }
  return { value: null, problems: [{ code: 'package-invalid', file, seen: issuesText(checked.error) }] }
}

/** The values of a resource set by hand. */
export function setByHandOf({ chentu }: ResourceDescriptor): SetByHand {
  return new Map(Object.entries(chentu.byHand ?? {})) as SetByHand
}
