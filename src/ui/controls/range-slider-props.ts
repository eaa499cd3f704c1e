/** A range on a numeric scale. */
export interface RangeSliderProps {
  readonly least: number
  readonly most: number
  /** Step of the handles, counted from `least`. */
  readonly step: number
  readonly value: readonly [from: number, to: number]
  /** Accessible names of the slider and its two handles. */
  readonly label: string
  readonly labels: readonly [from: string, to: string]
  onChange(value: readonly [from: number, to: number]): void
}
