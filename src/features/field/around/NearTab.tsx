import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fix } from '@/domain/field/fix'
import type { Problem } from '@/domain/problem'
import { DraftNotice } from '@/features/field/record/DraftNotice'
import type { FoundDraft } from '@/features/field/record/drafts'
import { NewSource } from '@/features/field/record/NewSource'
import { UnfinishedRecords } from '@/features/field/record/UnfinishedRecords'
import type { KeptDraft } from '@/features/field/record/use-draft'
import { useDraftDays } from '@/features/field/record/use-draft-days'
import type { FoundEvent } from '@/ledger/discovery'
import type { NearSource } from '@/questions/source/nearest-sources'
import { useChentu } from '@/store/chentu'
import { NEAR_RANGES_KM, usePreferences } from '@/store/device/preferences'
import { useRecordsWithDelivery } from '@/store/ledger/use-records-with-delivery'
import { useStartsOffline } from '@/store/page/offline'
import { keyOf } from '@/store/view/view'
import { useUnderWarning } from '@/store/warnings/use-duties'
import { Button } from '@/ui/controls/Button'
import { Refused } from '@/ui/Refused'
import { Skeleton } from '@/ui/states/Skeleton'
import { FoundNear } from './FoundNear'
import { NearCard } from './NearCard'
import { NearShown } from './NearShown'
import classes from './NearTab.module.css'
import { Track } from './Track'
import { useNearList } from './use-near-list'
import { MAX_NEAR } from './use-neighbours'
import type { Origin } from './use-origin'

interface Props {
  readonly origin: Origin
  /** The sources in range, of all kinds, nearest first. */
  readonly near: readonly NearSource[]
  readonly problems: readonly Problem[]
  /** Whether the sources are still loading; the content below the list then waits, so that it does not jump. */
  readonly isAsking: boolean
  readonly found: readonly FoundEvent[]
  /** Whether a found source is being registered. */
  readonly finding: boolean
  onFinding(finding: boolean): void
  /** The tablet's current position; null while it is not tracked, as an old position may be wrong. */
  readonly here: Fix | null
  readonly keptDraft: KeptDraft<FoundDraft>
  /** Why the draft could not be stored; '' if it could. */
  readonly unkept: string
  onMark(): void
}

/**
 * What is nearby, worst or nearest first, filling the screen from the top; range and order controls are within thumb's
 * reach.
 */
export function NearTab(props: Props) {
  const { origin, near, found, finding, onFinding, keptDraft, unkept } = props
  const { t } = useTranslation()
  const setView = useChentu((state) => state.setView)
  const own = useRecordsWithDelivery().length
  const offline = useStartsOffline()
  const draftDay = useDraftDays()
  const { nearKm: km, nearWorstFirst: worstFirst, setNear } = usePreferences()
  const list = useNearList(origin.position, km, near)
  const problems = [...props.problems, ...list.problems]
  const isAsking = props.isAsking || list.isAsking
  const cards = worstFirst
    ? [...list.listed].sort((a, b) => b.status - a.status || b.overdueDays - a.overdueDays || a.metres - b.metres)
    : list.listed
  const isUnderWarning = useUnderWarning(cards.map(({ source }) => source))
  /** Name of the found source saved last. */
  const [saved, setSaved] = useState('')

  function showFinding(shown: boolean) {
    onFinding(shown)
    setSaved('')
  }

  if (finding) {
    return (
      <>
        <h2 className="unseen">{t('near.title')}</h2>
        {!keptDraft.draft && <DraftNotice keptDraft={keptDraft} count={({ walk }) => walk.length} />}
        {unkept && <p role="alert">{unkept}</p>}
        {keptDraft.draft && (
          <NewSource
            here={props.here}
            keptDraft={keptDraft}
            draft={keptDraft.draft}
            onMark={props.onMark}
            onClose={() => onFinding(false)}
            onSaved={(name) => {
              onFinding(false)
              setSaved(name)
            }}
          />
        )}
      </>
    )
  }
  return (
    <>
      <h2 className="unseen">{t('near.title')}</h2>
      {!isAsking && <NearShown km={km} listed={cards.length} list={list} />}
      {saved && <p role="status">{t('check.savedFound', { name: saved })}</p>}
      <UnfinishedRecords />
      <FoundNear found={found} origin={origin} onOpen={({ kind, code }) => setView({ selected: { kind, code } })} />
      <Refused problems={problems} />
      {isAsking && <Skeleton lines={12} />}
      {cards.length === 0 && problems.length === 0 && !isAsking && (
        <p>{t(list.kinds.length > 0 ? 'near.emptyOf' : 'near.empty')}</p>
      )}
      <ol>
        {cards.map((source) => (
          <li key={source.source}>
            <NearCard
              source={source}
              origin={origin}
              draftDay={draftDay(source)}
              isUnderWarning={isUnderWarning(source.source)}
              onOpen={() => setView({ selected: keyOf(source) })}
            />
          </li>
        ))}
      </ol>
      {cards.length === MAX_NEAR && <p>{t('near.most', { count: MAX_NEAR })}</p>}
      {!isAsking && (
        <p className="quiet">
          {own > 0 && t('check.holds', { count: own })} {t(`check.startsOffline.${offline}`)}
        </p>
      )}
      {!isAsking && <Track />}
      <div className={classes.tools}>
        {NEAR_RANGES_KM.map((range) => (
          <Button key={range} aria-pressed={km === range} onClick={() => setNear({ nearKm: range })}>
            {t('near.within', { km: range })}
          </Button>
        ))}
        <Button onClick={() => setNear({ nearWorstFirst: !worstFirst })}>
          {t(worstFirst ? 'near.worst' : 'near.nearest')}
        </Button>
        <Button onClick={() => showFinding(true)}>{t('check.found')}</Button>
      </div>
    </>
  )
}
