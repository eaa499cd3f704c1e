import { useTranslation } from 'react-i18next'
import { formatDay } from '@/domain/calendar'
import { countyName } from '@/domain/sources/county'
import { kindWithId } from '@/domain/sources/kinds/kind'
import type { Look } from '@/domain/sources/view/look'
import { lookColours } from '@/layers/look-colours'
import { paletteOf } from '@/layers/palette'
import { useLookLegend } from '@/store/answers/use-look-legend'
import { useOpened } from '@/store/chentu'
import { usePreferences } from '@/store/device/preferences'
import { useDataWords } from '@/store/words/data-words'
import classes from './LookEditor.module.css'

/** Digits of a break on the screen; the classes are cut at the exact number. */
const DIGITS = 4

/** What the colours and sizes of a look mean, with the number of sources of each. */
export function LookKey({ look }: { readonly look: Look }) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const { word } = useDataWords()
  const theme = usePreferences((state) => state.theme)
  const legend = useLookLegend(look)
  if (!legend) return null
  const { breaks, categories, counts, rest, sizes } = legend
  const isDay = kindWithId(dataset.kinds, look.kind)?.fields.find(({ name }) => name === look.colour)?.type === 'day'
  const said = (value: number) => (isDay ? formatDay(Math.round(value)) : String(Number(value.toPrecision(DIGITS))))
  const range = (at: number) =>
    at === 0
      ? `≤ ${said(breaks![0]!)}`
      : at === breaks!.length
        ? `> ${said(breaks!.at(-1)!)}`
        : `${said(breaks![at - 1]!)} – ${said(breaks![at]!)}`
  const label = (at: number) => {
    if (breaks) return breaks.length === 0 ? t('look.all') : range(at)
    const category = categories![at]!
    return look.colour === 'county' ? countyName(dataset, category, i18n.language) : word(category)
  }
  return (
    <ul className={classes.key}>
      {look.colour !== null && (
        <li className="quiet">
          <span />
          <span>{t('look.ofAll')}</span>
        </li>
      )}
      {look.colour !== null &&
        lookColours(legend, paletteOf(theme)).map((colour, at) => (
          <li key={label(at)}>
            <span className={classes.swatch} style={{ backgroundColor: colour }} />
            <span>{label(at)}</span>
            <b>{counts[at] ?? 0}</b>
          </li>
        ))}
      {look.colour !== null && rest > 0 && (
        <li>
          <span className={classes.swatch} style={{ backgroundColor: 'var(--status-unknown)' }} />
          <span>{t(breaks ? 'look.missing' : 'look.others')}</span>
          <b>{rest}</b>
        </li>
      )}
      {sizes && (
        <li>
          <span />
          <span>{t('look.sizes', { least: said(sizes[0]), most: said(sizes[1]) })}</span>
        </li>
      )}
    </ul>
  )
}
