import { create } from 'zustand'
import type { IsoDay } from '@/domain/calendar'

interface ReviewSitting {
  /** The day whose checks are listed; null for the last day with any. */
  readonly day: IsoDay | null
  /** The first record of the visit viewed last; '' before the first. */
  readonly seen: string
  setDay(day: IsoDay): void
  setSeen(seen: string): void
}

/** The desk's position in its review, so that it continues there after closing it or viewing a source. */
export const useReviewSitting = create<ReviewSitting>()((set) => ({
  day: null,
  seen: '',
  setDay: (day) => set({ day }),
  setSeen: (seen) => set({ seen }),
}))
