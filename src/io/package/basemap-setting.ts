import type { Bilingual } from '@/domain/bilingual'
import type { Result } from '@/domain/problem'
import { TILE_SCHEMAS, type TileSchema } from '@/io/basemap/tile-schema'
import { issuesText, z } from '@/io/zod'
import type { Descriptor } from './descriptor'
import { isInsidePackage } from './package-path'

/** A base map in the package's folder, beside the tables. */
export interface PackageBasemap {
  readonly path: string
  readonly title: Bilingual | null
  /** Copyright text, shown on the map and in print. */
  readonly attribution: string
  /** Null: determined from the archive's metadata. */
  readonly schema: TileSchema | null
  readonly datum: 'wgs84' | 'gcj02'
}

const setting = z.looseObject({
  path: z
    .string()
    .refine((path) => isInsidePackage(path) && /\.pmtiles$/i.test(path), 'must be a .pmtiles file inside the package'),
  title: z.looseObject({ zh: z.string(), en: z.string() }).nullable().default(null),
  attribution: z.string().min(1),
  schema: z.enum(TILE_SCHEMAS).nullable().default(null),
  datum: z.enum(['wgs84', 'gcj02']).default('wgs84'),
})

/**
 * The base map that a descriptor names under `chentu.basemap`. It is a setting and not a resource, so that older
 * versions of the app ignore it, and no backup or version contains its tiles. An invalid setting is reported, and the
 * package is shown without it.
 */
export function readBasemapSetting({ chentu }: Descriptor, file: string): Result<PackageBasemap> {
  if (chentu.basemap === undefined) return { value: null, problems: [] }
  const checked = setting.safeParse(chentu.basemap)
  if (checked.success) return { value: checked.data, problems: [] }
  return { value: null, problems: [{ code: 'basemap-invalid', file, seen: issuesText(checked.error) }] }
}
