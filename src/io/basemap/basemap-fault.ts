/**
 * Why the base map of a package can't be shown: the file is not there; the server does not answer, or sends elsewhere; it gives
 * whole files only and this one is too large for that; the file is no PMTiles of version 3, or has tiles that no browser
 * draws; nobody knows the schema of its vector tiles; vector tiles in a shifted datum.
 */
export type BasemapFault =
  | 'missing'
  | 'unreachable'
  | 'redirected'
  | 'no-ranges'
  | 'not-pmtiles'
  | 'tiles-unknown'
  | 'schema-unknown'
  | 'datum'

/** A base map that can't be read. */
export class BasemapRefused extends Error {
  constructor(
    readonly fault: BasemapFault,
    /** Size of the file, where that is the reason. */
    readonly bytes: number | null = null,
  ) {
    super(fault)
  }
}
