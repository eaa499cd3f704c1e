import { useEffect, useState } from 'react'
import { create } from 'zustand'
import type { z } from '@/io/zod'
import { draftOfForm, type FormKey, useFormDrafts } from '@/store/device/form-drafts'

interface OpenForms {
  /** One entry for each form. */
  readonly open: readonly FormKey[]
}

/** The forms that this page shows, which a list of unfinished forms need not name. */
export const useOpenForms = create<OpenForms>()(() => ({ open: [] }))

/** The fields of a form, kept in this browser as they are typed. */
export interface KeptForm<F> {
  readonly fields: F
  change(part: Partial<F>): void
  /** When the restored content was typed, milliseconds since 1970; null if the form began empty. */
  readonly restoredAt: number | null
  /** Starts again without what was restored. */
  discard(): void
  /** Forgets the draft: the form was saved, or given up. */
  forget(): void
}

/**
 * Holds the fields of a form of the desk. What was typed and not saved, in an earlier visit of the page, is restored.
 * @param schema what a stored draft must be; another is not restored
 * @param first the fields of a new form
 * @param revive what becomes of restored fields that meant something else when they were typed, as "now"
 */
export function useFormDraft<F extends Readonly<Record<string, unknown>>>(
  key: FormKey,
  schema: z.ZodType<F>,
  first: () => F,
  revive: (fields: F, at: number) => F = (fields) => fields,
): KeptForm<F> {
  const { keep, drop } = useFormDrafts.getState()
  const [{ begun, fields, restoredAt, isTyped }, setHeld] = useState(() => {
    const draft = draftOfForm(key, Date.now())
    const stored = draft && schema.safeParse(draft.fields)
    const begun = first()
    return draft && stored?.success
      ? { begun, fields: revive(stored.data, draft.at), restoredAt: draft.at, isTyped: false }
      : { begun, fields: begun, restoredAt: null, isTyped: false }
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was typed is written, not a new label
  useEffect(() => {
    if (!isTyped) return
    if (JSON.stringify(fields) === JSON.stringify(begun)) drop(key)
    else keep({ ...key, at: Date.now(), fields })
  }, [fields])
  const { group, form, label } = key
  useEffect(() => {
    const shown = { group, form, label }
    useOpenForms.setState(({ open }) => ({ open: [...open, shown] }))
    return () => useOpenForms.setState(({ open }) => ({ open: open.filter((each) => each !== shown) }))
  }, [group, form, label])
  return {
    fields,
    change: (part) => setHeld((held) => ({ ...held, fields: { ...held.fields, ...part }, isTyped: true })),
    restoredAt,
    discard() {
      drop(key)
      const begun = first()
      setHeld({ begun, fields: begun, restoredAt: null, isTyped: false })
    },
    forget: () => drop(key),
  }
}
