import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { displayedPhotos } from '@/ledger/displayed-photos'
import { CountyDrawing } from '@/map/drawing/CountyDrawing'
import type { CaseView } from '@/store/cases/case-view'
import { useDataset } from '@/store/chentu'
import { useShownTheme } from '@/store/device/shown-theme'
import { CaseClocks } from './CaseClocks'
import { CaseCurve } from './CaseCurve'
import classes from './CasesScene.module.css'
import { useCaseCurve } from './use-case-curve'

interface Props {
  readonly view: CaseView
  /** The moment as of which the case is shown, milliseconds since 1970. */
  readonly at: number
}

/** Under the story of a single case: its clocks, and the abnormal value's own curve unless there are pictures. */
export function SingleCase({ view, at }: Props) {
  const curve = useCaseCurve(view.opened, at)
  const hasPhoto = displayedPhotos(view.record.standing.steps.flatMap(({ event }) => event.body.photos)).length > 0
  return (
    <>
      <CaseClocks view={view} at={at} />
      {curve && !hasPhoto && <CaseCurve curve={curve} />}
    </>
  )
}

/** Where a single case is, in the city; nothing if it has no position. */
export function SingleCasePlace({ view: { opened, title } }: Pick<Props, 'view'>) {
  const { t } = useTranslation()
  const dataset = useDataset()
  const theme = useShownTheme()
  const marked = useMemo(() => (opened?.position ? { at: opened.position, county: opened.county } : null), [opened])
  if (!marked) return null
  return (
    <figure className={classes.place} aria-label={t('cases.scene.placeOf', { title })}>
      <CountyDrawing
        dataset={dataset}
        report={null}
        theme={theme}
        view={{ camera: null, hidden: ['ring'], ring: null }}
        marked={marked}
      />
    </figure>
  )
}
