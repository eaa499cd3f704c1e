import { useTranslation } from 'react-i18next'
import { STATUS_NAMES } from '@/domain/rules/status'
import { SourceSymbol } from '@/map/overlay/SourceSymbol'
import { useAnswer } from '@/store/answers/use-answer'
import { useChentu, useOpened } from '@/store/chentu'
import { keyOf } from '@/store/view/view'
import { Button } from '@/ui/controls/Button'
import { Skeleton } from '@/ui/states/Skeleton'
import classes from './Surroundings.module.css'

/** Number of sources listed per point. */
const MOST = 5

interface Props {
  /** Codes of dustfall points. */
  readonly points: readonly string[]
  readonly metres: number
  /** Called on a press that leads to another place of the screen. */
  onLeave?(): void
}

/** Rule violations around dustfall points, point by point, the worst sources by name. */
export function Surroundings({ points, metres, onLeave }: Props) {
  const { t } = useTranslation()
  const { dataset } = useOpened()
  const setView = useChentu((state) => state.setView)
  const found = useAnswer(
    async (worker) => worker.pointSurroundings(points, metres, MOST),
    JSON.stringify([points, metres]),
  )
  const nameOf = (code: string) => dataset.dustfallPoints.find((each) => each.code === code)?.name ?? code
  return (
    <section aria-label={t('point.surroundings', { km: metres / 1000 })} className={classes.surroundings}>
      <h3>{t('point.surroundings', { km: metres / 1000 })}</h3>
      {found === null && <Skeleton lines={4} />}
      {found?.map(({ point, placed, overdue, failing, worst }) => (
        <div key={point}>
          <p>
            {points.length > 1 && <b>{nameOf(point)} </b>}
            {placed ? t('point.problems', { overdue, failing }) : t('point.notPlaced')}
          </p>
          <ul>
            {worst.map(({ source, kind, code, sameCode, name, status, metres: far }) => (
              <li key={source}>
                <Button
                  weight="quiet"
                  onClick={() => {
                    onLeave?.()
                    setView({ selected: keyOf({ kind, code, sameCode }) })
                  }}
                >
                  <SourceSymbol kind={kind} status={STATUS_NAMES[status]!} />
                  <span>{name}</span>
                  <small>{t('point.far', { km: (far / 1000).toFixed(1) })}</small>
                </Button>
              </li>
            ))}
          </ul>
          {overdue + failing > worst.length && (
            <p className="quiet">{t('point.more', { count: overdue + failing - worst.length })}</p>
          )}
        </div>
      ))}
    </section>
  )
}
