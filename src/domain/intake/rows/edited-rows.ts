import type { IntakePlan } from '@/domain/intake/recognise/plan'
import type { HandField, SetByHand } from '@/domain/intake/set-by-hand'
import { positionText } from './place-row'
import type { FilePoint, LostPoint } from './point-matcher'

/** Values set by hand in the rows of a file: edited cells, and positions set on the map. */
export class EditedRows {
  private readonly found = new Map<string, Partial<Record<HandField, string>>>()

  constructor(private readonly plan: Pick<IntakePlan, 'columns' | 'position' | 'edits' | 'placed'>) {}

  /** By code. */
  get byCode(): SetByHand {
    return this.found
  }

  /** Records the edits of a source's row; `original` are its cells as in the file, `cells` those with edits. */
  note(code: string, row: number, original: readonly string[], cells: readonly string[]): void {
    const { columns, position, edits, placed } = this.plan
    if (!edits.has(row) && !placed.has(row)) return
    const set: Partial<Record<HandField, string>> = {}
    for (const field of ['name', 'county'] as const) {
      const [before, after] = [original, cells].map((each) => (each[columns[field] ?? -1] ?? '').trim())
      if (after !== '' && after !== before) set[field] = before!
    }
    const [before, after] = [original, cells].map((each) => positionText(each, position))
    if (placed.has(row) || (after !== '' && after !== before)) set.position = before!
    if (Object.keys(set).length > 0) this.found.set(code, set)
  }

  /** For the points of a table of samples: positions set on the map, and chosen counties. */
  ofPoints(points: readonly FilePoint[], lost: readonly LostPoint[]): SetByHand {
    return new Map(
      points.flatMap(({ code, row, county }) => {
        const chosen = lost.find((each) => each.row === row && each.chosen !== '' && each.chosen === county)
        const set = {
          ...(this.plan.placed.has(row) ? { position: '' } : {}),
          ...(chosen ? { county: chosen.county } : {}),
        }
        return Object.keys(set).length > 0 ? [[code, set] as const] : []
      }),
    )
  }
}
