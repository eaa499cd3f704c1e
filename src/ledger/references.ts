import type { Position } from '@/domain/geodesy/position'
import type { KindId } from '@/domain/sources/kinds/kind'

/** A photo by the SHA-256 of its original bytes. */
export interface PhotoRef {
  readonly hash: string
  readonly bytes: number
  /** Where and when it was taken, as the device said at that moment; position null without one. */
  readonly at: string
  readonly position: Position | null
  /** What the camera itself wrote into the file (EXIF); null where it wrote nothing. */
  readonly taken: { readonly at: string; readonly position: Position | null } | null
  /** Item of the checklist that it shows; absent where it shows the place. */
  readonly item?: string
  /** Hash of the photo that this one is a copy of, with what was drawn on it; absent where it came from the camera. */
  readonly markOf?: string
}

/** A source by kind and code, with its name as it was then. */
export interface SourceRef {
  readonly kind: KindId
  readonly code: string
  readonly name: string
}

/** One of several sources with a code: which, from 1; the first where it is not said. */
export interface NumberedSource extends SourceRef {
  readonly nth?: number
}
