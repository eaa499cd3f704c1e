import { IconArrowLeft, IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { SourceSummary } from '@/questions/source/source-summary'
import { useChentu, useOpened } from '@/store/chentu'
import { reportFailure } from '@/store/page/failure'
import { keyOf } from '@/store/view/view'
import { Button } from '@/ui/controls/Button'
import { IconButton } from '@/ui/controls/IconButton'
import { datasetWorker } from '@/workers/client'
import classes from './SidePanel.module.css'

interface Props {
  /** Null if the details are not of a listed source. */
  readonly selected: SourceSummary | null
  /** Index in the list from 0; -1 if not in it, null until known. */
  readonly place: number | null
  /** Name of where the back button leads. */
  readonly back: string
  onBack(): void
}

/** Bar over the details: back, position in the list, previous and next. */
export function DetailBar({ selected, place, back, onBack }: Props) {
  const { t } = useTranslation()
  const total = useOpened(({ shown }) => shown.total)
  const setView = useChentu((state) => state.setView)

  async function go(to: number) {
    const [row] = await datasetWorker().shownRows(to, to + 1)
    // Another source may have been selected meanwhile.
    if (row && useChentu.getState().selected?.source === selected?.source) setView({ selected: keyOf(row) })
  }

  const isIn = place !== null && place >= 0
  return (
    <div className={classes.bar}>
      <Button weight="quiet" onClick={onBack}>
        <IconArrowLeft size={16} aria-hidden="true" />
        {back}
      </Button>
      {selected && (
        <>
          <span className={classes.place}>
            {isIn ? t('frame.place', { place: place + 1, count: total }) : place !== null && t('frame.notAmong')}
          </span>
          <IconButton
            label={t('frame.before')}
            disabled={!isIn || place === 0}
            onClick={() => void go(place! - 1).catch(reportFailure)}
          >
            <IconChevronLeft size={16} aria-hidden="true" />
          </IconButton>
          <IconButton
            label={t('frame.next')}
            disabled={place === null || place + 1 >= total}
            onClick={() => void go(place! + 1).catch(reportFailure)}
          >
            <IconChevronRight size={16} aria-hidden="true" />
          </IconButton>
        </>
      )}
    </div>
  )
}
