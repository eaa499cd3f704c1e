import type { TracksPart } from './tracks-shelf'

/** Files of positions that were cut and judged with other lists or settings than the current ones. */
export const outdatedFiles = (parts: readonly TracksPart[], digest: string): TracksPart[] =>
  parts.filter(
    ({ table, month, group }) =>
      table === 'positions' &&
      parts.some(
        (each) => each.table === 'trips' && each.month === month && each.group === group && each.judgedBy !== digest,
      ),
  )
