import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import type { Inspection, LedgerEvent } from '@/ledger/event'
import { targetKey } from '@/ledger/fold'
import { laterOf } from '@/ledger/later'
import type { SourceSummary } from '@/questions/source-summary'
import { useOutcome } from '@/store/answers/use-promise'
import { useOpened } from '@/store/chentu'
import { ledger, useLedger } from '@/store/ledger'
import { inspectionLine, laterLine, withdrawalLine } from '@/store/words/inspection-line'
import classes from './DetailCard.module.css'

/** What field teams recorded of a source, newest first, with their photos. */
export function Inspections({ source }: { readonly source: SourceSummary }) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const state = useLedger((all) => all.state.get(targetKey(source)))
  const later = laterOf(
    useLedger((all) => all.later),
    source,
  )
  const withdrawn = new Map(state?.withdrawn.map((each) => [each.event.id, each.by]))
  const checks = [...(state?.inspections ?? []), ...(state?.withdrawn ?? []).map(({ event }) => event)]
    .filter((event): event is LedgerEvent & { readonly body: Inspection } => event.body.type === 'inspection')
    .sort((a, b) => (a.at < b.at ? 1 : -1))
  if (checks.length + later.length === 0) return null
  return (
    <section aria-label={t('check.history')}>
      <h3>{t('check.history')}</h3>
      <ul>
        {checks.map((event) => {
          const by = withdrawn.get(event.id)
          const line = inspectionLine(t, dataset, event, i18n.language)
          return (
            <li key={event.id}>
              {by ? <s>{line}</s> : line}
              {by && <b> {withdrawalLine(t, by)}</b>}
              <div className={classes.photos}>
                {event.body.photos.map(({ hash, at }) => (
                  <Photo key={hash} hash={hash} label={t('check.photo', { at: localMinute(at) })} />
                ))}
              </div>
            </li>
          )
        })}
        {later.map((event) => (
          <li key={event.id}>{laterLine(t, event)}</li>
        ))}
      </ul>
    </section>
  )
}

function Photo({ hash, label }: { readonly hash: string; readonly label: string }) {
  // The line says how many photos there are; one that can't be read leaves its place empty.
  const { found: photo } = useOutcome(async () => ledger().photo(hash), hash)
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    if (!photo) return
    const made = URL.createObjectURL(photo.shown)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [photo])
  return url && <img src={url} alt={label} />
}
