import { create } from 'zustand'
import type { Month } from '@/domain/calendar'

/** The month that a link requested but the data lacks, and the month shown instead. */
export const useMissingMonth = create<{ readonly asked: Month; readonly shown: Month } | null>()(() => null)
