import { type IsoDay, parseDay } from '@/domain/calendar'
import { type OnlineShares, onlineShares } from '@/domain/monitoring/online-shares'
import type { EvaluatedPackage } from '@/questions/evaluated-package'
import { monitorPlace } from './monitors'

/** Months that are shown, as many as a year has. */
const MOST_MONTHS = 12

/**
 * The share of valid hours of the monitors of each county, by month up to a day; the county of a device without a known
 * place is ''. From the counted hours by day, so that no readings are read.
 */
export const onlineByCounty = ({ opened, online }: EvaluatedPackage, asOf: IsoDay): OnlineShares =>
  onlineShares(online, (device) => monitorPlace(opened, device)?.county ?? '', parseDay(asOf), {
    most: MOST_MONTHS,
    leastShare: opened.pack.monitoring?.online?.leastShare ?? 0,
  })
