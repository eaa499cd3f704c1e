import { create } from 'zustand'
import type { ClockFault } from '@/domain/field/clock'

/** What is wrong with this machine's clock, as far as data, app and records tell it; null where nothing does. */
export const useClockFault = create<{ readonly fault: ClockFault | null }>()(() => ({ fault: null }))
