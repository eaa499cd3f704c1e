import { create } from 'zustand'
import type { Month } from '@/domain/calendar'

/** The month that a link asked for and the data does not have, and the one that is shown instead. */
export const useMissingMonth = create<{ readonly asked: Month; readonly shown: Month } | null>()(() => null)
