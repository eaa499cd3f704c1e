declare module 'shpjs' {
  import type { FeatureCollection, Geometry } from 'geojson'

  /** Shapes of a .shp, converted to degrees if the text of a .prj is given. */
  export function parseShp(shp: Uint8Array | DataView | ArrayBuffer, prj?: string | Uint8Array): (Geometry | null)[]
  /** Rows of a .dbf; the .cpg names its encoding. */
  export function parseDbf(dbf: Uint8Array | DataView | ArrayBuffer, cpg?: string): Record<string, unknown>[]
  export function combine(parts: [(Geometry | null)[], Record<string, unknown>[]]): FeatureCollection
}
