import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Position } from '@/domain/geodesy/position'
import { FoundNear } from '@/features/field/around/FoundNear'
import { NearCard } from '@/features/field/around/NearCard'
import { NearMap } from '@/features/field/around/NearMap'
import { Round } from '@/features/field/around/Round'
import { Track } from '@/features/field/around/Track'
import { useNeighbours } from '@/features/field/around/use-neighbours'
import { useOrigin } from '@/features/field/around/use-origin'
import { WhereAmI } from '@/features/field/around/WhereAmI'
import { HandOver } from '@/features/field/office/HandOver'
import { CheckForm } from '@/features/field/record/CheckForm'
import { draftKeyOf } from '@/features/field/record/check-target'
import { DraftNotice } from '@/features/field/record/DraftNotice'
import { NOTHING_FOUND, readFoundDraft } from '@/features/field/record/drafts'
import { FOUND_DRAFT, NewSource } from '@/features/field/record/NewSource'
import { Unfinished } from '@/features/field/record/Unfinished'
import { useCheckTarget } from '@/features/field/record/use-check-target'
import { useDraft } from '@/features/field/record/use-draft'
import { useRefused } from '@/features/field/record/use-refused'
import { useUnlisted } from '@/store/answers/use-unlisted'
import { useChentu } from '@/store/chentu'
import { useFix } from '@/store/device/fix'
import { usePreferences } from '@/store/device/preferences'
import { useTrack } from '@/store/device/track'
import { useLedger } from '@/store/ledger'
import { keyOf } from '@/store/view/view'
import { Button } from '@/ui/controls/Button'
import { Refused } from '@/ui/Refused'
import { FieldFrame } from './FieldFrame'
import form from './field-form.module.css'

const RANGES_KM = [0.5, 1, 3] as const
/** The field team's screen: what is near, worst first or nearest first; a check of one; what was found; the way to the office. */
export default function Field() {
  const { t } = useTranslation()
  const check = useCheckTarget()
  const setView = useChentu((state) => state.setView)
  const blocked = useLedger((all) => all.blocked)
  const events = useLedger((all) => all.events)
  const stopFollowing = useFix((state) => state.stop)
  // A record gets the tablet's position only while it is being followed: an old fix may be wrong by now.
  const here = useFix((state) => (state.state === 'following' ? state.fix : null))
  const { fieldMap, setFieldMap, sun, setSun } = usePreferences()
  const track = useTrack((state) => state.points)
  const [origin, choose] = useOrigin()
  const [km, setKm] = useState<number>(1)
  const [worstFirst, setWorstFirst] = useState(true)
  const [finding, setFinding] = useState(false)
  /** What the next tap on the map sets: my own position, or that of the found source. */
  const [pointing, setPointing] = useState<'me' | 'found' | null>(null)
  const [unkept, setUnkept] = useState('')
  /** Name of the found source that was saved last. */
  const [saved, setSaved] = useState('')
  const unlisted = useUnlisted()
  const refusedFor = useRefused()
  const keptDraft = useDraft(FOUND_DRAFT, readFoundDraft, NOTHING_FOUND, (error) => setUnkept(refusedFor(error)))
  const found = keptDraft.draft
  const { near, problems } = useNeighbours(origin.position, km)
  const cards = worstFirst
    ? [...near].sort((a, b) => b.status - a.status || b.overdueDays - a.overdueDays || a.metres - b.metres)
    : near

  function point(position: Position) {
    if (pointing === 'me') {
      stopFollowing()
      choose(position)
    } else keptDraft.change({ marked: position })
    setPointing(null)
  }

  function showFinding(shown: boolean) {
    setFinding(shown)
    setSaved('')
  }

  function askForTap(what: 'me' | 'found') {
    setFieldMap(true)
    setPointing(what)
  }

  if (check) {
    return (
      <FieldFrame sun={sun}>
        <CheckForm
          key={draftKeyOf(check.target)}
          source={check.target}
          warning={check.warning}
          position={here?.position ?? null}
          accuracyMetres={here?.accuracyMetres ?? null}
          onClose={() => setView({ selected: null })}
          onFrom={(position) => {
            stopFollowing()
            choose(position)
            setView({ selected: null })
          }}
        />
      </FieldFrame>
    )
  }
  return (
    <FieldFrame sun={sun} map={fieldMap}>
      <h2>{t('near.title')}</h2>
      {events && events.size > 0 && <p className="quiet">{t('check.holds', { count: events.size })}</p>}
      {blocked && <p role="alert">{t(`check.blocked.${blocked}`)}</p>}
      <WhereAmI origin={origin} onChoose={choose} />
      <div className={form.choices}>
        {RANGES_KM.map((range) => (
          <Button key={range} aria-pressed={km === range} onClick={() => setKm(range)}>
            {t('near.within', { km: range })}
          </Button>
        ))}
        <Button onClick={() => setWorstFirst(!worstFirst)}>{t(worstFirst ? 'near.worst' : 'near.nearest')}</Button>
        <Button aria-pressed={fieldMap} onClick={() => setFieldMap(!fieldMap)}>
          {t('near.map')}
        </Button>
        <Button aria-pressed={pointing === 'me'} onClick={() => askForTap('me')}>
          {t('near.tap')}
        </Button>
        <Button aria-pressed={finding} onClick={() => showFinding(!finding)}>
          {t('check.found')}
        </Button>
        <Button aria-pressed={sun} onClick={() => setSun(!sun)}>
          {t('near.sun')}
        </Button>
      </div>
      {pointing && <p role="status">{t(pointing === 'me' ? 'near.tapHelp' : 'check.markHelp')}</p>}
      {fieldMap && (
        <NearMap
          origin={origin}
          walk={found && found.walk.length > 0 ? found.walk : track}
          found={unlisted}
          pointing={pointing !== null}
          onPoint={point}
        />
      )}
      {finding && !found && <DraftNotice keptDraft={keptDraft} count={({ walk }) => walk.length} />}
      {finding && unkept && <p role="alert">{unkept}</p>}
      {finding && found && (
        <NewSource
          here={here}
          keptDraft={keptDraft}
          draft={found}
          onMark={() => askForTap('found')}
          onClose={() => setFinding(false)}
          onSaved={(name) => {
            setFinding(false)
            setSaved(name)
          }}
        />
      )}
      {saved && <p role="status">{t('check.savedFound', { name: saved })}</p>}
      <Unfinished />
      <FoundNear found={unlisted} from={origin.position} />
      <Round start={origin.position} from={cards} />
      <Track />
      <Refused problems={problems} />
      {cards.length === 0 && problems.length === 0 && <p>{t('near.empty')}</p>}
      <ol>
        {cards.map((source) => (
          <li key={source.source}>
            <NearCard source={source} origin={origin} onOpen={() => setView({ selected: keyOf(source) })} />
          </li>
        ))}
      </ol>
      <HandOver />
    </FieldFrame>
  )
}
