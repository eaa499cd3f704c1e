import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useOpened } from '@/store/chentu'
import { useRequestedPart } from '@/store/page/requested-part'
import { useDataWords } from '@/store/words/data-words'
import panel from '@/ui/panel.module.css'
import { scrollWithin } from '@/ui/scroll-within'
import classes from './LayersPanel.module.css'

/** The origin of each table, folded until it is pressed here or on the map. */
export function Provenance() {
  const { t } = useTranslation()
  const { dataset } = useOpened()
  const { word } = useDataWords()
  const { wanted, want } = useRequestedPart()
  const details = useRef<HTMLDetailsElement>(null)
  const summary = useRef<HTMLElement>(null)
  useEffect(() => {
    if (wanted !== 'provenance' || !details.current || !summary.current) return
    details.current.open = true
    scrollWithin(summary.current, 'start')
    summary.current.focus({ preventScroll: true })
    want(null)
  }, [wanted, want])
  return (
    <details ref={details}>
      <summary ref={summary} className={panel.heading}>
        {t('layers.provenance')}
      </summary>
      <p className="quiet">{t('layers.classes')}</p>
      <ul className={classes.sources}>
        {dataset.provenance.map(({ path, title, dataClass, source, licence }) => (
          <li key={path}>
            <b>{word(title)}</b>{' '}
            <span className="badge" data-class={dataClass}>
              {t(`dataClass.${dataClass}`)}
            </span>
            <br />
            {word(source)}
            <br />
            {word(licence)}
          </li>
        ))}
      </ul>
    </details>
  )
}
