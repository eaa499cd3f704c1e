import { IconHome } from '@tabler/icons-react'
import classes from './FitButton.module.css'

interface Props {
  /** Accessible name and tooltip, which say what the button shows. */
  readonly label: string
  /** Width in pixels that something covers at the right edge of the map. */
  readonly right?: number
  onFit(): void
}

/** Button under the zoom buttons of a map that shows all of it again. */
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
