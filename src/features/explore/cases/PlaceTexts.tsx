import classes from './CasesPanel.module.css'

/** Facts of a place, each on a line of its own, so that no coordinates are broken within a number. */
export const PlaceTexts = ({ of }: { readonly of: readonly string[] }) =>
  of.map((text) => (
    <span key={text} className={classes.placeText}>
      {text}
    </span>
  ))
