/**
 * Why the base map of a package cannot be shown, in the order of the values: the file is missing; the server does not
 * respond; the server redirects; it delivers only whole files and this one is too large for that; the file is not
 * PMTiles version 3; its tiles are of a type that browsers cannot draw; the schema of its vector tiles is unknown; it
 * has vector tiles in a shifted datum.
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

/** A base map that cannot be read. */
export class BasemapRefused extends Error {
  constructor(
    readonly fault: BasemapFault,
    /** File size, if that is the reason. */
    readonly bytes: number | null = null,
  ) {
    super(fault)
  }
}
