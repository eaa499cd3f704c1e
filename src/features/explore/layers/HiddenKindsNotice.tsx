import { useTranslation } from 'react-i18next'
import { isOnMaps } from '@/domain/sources/kinds/kind'
import { useOpened } from '@/store/chentu'
import { switchLayers, useHiddenLayers } from '@/store/chentu/on-map'
import { useDataWords } from '@/store/words/data-words'
import { useKindTexts } from '@/store/words/kinds'
import { Button } from '@/ui/controls/Button'
import classes from './HiddenKindsNotice.module.css'

/** Up to this many kinds are named; if there are more, only their number is shown. */
const MAX_NAMED = 3

/**
 * Says how many of the counted sources the map does not show because their kinds are hidden, and lets the user show
 * them.
 */
export function HiddenKindsNotice() {
  const { t } = useTranslation()
  const { list } = useDataWords()
  const kindTexts = useKindTexts()
  const { dataset, counts } = useOpened()
  const hidden = useHiddenLayers()
  const totalOf = (id: string) => counts.byKind.get(id)?.total ?? 0
  const off = dataset.kinds.filter((kind) => isOnMaps(kind) && hidden.includes(kind.id) && totalOf(kind.id) > 0)
  if (off.length === 0) return null
  const named = off.slice(0, MAX_NAMED).map(({ id }) => kindTexts.title(id))
  const kinds = list(named)
  return (
    <p className={classes.note}>
      {t('layers.offMap', {
        count: off.reduce((sum, { id }) => sum + totalOf(id), 0),
        kinds: off.length > named.length ? t('layers.andMore', { kinds, count: off.length }) : kinds,
      })}{' '}
      <Button
        weight="quiet"
        onClick={() =>
          switchLayers(
            off.map(({ id }) => id),
            true,
          )
        }
      >
        {t('layers.putOn')}
      </Button>
    </p>
  )
}
