import type { Position } from '@/domain/geodesy/position'
import type { KindId } from '@/domain/sources/kinds/kind'

/** A photo by the SHA-256 of its original bytes. */
export interface PhotoRef {
  readonly hash: string
  readonly bytes: number
  /** When and where it was taken, according to the device; position null without a fix. */
  readonly at: string
  readonly position: Position | null
  /** Time and position that the camera wrote into the file (EXIF); null if none. */
  readonly taken: { readonly at: string; readonly position: Position | null } | null
  /** Checklist item that it shows; absent if it shows the whole place. */
  readonly item?: string
  /** Hash of the photo of which this is an annotated copy; absent for a photo from the camera. */
  readonly markOf?: string
}

/** A source by kind and code, with its name at that time. */
export interface SourceRef {
  readonly kind: KindId
  readonly code: string
  readonly name: string
  /**
   * Which of several sources with this code, from 1. A record without it was written when only one had the code, or by
   * an early version, which did not say ({@link placeOfTarget}); elsewhere its absence means the first.
   */
  readonly nth?: number
}
