import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import { targetKey } from '@/ledger/fold'
import { useOpened } from '@/store/chentu'
import { inspectionLine } from '@/store/inspection-line'
import { ledger, useLedger } from '@/store/ledger'
import type { SourceSummary } from '@/workers/source-summary'
import classes from './DetailCard.module.css'

/** What field teams recorded of a source, newest first, with their photos. */
export function Inspections({ source }: { readonly source: SourceSummary }) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const state = useLedger((all) => all.state.get(targetKey(source)))
  if (!state) return null
  return (
    <section aria-label={t('check.history')}>
      <h3>{t('check.history')}</h3>
      <ul>
        {[...state.inspections].reverse().map((event) => (
          <li key={event.id}>
            {inspectionLine(t, dataset, event, i18n.language)}
            <div className={classes.photos}>
              {event.body.photos.map(({ hash, at }) => (
                <Photo key={hash} hash={hash} label={t('check.photo', { at: localMinute(at) })} />
              ))}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Photo({ hash, label }: { readonly hash: string; readonly label: string }) {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    let gone = false
    let made = ''
    void ledger()
      .photo(hash)
      .then((photo) => {
        if (!photo || gone) return
        made = URL.createObjectURL(photo.shown)
        setUrl(made)
      })
    return () => {
      gone = true
      URL.revokeObjectURL(made)
    }
  }, [hash])
  return url && <img src={url} alt={label} />
}
