import { useTranslation } from 'react-i18next'
import { SourceSymbol } from '@/map/overlay/SourceSymbol'
import { usePreferences } from '@/store/device/preferences'
import { useKindTexts } from '@/store/words/kinds'
import { Button } from '@/ui/controls/Button'
import { Dialog } from '@/ui/Dialog'
import classes from './NearKinds.module.css'
import type { NearList } from './use-near-list'

interface Props {
  readonly list: Pick<NearList, 'kinds' | 'counts'>
  onClose(): void
}

/** Chooses the kinds that the list of nearby sources shows, with the number of each in range; none chosen means all. */
export function NearKinds({ list: { kinds, counts }, onClose }: Props) {
  const { t } = useTranslation()
  const { setNear } = usePreferences()
  const { title } = useKindTexts()
  const toggle = (kind: string) =>
    setNear({ nearKinds: kinds.includes(kind) ? kinds.filter((each) => each !== kind) : [...kinds, kind] })
  const count = counts.reduce(
    (sum, each) => sum + (kinds.length === 0 || kinds.includes(each.kind) ? each.count : 0),
    0,
  )
  return (
    <Dialog
      title={t('near.kindsTitle')}
      size="medium"
      closeLabel={t('near.kindsDone', { count })}
      onClose={onClose}
      actions={
        <Button disabled={kinds.length === 0} onClick={() => setNear({ nearKinds: [] })}>
          {t('near.kindsAll')}
        </Button>
      }
    >
      <p className="quiet">{t('near.kindsHelp')}</p>
      <div className={classes.kinds}>
        {counts.map(({ kind, count: ofKind }) => (
          <Button key={kind} aria-pressed={kinds.includes(kind)} onClick={() => toggle(kind)}>
            <SourceSymbol kind={kind} status="fine" /> {t('near.kindCount', { kind: title(kind), count: ofKind })}
          </Button>
        ))}
      </div>
    </Dialog>
  )
}
