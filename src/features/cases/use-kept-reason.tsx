import { z } from '@/io/zod'
import type { FormKey } from '@/store/device/form-drafts'
import { useFormDraft } from '@/store/page/use-form-draft'
import { RestoredNote } from './RestoredNote'

const entered = z.object({ reason: z.string(), by: z.string().nullable() })

/** The reason and the name typed into the form that withdraws a record of the desk, kept until it is withdrawn. */
export function useKeptReason(key: FormKey) {
  const kept = useFormDraft<z.infer<typeof entered>>(key, entered, () => ({ reason: '', by: null }))
  const { reason, by } = kept.fields
  return {
    /** For the reason form. */
    held: {
      reason,
      onChange: (reason: string) => kept.change({ reason }),
      note: <RestoredNote of={kept} />,
    },
    by,
    setBy: (by: string) => kept.change({ by }),
    forget: kept.forget,
  }
}
