import { useTranslation } from 'react-i18next'
import { dayOfInstant } from '@/domain/calendar'
import { measureLine } from '@/domain/geodesy/measure-line'
import { foundFile } from '@/ledger/found-file'
import { useChentu } from '@/store/chentu'
import { useLedger } from '@/store/ledger'
import { saveFile } from '@/ui/save-file'
import panel from './panels.module.css'
import classes from './VisitsPanel.module.css'

/** Near enough to see what lies around. */
const ZOOM = 15

/** Sources that teams found and no list has: where they are, how large, and a file to take them over by. */
export function Found() {
  const { t } = useTranslation()
  const setView = useChentu((state) => state.setView)
  const state = useLedger((all) => all.state)
  const found = [...state.values()].flatMap((target) => target.found ?? [])
  if (found.length === 0) return null
  const kinds = [...new Set(found.map(({ body }) => body.target.kind))]
  return (
    <section aria-label={t('visits.found')}>
      <p className={panel.heading}>{t('visits.foundCount', { count: found.length })}</p>
      <ul className={classes.visits}>
        {found.map(({ id, at, author, device, body }) => {
          const { squareMetres } = measureLine(body.outline)
          const [lon, lat] = body.position
          return (
            <li key={id}>
              <button type="button" className="link" onClick={() => setView({ camera: { lon, lat, zoom: ZOOM } })}>
                {body.target.name}
              </button>
              <p className="quiet">
                {[
                  dayOfInstant(at),
                  author || device,
                  squareMetres !== null &&
                    t('check.walkedArea', { area: Math.round(squareMetres).toLocaleString('en') }),
                  body.note,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </li>
          )
        })}
      </ul>
      <div className={panel.chips}>
        {kinds.map((kind) => (
          <button
            key={kind}
            type="button"
            className="action"
            onClick={() => saveFile(foundFile(kind, found), `${t('visits.found')}-${t(`kind.${kind}`)}.geojson`)}
          >
            {t('visits.foundFile', { kind: t(`kind.${kind}`) })}
          </button>
        ))}
      </div>
    </section>
  )
}
