import { useMemo } from 'react'
import { notice } from '@/store/page/notices'
import { hiddenLayers, switchedLayers } from '@/store/view/hidden-layers'
import type { SourceKey, View } from '@/store/view/view'
import { useChentu, useDataset } from './index'

/**
 * A view whose `hidden` contains everything not drawn for the open package, including layers that the package hides by
 * default.
 */
export function useDrawnView<V extends Pick<View, 'hidden' | 'added' | 'filters' | 'look' | 'asOf'>>(view: V): V {
  const dataset = useDataset()
  // Most changes of a view hide nothing else; a stable array avoids needless redrawing.
  const names = hiddenLayers(dataset, view).join()
  const hidden = useMemo(() => names.split(',').filter(Boolean), [names])
  return useMemo(() => ({ ...view, hidden }), [view, hidden])
}

/** Names of layers and ids of kinds that the screen's map does not draw. */
export const useHiddenLayers = (): readonly string[] => useDrawnView(useChentu((state) => state.view)).hidden

/** Shows or hides layers on the map. */
export function switchLayers(layers: readonly string[], on: boolean): void {
  const { opened, view, setView } = useChentu.getState()
  if (opened) setView(switchedLayers(opened.dataset, view, layers, on))
}

/** Selects a source found by search; if its kind is hidden, it is shown, with a notice. */
export function selectOnMap(source: SourceKey): void {
  const { opened, view, setView } = useChentu.getState()
  const isHidden = opened !== null && hiddenLayers(opened.dataset, view).includes(source.kind)
  setView({
    mode: 'explore',
    selected: source,
    ...(isHidden ? switchedLayers(opened.dataset, view, [source.kind], true) : {}),
  })
  notice('kind-shown', isHidden)
}
