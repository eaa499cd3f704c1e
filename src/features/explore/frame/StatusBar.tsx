import { useTranslation } from 'react-i18next'
import { useChentu } from '@/store/chentu'
import { useRequestedPart } from '@/store/page/requested-part'
import classes from './StatusBar.module.css'

interface Props {
  /** Whether only sources in the map window count. */
  readonly within: boolean
  onWithin(on: boolean): void
  /**
   * Receive the elements into which the map puts its scale, the pointer's coordinates and the basemaps' attribution.
   */
  readonly hosts: {
    scale(element: HTMLElement | null): void
    pointer(element: HTMLElement | null): void
    attribution(element: HTMLElement | null): void
  }
}

/** The line under the map: scale, pointer coordinates, switch to count only the map window, and attribution. */
export function StatusBar({ within, onWithin, hosts }: Props) {
  const { t } = useTranslation()
  const setView = useChentu((state) => state.setView)
  const want = useRequestedPart((state) => state.want)
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
        <button
          type="button"
          onClick={() => {
            setView({ panel: 'layers' })
            want('provenance')
          }}
        >
          {t('frame.sources')}
        </button>
      </div>
    </section>
  )
}
