import type { Look } from '@/domain/sources/view/look'
import { countText } from '@/i18n/counted'
import { lookColour, lookEntries } from '@/layers/look-legend'
import { paletteOf } from '@/layers/palette'
import { useLookText } from '@/map/legend/use-look-text'
import { useLookLegend } from '@/store/answers/use-look-legend'
import { useShownTheme } from '@/store/device/shown-theme'
import classes from './LookEditor.module.css'

/** Legend of a look's colours and sizes, with the number of filtered sources for each. */
export function LookKey({ look }: { readonly look: Look }) {
  const text = useLookText()
  const palette = paletteOf(useShownTheme())
  const legend = useLookLegend(look)
  if (!legend) return null
  const { kind, colour, size } = look
  const { counts, rest, sizes } = legend
  return (
    <ul className={classes.key}>
      {lookEntries({ kind, column: colour, legend, sizeColumn: size }).map((entry) => {
        const count = entry.class === null ? rest : (counts[entry.class] ?? 0)
        if (count === 0) return null
        return (
          <li key={entry.class}>
            <span className={classes.swatch} style={{ backgroundColor: lookColour(entry, palette) }} />
            <span>{text.class(entry)}</span>
            <b>{countText(count)}</b>
          </li>
        )
      })}
      {sizes && size !== null && (
        <li>
          <span />
          <span>{text.sizes({ type: 'look-sizes', kind, column: size, least: sizes[0], most: sizes[1] })}</span>
        </li>
      )}
    </ul>
  )
}
