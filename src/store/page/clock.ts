import { create } from 'zustand'
import type { ClockFault } from '@/domain/field/clock'

/** The fault of this machine's clock, as far as data, app and records reveal it; null if none. */
export const useClockFault = create<{ readonly fault: ClockFault | null }>()(() => ({ fault: null }))

/** What tells one fault from another: once its notice was closed, only another fault, or another day, says it again. */
export const faultKey = ({ today, by, day }: ClockFault): string => [today, by, day].join(' ')
