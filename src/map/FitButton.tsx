import { IconHome } from '@tabler/icons-react'
import classes from './FitButton.module.css'

interface Props {
  /** What it shows: its name. */
  readonly label: string
  /** Pixels at the right edge of the map that something lies over. */
  readonly right?: number
  onFit(): void
}

/** Under the zoom buttons of a map: all of it again. */
export function FitButton({ label, right = 0, onFit }: Props) {
  return (
    <button
      type="button"
      className={classes.button}
      style={{ right: right + 10 }}
      aria-label={label}
      title={label}
      onClick={onFit}
    >
      <IconHome size={18} aria-hidden="true" />
    </button>
  )
}
