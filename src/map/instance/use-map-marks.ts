import { useEffect } from 'react'
import type { Position } from '@/domain/geodesy/position'
import type { LiveMap } from '@/map/engine/live-map'
import classes from './markers.module.css'

/** A number or a letter at a place. */
export interface MapMark {
  readonly key: string
  readonly at: Position
  readonly text: string
  /** Accessible name and tooltip. */
  readonly label: string
  /** Styles of the mark, separated by spaces. */
  readonly state?: string
  onPress?(): void
}

const NONE: readonly MapMark[] = []

function elementOf({ text, label, state, onPress }: MapMark): HTMLElement {
  const element = document.createElement(onPress ? 'button' : 'div')
  element.className = classes.number!
  element.textContent = text
  if (state) element.dataset.state = state
  if (onPress) {
    element.setAttribute('type', 'button')
    element.setAttribute('aria-label', label)
    element.title = label
    element.addEventListener('click', (event) => {
      event.stopPropagation()
      onPress()
    })
  } else element.setAttribute('aria-hidden', 'true')
  return element
}

/** Adds marks to the map, each above its position. */
export function useMapMarks(map: LiveMap | null, marks: readonly MapMark[] = NONE) {
  useEffect(() => {
    if (!map) return
    const takeOff = marks.map((mark) => map.place(elementOf(mark), mark.at, { above: 10 }))
    return () => {
      for (const each of takeOff) each()
    }
  }, [map, marks])
}
