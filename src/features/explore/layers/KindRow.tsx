import type { KindId } from '@/domain/sources/kinds/kind'
import { countText } from '@/i18n/counted'
import { SourceSymbol } from '@/map/overlay/SourceSymbol'
import { useOpened } from '@/store/chentu'
import { switchLayers } from '@/store/chentu/on-map'
import { useKindTexts } from '@/store/words/kinds'
import { Switch } from '@/ui/Switch'
import classes from './LayersPanel.module.css'

/** A kind's row in the layers panel: symbol, number overdue, total, and switch. */
export function KindRow({ kind, on }: { readonly kind: KindId; readonly on: boolean }) {
  const { counts } = useOpened()
  const title = useKindTexts().title(kind)
  const { overdue = 0, total = 0 } = counts.byKind.get(kind) ?? {}
  return (
    <li className={classes.row}>
      <SourceSymbol kind={kind} status="fine" />
      <span>{title}</span>
      <span className={classes.bad}>{overdue === 0 ? '' : countText(overdue)}</span>
      <span className={classes.total}>{countText(total)}</span>
      <Switch on={on} label={title} onChange={(next) => switchLayers([kind], next)} />
    </li>
  )
}
