import type { TFunction } from 'i18next'
import type { MapMark } from '@/map/instance/use-map-marks'
import { keyOf, type SourceKey } from '@/store/view/view'
import { STOP_SIGNS } from './RoundStopRow'
import type { RoundStop } from './use-round-stops'

/** Marks with the numbers of the round; the map itself adds the names of sources. */
export function marksOf(
  t: TFunction<'texts'>,
  stops: readonly RoundStop[],
  onPress: (source: SourceKey) => void,
): MapMark[] {
  return stops.map(({ source, number, state }): MapMark => {
    return {
      key: `stop ${source.source}`,
      at: source.position,
      text: STOP_SIGNS[state] || String(number),
      label: t('round.stop', { number, name: source.name, state: t(`round.state.${state}`) }),
      state,
      onPress: () => onPress(keyOf(source)),
    }
  })
}
