import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Position } from '@/domain/geodesy/position'
import { FieldMap } from '@/features/field/around/FieldMap'
import { NearTab } from '@/features/field/around/NearTab'
import { PositionControls } from '@/features/field/around/PositionControls'
import { RoundTab } from '@/features/field/around/RoundTab'
import { shortProgress } from '@/features/field/around/round-progress'
import { useNeighbours } from '@/features/field/around/use-neighbours'
import type { Origin } from '@/features/field/around/use-origin'
import { useRoundStops } from '@/features/field/around/use-round-stops'
import { CaseTasks } from '@/features/field/cases/CaseTasks'
import { caseStates } from '@/features/field/cases/case-places'
import { EndedCases } from '@/features/field/cases/EndedCases'
import { isPlacedTask, useCaseTasks } from '@/features/field/cases/use-case-tasks'
import { FieldHeader } from '@/features/field/frame/FieldHeader'
import { FieldTabs } from '@/features/field/frame/FieldTabs'
import { useWide } from '@/features/field/frame/use-wide'
import { HandOver } from '@/features/field/office/HandOver'
import { FOUND_DRAFT, NOTHING_FOUND, readFoundDraft } from '@/features/field/record/drafts'
import { useDraft } from '@/features/field/record/use-draft'
import { useFinding } from '@/features/field/record/use-finding'
import { useRefused } from '@/features/field/record/use-refused'
import { DeliveredRounds } from '@/features/field/round/DeliveredRounds'
import { useUnlisted } from '@/store/answers/use-unlisted'
import { useChentu } from '@/store/chentu'
import { useFix } from '@/store/device/fix'
import { type FieldTab, usePreferences } from '@/store/device/preferences'
import { useTrack } from '@/store/device/track'
import { useLedger } from '@/store/ledger'
import { Dialog } from '@/ui/Dialog'
import { FieldShell } from './FieldShell'

interface Props {
  readonly origin: Origin
  readonly isChosen: boolean
  choose(position: Position | null): void
}

/** The field screen's four tabs between header and tab bar; with enough room the map is shown beside a list. */
export function FieldHome({ origin, isChosen, choose }: Props) {
  const { t } = useTranslation()
  const { fieldTab: tab, setFieldTab, sun, nearKm: km } = usePreferences()
  const { fix, doubt, state, stop } = useFix()
  const blocked = useLedger((all) => all.blocked)
  const track = useTrack((all) => all.points)
  const wide = useWide()
  const { finding, setFinding } = useFinding()
  /** What the next tap on the map sets, and the tab shown before. */
  const [pointing, setPointing] = useState<{ readonly what: 'me' | 'found'; readonly from: FieldTab } | null>(null)
  const [placing, setPlacing] = useState(false)
  const [unkept, setUnkept] = useState('')
  const unlisted = useUnlisted()
  const refusedFor = useRefused()
  const keptDraft = useDraft(FOUND_DRAFT, readFoundDraft, NOTHING_FOUND, (error) => setUnkept(refusedFor(error)))
  const { near, problems, isAsking } = useNeighbours(origin.position, km)
  const setView = useChentu((all) => all.setView)
  const { stops, all } = useRoundStops()
  const cases = useCaseTasks().filter(isPlacedTask)
  const walk = keptDraft.draft?.walk ?? []

  function point(position: Position) {
    if (!pointing) return
    if (pointing.what === 'me') {
      stop()
      choose(position)
    } else keptDraft.change({ marked: position })
    setFieldTab(pointing.from)
    setPointing(null)
  }

  function stopPointing() {
    if (pointing) setFieldTab(pointing.from)
    setPointing(null)
  }

  function askForTap(what: 'me' | 'found') {
    setPlacing(false)
    setPointing({ what, from: tab })
    setFieldTab('map')
  }

  const whereAmI = <PositionControls origin={origin} onChoose={choose} onTap={() => askForTap('me')} />
  /** Whether distances are shown, so that the position matters. */
  const isListed = tab !== 'map' && tab !== 'office'
  const isLost = !isChosen && (fix === null || state === 'denied' || state === 'insecure')
  const isDoubtful = !isChosen && doubt !== null && fix !== null
  const map = (
    <FieldMap
      origin={origin}
      isChosen={isChosen}
      km={km}
      near={near}
      stops={stops}
      cases={cases}
      walk={finding && walk.length > 0 ? walk : track}
      found={unlisted}
      onFound={({ body: { target } }) => setView({ selected: { kind: target.kind, code: target.code } })}
      pointing={pointing?.what ?? null}
      onPoint={point}
      onCancel={stopPointing}
    />
  )

  return (
    <FieldShell
      sun={sun}
      header={<FieldHeader origin={origin} isChosen={isChosen} onPosition={() => setPlacing(true)} />}
      notice={<DeliveredRounds />}
      map={tab === 'map' || (wide && tab !== 'office') ? map : null}
      tabs={
        <FieldTabs
          tab={tab}
          counts={all.length + cases.length === 0 ? {} : { round: shortProgress(t, all, caseStates(cases)) }}
          onTab={(next) => {
            setPointing(null)
            // Its draft is kept; pressing the tab again returns to the list.
            if (next === tab) setFinding(false)
            setFieldTab(next)
          }}
        />
      }
    >
      {tab !== 'map' && blocked && <p role="alert">{t(`check.blocked.${blocked}`)}</p>}
      {isListed && (isLost || isDoubtful) && whereAmI}
      {isListed && isChosen && (
        <p role="status" className="quiet">
          {t('near.from', { lon: origin.position[0].toFixed(5), lat: origin.position[1].toFixed(5) })}
        </p>
      )}
      {tab === 'near' && (
        <NearTab
          origin={origin}
          near={near}
          problems={problems}
          isAsking={isAsking}
          found={unlisted}
          finding={finding}
          onFinding={setFinding}
          here={state === 'following' ? fix : null}
          keptDraft={keptDraft}
          unkept={unkept}
          onMark={() => askForTap('found')}
        />
      )}
      {tab === 'round' && <CaseTasks origin={origin} />}
      {tab === 'round' && <EndedCases origin={origin} />}
      {tab === 'round' && <RoundTab origin={origin} near={near} km={km} />}
      {tab === 'office' && (
        <>
          <h2 className="unseen">{t('tablet.tab.office')}</h2>
          <HandOver />
        </>
      )}
      {placing && (
        <Dialog title={t('tablet.position')} size="medium" onClose={() => setPlacing(false)}>
          {whereAmI}
        </Dialog>
      )}
    </FieldShell>
  )
}
