import type { Bilingual } from '@/domain/bilingual'
import type { Result } from '@/domain/problem'
import { TILE_SCHEMAS, type TileSchema } from '@/io/basemap/tile-schema'
import { issuesText, z } from '@/io/zod'
import type { Descriptor } from './descriptor'
import { isInsidePackage } from './package-path'

/** A base map that lies in the package's folder beside the tables. */
export interface PackageBasemap {
  readonly path: string
  readonly title: Bilingual | null
  /** Whose map it is, as text; shown on the map and on paper. */
  readonly attribution: string
  /** Null: told by the archive's own metadata. */
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
 * The base map that a descriptor names under `chentu.basemap`. It is a setting and no resource: an older version of the app
 * passes it over, and no backup or version carries its tiles. A wrong one is said, and the package is shown without it.
 */
export function readBasemapSetting({ chentu }: Descriptor, file: string): Result<PackageBasemap> {
  if (chentu.basemap === undefined) return { value: null, problems: [] }
  const checked = setting.safeParse(chentu.basemap)
  if (checked.success) return { value: checked.data, problems: [] }
  return { value: null, problems: [{ code: 'basemap-invalid', file, seen: issuesText(checked.error) }] }
}
