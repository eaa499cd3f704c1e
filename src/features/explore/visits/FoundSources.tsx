import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import type { FoundEvent } from '@/ledger/discovery'
import type { Find } from '@/ledger/find'
import type { WithdrawnRecord } from '@/ledger/fold'
import { foundFile } from '@/ledger/found-file'
import { returningReview } from '@/ledger/review'
import { SOURCE_ZOOM } from '@/map/engine/zooms'
import { useChentu } from '@/store/chentu'
import { useLedger } from '@/store/ledger'
import { useFoundWords } from '@/store/words/found-facts'
import { withdrawalLine } from '@/store/words/inspection-line'
import { useKinds } from '@/store/words/kinds'
import { useOfficeTexts } from '@/store/words/office'
import { foundPlaceText } from '@/store/words/place'
import { useFileName } from '@/store/words/use-file-name'
import { Button } from '@/ui/controls/Button'
import { DOT } from '@/ui/dot'
import panel from '@/ui/panel.module.css'
import { ReasonForm } from '@/ui/ReasonForm'
import { saveFile } from '@/ui/save-file'
import { ReviewDialog } from './review/ReviewDialog'
import { ReviewMark } from './review/ReviewMark'
import classes from './VisitsPanel.module.css'

const REASONS = ['target', 'twice', 'test'] as const

/** Sources that teams found and no list has: position, size, and a file for importing them. */
export function FoundSources({ finds }: { readonly finds: readonly Find[] }) {
  const { t, i18n } = useTranslation()
  const ofOffice = useOfficeTexts()
  const setView = useChentu((state) => state.setView)
  const { state, reviews, device: own, append } = useLedger()
  const [withdrawing, setWithdrawing] = useState<string | null>(null)
  const [looked, setLooked] = useState<Find | null>(null)
  const words = useFoundWords()
  const fileNameOf = useFileName()
  const gone = [...state.values()].flatMap(({ withdrawn }) =>
    withdrawn.filter((each): each is WithdrawnRecord & { event: FoundEvent } => each.event.body.type === 'discovery'),
  )
  // Returned sources are not ready to be imported.
  const standing = finds.filter((find) => !returningReview(find, reviews)).map(({ records }) => records[0])
  const kinds = useKinds().filter(({ id }) => standing.some(({ body }) => body.target.kind === id))
  if (finds.length + gone.length === 0) return null
  const lineOf = (event: FoundEvent) => {
    const [who, ...mended] = words.finder(event)
    return [...words.head(event), who, foundPlaceText(t, event.body), event.body.note, ...mended]
      .filter(Boolean)
      .join(DOT)
  }
  return (
    <section aria-label={t('visits.found')}>
      <p className={panel.heading}>{t('visits.foundCount', { count: finds.length })}</p>
      <ul className={classes.visits}>
        {finds.map((find) => {
          const [event] = find.records
          const [lon, lat] = event.body.position
          const title = t('check.withdrawTitle', { at: event.body.target.name })
          return (
            <li key={event.id}>
              <Button weight="quiet" onClick={() => setView({ camera: { lon, lat, zoom: SOURCE_ZOOM } })}>
                {event.body.target.name}
              </Button>
              <p className="quiet">{lineOf(event)}</p>
              <ReviewMark of={find} />
              <Button
                weight="quiet"
                aria-label={t('review.lookAt', { name: event.body.target.name })}
                onClick={() => setLooked(find)}
              >
                {t('review.look')}
              </Button>
              {event.device === own && withdrawing !== event.id && (
                <Button weight="quiet" aria-label={title} onClick={() => setWithdrawing(event.id)}>
                  {t('check.withdraw')}
                </Button>
              )}
              {withdrawing === event.id && (
                <ReasonForm
                  title={title}
                  warning={t('check.withdrawHelp')}
                  reasons={REASONS.map((each) => ofOffice(`check.withdrawReason.${each}`))}
                  confirm={title}
                  onGive={async (reason) => {
                    await append({ type: 'withdrawal', event: event.id, reason }, [], null)
                    setWithdrawing(null)
                  }}
                  onCancel={() => setWithdrawing(null)}
                />
              )}
            </li>
          )
        })}
        {gone.map(({ event, by }) => (
          <li key={event.id}>
            <s>{event.body.target.name}</s>
            <p className="quiet">
              <s>{lineOf(event)}</s> <b>{withdrawalLine(t, by)}</b>
            </p>
          </li>
        ))}
      </ul>
      <div className={panel.chips}>
        {kinds.map((kind) => (
          <Button
            key={kind.id}
            onClick={() =>
              saveFile(
                foundFile(kind, standing),
                fileNameOf(`${t('visits.found')}-${inLanguage(kind.title, i18n.language)}`, 'geojson'),
              )
            }
          >
            {t('visits.foundFile', { kind: inLanguage(kind.title, i18n.language) })}
          </Button>
        ))}
      </div>
      {looked && <ReviewDialog all={[looked]} onClose={() => setLooked(null)} />}
    </section>
  )
}
