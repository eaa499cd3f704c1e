import { useEffect } from 'react'
import type { Position } from '@/domain/geodesy/position'
import { z } from '@/io/zod'
import type { SourceRef } from '@/ledger/references'
import { useCasePanel } from '@/store/cases/case-panel'
import type { KeptForm } from '@/store/page/use-form-draft'

const position = z.tuple([z.number(), z.number()]).readonly()

/** Where a case is, as a person enters it: typed, with the source chosen by name, or tapped on the map. */
export const enteredPlaceFields = {
  typed: z.string(),
  chosen: z
    .object({ kind: z.string(), code: z.string(), name: z.string(), nth: z.number().exactOptional() })
    .nullable(),
  marked: position.nullable(),
}

interface PlaceFields {
  readonly typed: string
  readonly chosen: SourceRef | null
  readonly marked: Position | null
}

export const NO_PLACE: PlaceFields = { typed: '', chosen: null, marked: null }

/**
 * The place tapped on the map, as part of a form that is kept: the map shows it again with a restored form. The form
 * returned also forgets it when a person starts anew.
 */
export function useKeptPlace<F extends PlaceFields>(
  kept: KeptForm<F>,
): KeptForm<F> & { readonly marked: Position | null } {
  const { marked, mark } = useCasePanel()
  const held = kept.fields.marked
  // biome-ignore lint/correctness/useExhaustiveDependencies: only as the form opens; later the map decides
  useEffect(() => {
    if (held && !useCasePanel.getState().marked) mark(held)
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when another place is tapped
  useEffect(() => {
    if (marked && marked !== held) kept.change({ marked } as Partial<F>)
  }, [marked])
  return {
    ...kept,
    marked: marked ?? held,
    discard() {
      mark(null)
      kept.discard()
    },
  }
}
