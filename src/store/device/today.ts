import { dayOfInstant, type IsoDay } from '@/domain/calendar'

/** Today by the clock of this device, in the office's time. */
export const today = (): IsoDay => dayOfInstant(new Date().toISOString())
