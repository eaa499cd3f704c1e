import { type Look, type LookLegend, NO_CLASS, type Painted, paint } from '@/domain/sources/view/look'
import type { Judged } from './judge'

/** A look worked out for the sources of a day: kept until the day or the look is another. */
export class LookView {
  private readonly painted: Painted | null
  readonly classes: Uint8Array
  readonly sizes: Uint8Array

  constructor(
    readonly judged: Judged,
    readonly look: Look,
  ) {
    const kind = judged.tables.find((each) => each.kind === look.kind)
    this.classes = new Uint8Array(judged.status.length).fill(NO_CLASS)
    this.sizes = new Uint8Array(judged.status.length)
    this.painted = kind ? paint(kind.table, look) : null
    if (!kind || !this.painted) return
    this.classes.set(this.painted.classes, kind.first)
    this.sizes.set(this.painted.sizes, kind.first)
  }

  /** Null where the package has no source of the kind. */
  get legend(): LookLegend | null {
    return this.painted?.legend ?? null
  }
}
