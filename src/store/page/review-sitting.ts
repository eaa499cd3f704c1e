import { create } from 'zustand'
import type { IsoDay } from '@/domain/calendar'

interface ReviewSitting {
  /** The day whose checks are listed; null for the last that has any. */
  readonly day: IsoDay | null
  /** The first record of the visit that was looked at last; '' before the first. */
  readonly seen: string
  setDay(day: IsoDay): void
  setSeen(seen: string): void
}

/** Where the desk is in its review: whoever closes it, or looks at a source meanwhile, goes on at the same place. */
export const useReviewSitting = create<ReviewSitting>()((set) => ({
  day: null,
  seen: '',
  setDay: (day) => set({ day }),
  setSeen: (seen) => set({ seen }),
}))
