/** Two ends of a range on a line of numbers. */
export interface RangeSliderProps {
  readonly least: number
  readonly most: number
  /** The numbers that its handles can stand on, counted from `least`. */
  readonly step: number
  readonly value: readonly [from: number, to: number]
  /** Names of the whole and of both handles. */
  readonly label: string
  readonly labels: readonly [from: string, to: string]
  onChange(value: readonly [from: number, to: number]): void
}
