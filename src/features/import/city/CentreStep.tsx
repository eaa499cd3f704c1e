import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CityDraft } from '@/domain/city/city-draft'
import type { Position } from '@/domain/geodesy/position'
import { useCity } from '@/store/city'
import { useAttempt } from '@/store/page/use-attempt'
import { Button } from '@/ui/controls/Button'
import { Refused } from '@/ui/Refused'
import { Field } from './Field'
import { FilesButton } from './FilesButton'
import classes from './NewCity.module.css'
import { OutlinePreview } from './OutlinePreview'
import { Rivers } from './Rivers'

const MIN_CORNERS = 3
/** Decimal places kept of a pressed position: about ten metres, as precise as a press on the drawing can be. */
const DIGITS = 4

/**
 * The centre, the radius of the surroundings, and the built-up area: typed, pressed on the
 * drawing, or read from a file.
 */
export function CentreStep({ draft }: { readonly draft: CityDraft }) {
  const { t } = useTranslation()
  const put = useCity((state) => state.put)
  const readBuiltUp = useCity((state) => state.readBuiltUp)
  /** The corners pressed so far; null while no area is being drawn. */
  const [corners, setCorners] = useState<readonly Position[] | null>(null)
  const { running, problems, attempt } = useAttempt()
  function press([lon, lat]: Position) {
    if (corners) setCorners([...corners, [lon, lat]])
    else put({ lon: lon.toFixed(DIGITS), lat: lat.toFixed(DIGITS), isCentreProposed: false })
  }
  function close() {
    if (!corners) return
    const ring = [...corners, corners[0]!].map((at) => [...at])
    put({
      builtUp: { source: t('city.centre.builtUpDrawn'), surface: { type: 'Polygon', coordinates: [ring] } },
    })
    setCorners(null)
  }
  return (
    <div className={classes.columns}>
      <div className={classes.form}>
        <p>{t('city.centre.help')}</p>
        <div className={classes.row}>
          <Field
            label={t('city.centre.lon')}
            value={draft.lon}
            mode="decimal"
            longest={12}
            onChange={(lon) => put({ lon, isCentreProposed: false })}
          />
          <Field
            label={t('city.centre.lat')}
            value={draft.lat}
            mode="decimal"
            longest={12}
            onChange={(lat) => put({ lat, isCentreProposed: false })}
          />
          <Field
            label={t('city.centre.ring')}
            value={draft.ringKilometres}
            mode="decimal"
            longest={4}
            onChange={(ringKilometres) => put({ ringKilometres })}
          />
        </div>
        {draft.isCentreProposed && (
          <p className={classes.buttons}>
            {t('city.centre.proposed')}{' '}
            <Button onClick={() => put({ isCentreProposed: false })}>{t('city.centre.confirm')}</Button>
          </p>
        )}
        <h4>{t('city.centre.builtUp')}</h4>
        <p className="quiet">{t('city.centre.builtUpHelp')}</p>
        {draft.builtUp && <p>{t('city.centre.builtUpThere', { source: draft.builtUp.source })}</p>}
        {corners ? (
          <div className={classes.buttons}>
            <span role="status">{t('city.centre.builtUpDrawing', { count: corners.length })}</span>
            <Button weight="primary" disabled={corners.length < MIN_CORNERS} onClick={close}>
              {t('city.centre.builtUpClose')}
            </Button>
            <Button disabled={corners.length === 0} onClick={() => setCorners(corners.slice(0, -1))}>
              {t('city.centre.builtUpUndo')}
            </Button>
            <Button weight="quiet" onClick={() => setCorners(null)}>
              {t('data.cancel')}
            </Button>
          </div>
        ) : (
          <div className={classes.buttons}>
            <FilesButton
              label={t('city.centre.builtUpFile')}
              disabled={running}
              onChoose={(files) => void attempt(() => readBuiltUp(files))}
            />
            <Button onClick={() => setCorners([])}>{t('city.centre.builtUpDraw')}</Button>
            {draft.builtUp && (
              <Button weight="quiet" onClick={() => put({ builtUp: null })}>
                {t('city.centre.builtUpDrop')}
              </Button>
            )}
          </div>
        )}
        <Refused problems={problems} />
        <Rivers draft={draft} />
      </div>
      <OutlinePreview draft={draft} corners={corners} onPress={press} />
    </div>
  )
}
