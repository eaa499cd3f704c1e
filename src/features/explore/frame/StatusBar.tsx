import { useTranslation } from 'react-i18next'
import { useChentu } from '@/store/chentu'
import classes from './StatusBar.module.css'

interface Props {
  /** Only what the map shows counts. */
  readonly within: boolean
  onWithin(on: boolean): void
  /** Gets the elements into which the map puts its scale, the pointer's place and the attribution of its basemaps. */
  readonly hosts: {
    scale(element: HTMLElement | null): void
    pointer(element: HTMLElement | null): void
    attribution(element: HTMLElement | null): void
  }
}

/** A line under the map: scale, where the pointer is, whether only what the map shows counts, and whose the ground is. */
export function StatusBar({ within, onWithin, hosts }: Props) {
  const { t } = useTranslation()
  const setView = useChentu((state) => state.setView)
  return (
    <section className={classes.status} data-status aria-label={t('frame.status')}>
      <div ref={hosts.scale} className={classes.scale} />
      <div ref={hosts.pointer} className={classes.pointer} />
      <label className={classes.within} title={t('frame.withinHelp')}>
        <input type="checkbox" checked={within} onChange={(event) => onWithin(event.target.checked)} />
        {t('frame.within')}
      </label>
      <div className={classes.whose}>
        <div ref={hosts.attribution} />
        <button type="button" onClick={() => setView({ panel: 'layers' })}>
          {t('frame.sources')}
        </button>
      </div>
    </section>
  )
}
